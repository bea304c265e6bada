// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.frame;

import java.util.Optional;

/** Why a connection ends; the number travels in Goodbye. A number that is not known reads as no reason. */
public enum Reason {
    /** No circle is shared, or the sender was removed from it: one answer for both. */
    NOT_A_MEMBER(1),
    /** The invitation is unknown, used up, or its proof is wrong. */
    INVITATION_REFUSED(2),
    /** The identity chain does not fit the TLS key. */
    WRONG_IDENTITY(3),
    /** No protocol version is spoken by both. */
    VERSION(4),
    /** A frame could not be read, or broke a rule. */
    BAD_FRAME(5),
    /** A limit was passed. */
    LIMIT(6),
    /** Nothing useful came for too long. */
    NO_PROGRESS(7),
    /** Another connection to the same school is kept. */
    DUPLICATE(8),
    /** The node stops. */
    STOPPING(9),
    /** More neighbours than needed: try again later. */
    ENOUGH_NEIGHBOURS(10);

    private final int number;

    Reason(int number) {
        this.number = number;
    }

    public int number() {
        return number;
    }

    public static Optional<Reason> of(int number) {
        for (Reason reason : values()) {
            if (reason.number == number) {
                return Optional.of(reason);
            }
        }
        return Optional.empty();
    }
}
