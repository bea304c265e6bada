// SPDX-License-Identifier: Apache-2.0
package org.gorizont.simulations.scenario;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Numbers with units. A number without one says nothing; units of another kind are not taken. */
enum Quantity {
    /** In nanoseconds. */
    TIME("2 d, 6 h, 30 min, 5 s, 60 ms", units("ms", 1e6, "s", 1e9, "min", 60e9, "h", 3600e9, "d", 86_400e9)),
    /** In bytes. */
    SIZE(
            "2 KiB, 40 KiB, 1 MB",
            units("B", 1, "KiB", 1024, "MiB", 1 << 20, "GiB", 1 << 30, "KB", 1e3, "MB", 1e6, "GB", 1e9)),
    /** In bits a second. */
    RATE("2 Mbit/s, 512 kbit/s", units("bit/s", 1, "kbit/s", 1e3, "Mbit/s", 1e6, "Gbit/s", 1e9)),
    /** As a part of one. */
    SHARE("1 %, 20 %", units("%", 0.01));

    private static final Pattern FORM = Pattern.compile("([0-9]{1,12}(?:[.][0-9]{1,9})?)\\s*(\\D.*)");

    private final String examples;
    private final Map<String, Double> units;

    Quantity(String examples, Map<String, Double> units) {
        this.examples = examples;
        this.units = units;
    }

    String examples() {
        return examples;
    }

    /** The number in the base unit; empty if this is no number with a unit of this kind. */
    Optional<Double> parse(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            return Optional.empty();
        }
        Double factor = units.get(Words.canonical(form.group(2)));
        return factor == null ? Optional.empty() : Optional.of(new BigDecimal(form.group(1)).doubleValue() * factor);
    }

    static Duration duration(double nanos) {
        return Duration.ofNanos((long) nanos);
    }

    private static Map<String, Double> units(Object... pairs) {
        Map<String, Double> units = new TreeMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            units.put((String) pairs[i], ((Number) pairs[i + 1]).doubleValue());
        }
        return units;
    }
}
