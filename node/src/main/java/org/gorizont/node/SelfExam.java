// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.gorizont.node.admin.OwnWays;
import org.gorizont.node.admin.ReadSide;
import org.gorizont.node.config.NodeConfig;
import org.gorizont.node.doctor.Doctor;
import org.gorizont.node.doctor.Finding;
import org.gorizont.node.doctor.Living;
import org.gorizont.node.runtime.StoreHealth;
import org.gorizont.protocol.core.Arrival;
import org.gorizont.protocol.core.LogStore;
import org.gorizont.protocol.core.ReplicaStatus;
import org.gorizont.protocol.model.Header;

/** What the doctor finds at this running node. */
record SelfExam(
        Path data,
        NodeConfig config,
        LogStore disk,
        Supplier<ReplicaStatus> status,
        Supplier<StoreHealth> health,
        Supplier<OwnWays> ways,
        ReadSide readSide,
        int peerPort) {
    /** So many of what came last are asked for when they were written. */
    private static final int ARRIVALS = 200;

    List<Finding> findings() {
        OwnWays out = ways.get();
        ReplicaStatus now = status.get();
        return Doctor.examine(
                data,
                config,
                new Living(
                        Instant.now(),
                        GorizontNode.PROGRAM,
                        now,
                        health.get(),
                        latestClaim(now),
                        out.waiting(),
                        out.relayProblem(),
                        peerPort,
                        stuck()));
    }

    private List<Living.Stuck> stuck() {
        return readSide.readers().stream()
                .flatMap(reader -> reader.problem().map(why -> new Living.Stuck(reader.name(), why)).stream())
                .toList();
    }

    private Optional<Instant> latestClaim(ReplicaStatus now) {
        List<Arrival> arrivals = disk.arrivals(Math.max(0, disk.lastArrival() - ARRIVALS), ARRIVALS);
        return arrivals.stream()
                .filter(arrival -> !arrival.log().school().equals(now.self()))
                .flatMap(arrival -> disk.entry(arrival.log(), arrival.to() - 1).stream())
                .flatMap(entry -> entry.header().stream())
                .map(Header::claimedAt)
                .max(Instant::compareTo);
    }
}
