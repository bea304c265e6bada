// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.model;

/**
 * "We admit this school to this circle", in the sponsor's CONTROL log.
 *
 * @param term how often the school had left the circle before
 */
public record Sponsorship(CircleId circle, SchoolId school, int term) {
    public Sponsorship {
        Checks.notNegative("term", term);
    }

    /** For a school that has never left. */
    public static Sponsorship first(CircleId circle, SchoolId school) {
        return new Sponsorship(circle, school, 0);
    }
}
