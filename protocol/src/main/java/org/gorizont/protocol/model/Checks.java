// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.model;

/** The checks that compact constructors share. */
final class Checks {
    private Checks() {}

    static void size(String what, Bytes bytes, int size) {
        if (bytes.size() != size) {
            throw new IllegalArgumentException(what + " has " + bytes.size() + " bytes, not " + size);
        }
    }

    static void notNegative(String what, long value) {
        if (value < 0) {
            throw new IllegalArgumentException(what + " is negative: " + value);
        }
    }

    static void that(boolean holds, String message) {
        if (!holds) {
            throw new IllegalArgumentException(message);
        }
    }
}
