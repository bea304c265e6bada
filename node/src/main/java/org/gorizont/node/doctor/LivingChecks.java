// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.doctor;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gorizont.node.config.NodeConfig;
import org.gorizont.node.readmodel.Advice;
import org.gorizont.protocol.core.DialProblem;
import org.gorizont.protocol.core.ReplicaStatus;
import org.gorizont.protocol.core.ReplicaStatus.How;
import org.gorizont.protocol.model.Endpoint;

/** What only a running node knows: whether it may write, whom it reaches, who reaches it. */
final class LivingChecks {
    /** A school that was silent for so long is worth a telephone call. */
    static final Duration SILENT = Duration.ofDays(7);

    private final NodeConfig config;
    private final Living living;
    private final List<ReplicaStatus.School> others;
    private final List<Finding> findings = new ArrayList<>();

    private LivingChecks(NodeConfig config, Living living) {
        this.config = config;
        this.living = living;
        this.others = living.status().schools().stream()
                .filter(school -> !school.id().equals(living.status().self()))
                .filter(school -> school.reach().how() != How.APART)
                .toList();
    }

    static List<Finding> of(NodeConfig config, Living living) {
        LivingChecks checks = new LivingChecks(config, living);
        checks.writing();
        checks.findings.add(Finding.of(Diagnosis.PORT_OURS, "peers", living.peerPort()));
        checks.findings.addAll(
                ProxyCheck.of(config.peers(), checks.attempts().flatMap(a -> a.problem().stream()), System.getenv()));
        checks.reach();
        checks.filter();
        checks.peers();
        return checks.findings;
    }

    private void writing() {
        add(living.status()
                .writing()
                .map(why -> Finding.of(Diagnosis.WRITING_REFUSED, why))
                .orElseGet(() -> Finding.of(Diagnosis.WRITING_ALLOWED)));
        living.stuck().forEach(reader -> add(Finding.of(Diagnosis.READER_STUCK, reader.name(), reader.problem())));
    }

    private void reach() {
        long called = others.stream()
                .filter(school -> school.reach().how() == How.CALLS_US)
                .count();
        if (called > 0) {
            add(Finding.of(Diagnosis.REACH_CALLED, called));
        } else if (config.peers().relay().isPresent()) {
            Endpoint relay = config.peers().relay().get();
            add(
                    living.relayWaiting() > 0
                            ? Finding.of(Diagnosis.REACH_RELAY, relay)
                            : Finding.of(
                                    Diagnosis.REACH_RELAY_FAILS,
                                    relay,
                                    living.relayProblem().map(Enum::name).orElse("")));
        } else {
            List<Endpoint> told = config.peers().endpoints(living.peerPort());
            add(
                    told.isEmpty()
                            ? Finding.of(Diagnosis.REACH_BEHIND_NAT)
                            : Finding.of(Diagnosis.REACH_TOLD, addresses(told.stream())));
        }
    }

    private void filter() {
        String opened = addresses(attempts()
                .filter(attempt -> attempt.problem().equals(Optional.of(DialProblem.INTERCEPTED)))
                .map(attempt -> attempt.way().dialled()));
        add(opened.isEmpty() ? Finding.of(Diagnosis.FILTER_NOT_SEEN) : Finding.of(Diagnosis.FILTER_SEEN, opened));
    }

    private void peers() {
        long connected = others.stream().filter(ReplicaStatus.School::connected).count();
        if (others.isEmpty()) {
            add(Finding.of(Diagnosis.PEERS_NONE));
            return;
        }
        if (connected > 0) {
            add(Finding.of(Diagnosis.PEERS_CONNECTED, connected, others.size()));
        } else {
            Optional<Instant> last = others.stream()
                    .flatMap(school -> school.lastHeard().stream())
                    .max(Instant::compareTo);
            add(Finding.of(
                    Diagnosis.PEERS_APART,
                    others.size(),
                    last.map(then -> Long.toString(
                                    Duration.between(then, living.now()).toHours()))
                            .orElse("")));
            Advice.of(living.status())
                    .forEach(advice -> add(
                            Finding.of(Diagnosis.PEERS_ADVICE, advice.what(), addresses(advice.addresses().stream()))));
        }
        long silent = others.stream().filter(this::isSilent).count();
        if (connected > 0 && silent > 0) {
            add(Finding.of(Diagnosis.PEERS_SILENT, silent, SILENT.toDays()));
        }
    }

    private boolean isSilent(ReplicaStatus.School school) {
        return !school.connected()
                && school.lastHeard()
                        .map(then -> Duration.between(then, living.now()).compareTo(SILENT) > 0)
                        .orElse(true);
    }

    private Stream<ReplicaStatus.Attempt> attempts() {
        return others.stream().flatMap(school -> school.reach().attempts().stream());
    }

    private void add(Finding finding) {
        findings.add(finding);
    }

    private static String addresses(Stream<Endpoint> endpoints) {
        return endpoints.distinct().map(Endpoint::toString).collect(Collectors.joining(", "));
    }
}
