// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.model;

import java.util.List;

/** Checks of the heads that say where a school's word ends in a circle. */
final class Cut {
    private static final int MAX_HEADS = 256;

    private Cut() {}

    static List<SignedHead> of(SchoolId school, List<SignedHead> heads) {
        Checks.that(heads.size() <= MAX_HEADS, "cut has " + heads.size() + " heads");
        Checks.that(
                heads.stream().allMatch(head -> head.log().school().equals(school)),
                "cut names a log of another school");
        Checks.that(heads.stream().map(SignedHead::log).distinct().count() == heads.size(), "cut names one log twice");
        return List.copyOf(heads);
    }
}
