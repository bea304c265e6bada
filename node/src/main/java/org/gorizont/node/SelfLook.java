// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.gorizont.node.admin.NodeFacts;
import org.gorizont.node.admin.ReadSide;
import org.gorizont.node.backup.LastBackup;
import org.gorizont.node.metrics.Look;
import org.gorizont.node.metrics.NodeMetrics;
import org.gorizont.node.peers.Links;
import org.gorizont.node.runtime.StoreHealth;
import org.gorizont.node.web.Vitals;
import org.gorizont.protocol.core.ReplicaStatus;

/** What this running node tells programs that watch over it. */
record SelfLook(Path data, Supplier<ReplicaStatus> status, Supplier<NodeFacts> facts, Links links, ReadSide readSide) {
    Vitals vitals(Supplier<StoreHealth> store) {
        return new Vitals(store, new NodeMetrics(this::look)::scrape, () -> hindrances(store.get()));
    }

    private Look look() {
        return new Look(status.get(), facts.get(), links.totalTraffic(), readSide.readers(), LastBackup.read(data));
    }

    /** A node that waits for its neighbours does its work; one that cannot write, or whose pages stand still, does not. */
    private List<String> hindrances(StoreHealth store) {
        List<String> hindrances = new ArrayList<>();
        if (!store.writes()) {
            hindrances.add("disk " + store.state());
        }
        readSide.readers().stream()
                .filter(reader -> reader.problem().isPresent())
                .forEach(reader -> hindrances.add("reader " + reader.name()));
        return hindrances;
    }
}
