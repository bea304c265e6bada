// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.doctor;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.gorizont.node.runtime.StoreHealth;
import org.gorizont.protocol.core.DialProblem;
import org.gorizont.protocol.core.ReplicaStatus;

/**
 * What a running node knows of itself.
 *
 * @param program name and version
 * @param latestClaim the latest moment at which another school says it has written something that came here lately
 * @param relayWaiting connections that wait at the relay of the settings
 * @param stuck read models that do not move
 */
public record Living(
        Instant now,
        String program,
        ReplicaStatus status,
        StoreHealth health,
        Optional<Instant> latestClaim,
        int relayWaiting,
        Optional<DialProblem> relayProblem,
        int peerPort,
        List<Stuck> stuck) {
    public Living {
        stuck = List.copyOf(stuck);
    }

    /** A read model that does not move. */
    public record Stuck(String name, String problem) {}
}
