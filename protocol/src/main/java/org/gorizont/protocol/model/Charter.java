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
    public static final int MAX_FOUNDERS = 64;

    public Charter {
        founders = List.copyOf(founders);
        Checks.that(!founders.isEmpty() && founders.size() <= MAX_FOUNDERS, "founders: " + founders.size());
        for (int i = 1; i < founders.size(); i++) {
            Checks.that(founders.get(i - 1).compareTo(founders.get(i)) < 0, "founders are not in ascending order");
        }
        Checks.size("nonce", nonce, NONCE_SIZE);
        new Terms(name, sponsors, removal, amendment, ruleVersion);
    }

    /** What the founders have fixed and an electorate may change. */
    public Terms terms() {
        return new Terms(name, sponsors, removal, amendment, ruleVersion);
    }
}
