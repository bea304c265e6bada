// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.admin;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.gorizont.node.runtime.StoreHealth;
import org.gorizont.protocol.model.Endpoint;

/**
 * What the program itself knows at one moment.
 *
 * @param program name and version
 * @param endpoints where other nodes reach this one; empty behind NAT
 * @param webUrl address of the pages, when they are served
 * @param ownEntries in the school's own logs
 * @param heldEntries in all logs
 * @param keyEpoch how often the keys of the school were changed
 * @param ways how this node gets out, and where else it is reached
 * @param health what the disk allows
 */
public record NodeFacts(
        String program,
        Instant startedAt,
        List<Endpoint> endpoints,
        Optional<String> webUrl,
        long ownEntries,
        long heldEntries,
        int keyEpoch,
        OwnWays ways,
        StoreHealth health) {
    public NodeFacts {
        endpoints = List.copyOf(endpoints);
    }

    /** A node with enough room. */
    public NodeFacts(
            String program,
            Instant startedAt,
            List<Endpoint> endpoints,
            Optional<String> webUrl,
            long ownEntries,
            long heldEntries,
            int keyEpoch,
            OwnWays ways) {
        this(program, startedAt, endpoints, webUrl, ownEntries, heldEntries, keyEpoch, ways, StoreHealth.WELL);
    }
}
