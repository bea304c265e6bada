// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.admin;

import java.util.Optional;
import org.gorizont.protocol.core.DialProblem;
import org.gorizont.protocol.model.Endpoint;
import org.gorizont.protocol.model.RelayEndpoint;

/**
 * How this node gets out, and where it waits.
 *
 * @param proxy for everything that is dialled
 * @param relay where this node waits to be called
 * @param waiting connections that wait there now
 * @param relayProblem why none does, if it is known
 */
public record OwnWays(
        Optional<Endpoint> proxy, Optional<RelayEndpoint> relay, int waiting, Optional<DialProblem> relayProblem) {
    /** Straight out, and nobody waits anywhere. */
    public static final OwnWays PLAIN = new OwnWays(Optional.empty(), Optional.empty(), 0, Optional.empty());
}
