// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.model;

/** What an invitation code carries: circle, inviter, where to dial it, and a single-use secret of 128 bits. */
public record Invitation(CircleId circle, SchoolId inviter, Endpoint address, Bytes secret) {
    public static final int SECRET_SIZE = 16;

    public Invitation {
        Checks.size("invitation secret", secret, SECRET_SIZE);
    }

    @Override
    public String toString() {
        return "Invitation[" + circle + " by " + inviter + " at " + address + "]";
    }
}
