// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.model;

import java.util.List;

/**
 * Founding document of a circle; the hash of its exact bytes is the {@link CircleId}.
 *
 * @param founders ascending, without duplicates, at least one
 * @param sponsors k, how many members must sponsor a newcomer
 * @param ruleVersion a node that knows only lower ones is read-only in the circle
 * @param nonce 16 bytes, so that two circles of one name differ
 */
public record Charter(
        String name,
        List<SchoolId> founders,
        int sponsors,
        Fraction removal,
        Fraction amendment,
        int ruleVersion,
        Bytes nonce) {
    public static final int RULE_VERSION = 1;
    public static final int NONCE_SIZE = 16;
    public static final int MAX_NAME_LENGTH = 200;
    public static final int MAX_FOUNDERS = 64;

    public Charter {
        founders = List.copyOf(founders);
        Checks.that(!name.isBlank() && name.length() <= MAX_NAME_LENGTH, "name of the circle has " + name.length());
        Checks.that(!founders.isEmpty() && founders.size() <= MAX_FOUNDERS, "founders: " + founders.size());
        for (int i = 1; i < founders.size(); i++) {
            Checks.that(founders.get(i - 1).compareTo(founders.get(i)) < 0, "founders are not in ascending order");
        }
        Checks.that(sponsors > 0, "number of sponsors is not positive: " + sponsors);
        Checks.that(ruleVersion > 0, "rule version is not positive: " + ruleVersion);
        Checks.size("nonce", nonce, NONCE_SIZE);
    }
}
