// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.model;

import java.util.Optional;

/** For whom a log is: one circle, or, as 32 zero bytes, every circle of the school, present and future. */
public record Scope(Bytes bytes) implements Comparable<Scope> {
    private static final Scope EVERY_CIRCLE = new Scope(Bytes.zeros(Hash.SIZE));

    public Scope {
        Checks.size("scope", bytes, Hash.SIZE);
    }

    public static Scope everyCircle() {
        return EVERY_CIRCLE;
    }

    public static Scope of(CircleId circle) {
        return new Scope(circle.hash().bytes());
    }

    /** The one circle, or empty for every circle. */
    public Optional<CircleId> circle() {
        return bytes.isZero() ? Optional.empty() : Optional.of(new CircleId(new Hash(bytes)));
    }

    @Override
    public int compareTo(Scope other) {
        return bytes.compareTo(other.bytes);
    }

    @Override
    public String toString() {
        return bytes.isZero() ? "every-circle" : bytes.hex();
    }
}
