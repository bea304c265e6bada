// SPDX-License-Identifier: Apache-2.0
package org.gorizont.simulations.report;

import java.time.Duration;

/** Times and sizes in words, with as many digits as anybody needs. */
final class Amounts {
    private static final double SECOND = 1e9;
    private static final double KILO = 1_000;

    private final Language language;

    Amounts(Language language) {
        this.language = language;
    }

    /** @param nanos {@link Long#MAX_VALUE} for never */
    String time(double nanos) {
        if (nanos >= Long.MAX_VALUE) {
            return language.text("never");
        }
        double seconds = nanos / SECOND;
        if (seconds < 60) {
            return number(seconds) + " " + language.text("unit.s");
        }
        if (seconds < 3_600) {
            return language.text("time.min", Math.round(seconds / 60));
        }
        long minutes = Math.round(seconds / 60);
        return minutes < 24 * 60
                ? language.text("time.h", minutes / 60, minutes % 60)
                : language.text("time.d", minutes / (24 * 60), minutes / 60 % 24);
    }

    String time(Duration duration) {
        return time((double) duration.toNanos());
    }

    String bytes(double bytes) {
        String[] units = {"unit.B", "unit.KB", "unit.MB", "unit.GB", "unit.TB"};
        double amount = bytes;
        int unit = 0;
        while (amount >= KILO && unit < units.length - 1) {
            amount /= KILO;
            unit++;
        }
        return number(amount) + " " + language.text(units[unit]);
    }

    String rate(double bits) {
        return bits >= 1e6
                ? number(bits / 1e6) + " " + language.text("unit.Mbit")
                : number(bits / 1e3) + " " + language.text("unit.kbit");
    }

    /** Two digits that matter, or more before the point. */
    String number(double number) {
        return String.format(language.locale(), number < 10 ? "%.1f" : "%.0f", number);
    }
}
