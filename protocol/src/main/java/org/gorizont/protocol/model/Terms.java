// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.model;

/**
 * What a charter fixes and an electorate may change.
 *
 * @param sponsors k, how many members must sponsor a newcomer
 * @param ruleVersion a node that knows only lower ones is read-only in the circle
 */
public record Terms(String name, int sponsors, Fraction removal, Fraction amendment, int ruleVersion) {
    public static final int MAX_NAME_LENGTH = 200;

    public Terms {
        Checks.that(!name.isBlank() && name.length() <= MAX_NAME_LENGTH, "name of the circle has " + name.length());
        Checks.that(sponsors > 0, "number of sponsors is not positive: " + sponsors);
        Checks.that(ruleVersion > 0, "rule version is not positive: " + ruleVersion);
    }
}
