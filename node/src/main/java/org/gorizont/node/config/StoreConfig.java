// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.config;

/**
 * The store.
 *
 * @param budgetMib MiB of disk that copies of other schools may take in all
 */
public record StoreConfig(int budgetMib) {
    public static final StoreConfig DEFAULTS = new StoreConfig(20_480);

    private static final int MIN_BUDGET_MIB = 256;

    static StoreConfig read(Section section) {
        return new StoreConfig(section.number("budget_mib", DEFAULTS.budgetMib, MIN_BUDGET_MIB, Integer.MAX_VALUE));
    }
}
