// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.setup;

import java.util.Locale;
import java.util.Optional;

/** A step of the first start, in the order in which they are gone. */
public enum Step {
    LANGUAGE,
    SCHOOL,
    CENTRE,
    /** The recovery sheet: shown, put on paper, read back. After it the school exists. */
    SHEET,
    ACCOUNT,
    PUBLISH,
    /** To join a network or found one. */
    NETWORK,
    /** Where backups go. */
    BACKUP,
    /** What works now, and what waits for others. */
    DONE;

    /** As it stands in addresses, files and phrases. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** From 1. */
    public int number() {
        return ordinal() + 1;
    }

    /** Whether it comes before the school exists. */
    public boolean isBeforeSchool() {
        return compareTo(ACCOUNT) < 0;
    }

    public static Optional<Step> of(String code) {
        for (Step step : values()) {
            if (step.code().equals(code)) {
                return Optional.of(step);
            }
        }
        return Optional.empty();
    }
}
