// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.model;

/** A share of an electorate that must be exceeded, such as 1/2. */
public record Fraction(int numerator, int denominator) {
    public static final Fraction HALF = new Fraction(1, 2);

    public Fraction {
        Checks.that(denominator > 0, "denominator is not positive: " + denominator);
        Checks.that(numerator >= 0 && numerator < denominator, "fraction is not in [0, 1)");
    }

    /** Whether {@code part} of {@code whole} is more than this fraction. */
    public boolean exceededBy(int part, int whole) {
        return (long) part * denominator > (long) whole * numerator;
    }
}
