// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.doctor;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gorizont.node.config.ConfigRefused;
import org.gorizont.node.config.NodeConfig;
import org.gorizont.node.runtime.StoreHealth;
import org.gorizont.node.storage.DiskSpace;
import org.gorizont.node.storage.StoreBudget;

/** Looks at a node from all sides. Takes some milliseconds; blocks on the disk. */
public final class Doctor {
    private Doctor() {}

    /** A running node looks at itself. */
    public static List<Finding> examine(Path data, NodeConfig config, Living living) {
        List<Finding> findings = new ArrayList<>();
        findings.add(Finding.of(Diagnosis.NODE_RUNS));
        findings.addAll(VersionCheck.running(living.program()));
        findings.addAll(DiskCheck.of(data, config, living.health()));
        findings.addAll(new ClockCheck(living.now()).of(data, living.latestClaim()));
        findings.addAll(LivingChecks.of(config, living));
        findings.addAll(AroundChecks.of(data, config, living.now()));
        return List.copyOf(findings);
    }

    /**
     * Looks at a data directory whose node does not answer.
     *
     * @param program name and version of this program
     */
    public static List<Finding> examineStopped(Path data, String program, Instant now) {
        List<Finding> findings = new ArrayList<>();
        NodeConfig config = NodeConfig.DEFAULTS;
        try {
            config = NodeConfig.load(data);
            findings.add(Finding.of(Diagnosis.SETTINGS_FINE));
        } catch (ConfigRefused e) {
            e.causes().forEach(mistake -> findings.add(new Finding(Diagnosis.SETTINGS_WRONG, mistake.parts())));
        }
        findings.addAll(VersionCheck.stopped(data, program));
        findings.addAll(DiskCheck.of(data, config, look(data, config)));
        findings.addAll(new ClockCheck(now).of(data));
        findings.addAll(PortCheck.of(config));
        findings.addAll(ProxyCheck.stopped(config.peers()));
        findings.addAll(AroundChecks.of(data, config, now));
        return List.copyOf(findings);
    }

    private static StoreHealth look(Path data, NodeConfig config) {
        StoreBudget budget = new StoreBudget(
                DiskSpace.of(data), data.resolve("store"), config.store().budgetMib());
        return StoreHealth.of(budget, Optional.empty());
    }
}
