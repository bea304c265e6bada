// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.model;

/** A share of an electorate that must be exceeded, such as 1/2. */
public record Fraction(int numerator, int denominator) {
    public static final Fraction HALF = new Fraction(1, 2);

    public Fraction {
        Checks.that(denominator > 0, "denominator is not positive: " + denominator);
        Checks.that(numerator >= 0 && numerator < denominator, "fraction is not in [0, 1)");
    }

    /** This share, or a half if that is more: what the smaller part may never decide. */
    public Fraction atLeastHalf() {
        return 2L * numerator < denominator ? HALF : this;
    }

    /** The least part of {@code whole} that is more than this fraction. */
    public int leastAbove(int whole) {
        return (int) ((long) whole * numerator / denominator) + 1;
    }

    /** Whether {@code part} of {@code whole} is more than this fraction. */
    public boolean exceededBy(int part, int whole) {
        return (long) part * denominator > (long) whole * numerator;
    }
}
