// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.metrics;

import java.util.List;
import org.gorizont.node.admin.NodeFacts;
import org.gorizont.node.admin.ReadSide;
import org.gorizont.node.backup.LastBackup;
import org.gorizont.node.peers.Traffic;
import org.gorizont.protocol.core.ReplicaStatus;

/**
 * A node at one moment.
 *
 * @param traffic with all neighbours since the start
 */
public record Look(
        ReplicaStatus status, NodeFacts facts, Traffic traffic, List<ReadSide.Reader> readers, LastBackup backup) {
    public Look {
        readers = List.copyOf(readers);
    }
}
