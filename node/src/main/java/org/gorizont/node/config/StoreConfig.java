// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.config;

import org.gorizont.node.storage.Ballast;
import org.gorizont.protocol.core.Limits;

/**
 * The store.
 *
 * @param budgetMib MiB of disk that copies of other schools may take in all
 * @param schoolMib MiB of disk that copies of one other school may take
 * @param ballastMib MiB of a file that is given up on a full disk; 0 for none
 */
public record StoreConfig(int budgetMib, int schoolMib, int ballastMib) {
    public static final StoreConfig DEFAULTS =
            new StoreConfig(20_480, (int) (Limits.MEMBER_BYTES >> 20), Ballast.DEFAULT_MIB);

    private static final int MIN_BUDGET_MIB = 256;

    static StoreConfig read(Section section) {
        return new StoreConfig(
                section.number("budget_mib", DEFAULTS.budgetMib, MIN_BUDGET_MIB, Integer.MAX_VALUE),
                section.number("school_mib", DEFAULTS.schoolMib, 1, Integer.MAX_VALUE),
                section.number("ballast_mib", DEFAULTS.ballastMib, 0, Ballast.MOST_MIB));
    }
}
