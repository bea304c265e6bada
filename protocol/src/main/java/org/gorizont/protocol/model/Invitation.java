// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.model;

import java.util.Optional;

/**
 * What an invitation code carries: circle, inviter, where to dial it, and a single-use secret of 128 bits.
 *
 * @param address of the inviter, or of the relay where it waits
 * @param relayToken under which the inviter waits at a relay; empty if the address is its own
 */
public record Invitation(
        CircleId circle, SchoolId inviter, Endpoint address, Optional<Bytes> relayToken, Bytes secret) {
    public static final int SECRET_SIZE = 16;

    public Invitation {
        Checks.size("invitation secret", secret, SECRET_SIZE);
        relayToken.ifPresent(token -> Checks.size("relay token", token, RelayEndpoint.TOKEN_SIZE));
    }

    /** To an inviter that can be dialled. */
    public Invitation(CircleId circle, SchoolId inviter, Endpoint address, Bytes secret) {
        this(circle, inviter, address, Optional.empty(), secret);
    }

    /** How the inviter is dialled. */
    public Way way() {
        return relayToken
                .<Way>map(token -> new Way.Relayed(new RelayEndpoint(address, token)))
                .orElseGet(() -> new Way.Direct(address));
    }

    @Override
    public String toString() {
        return "Invitation[" + circle + " by " + inviter + " at " + way() + "]";
    }
}
