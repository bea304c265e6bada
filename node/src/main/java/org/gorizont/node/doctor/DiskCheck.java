// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.doctor;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.gorizont.node.config.NodeConfig;
import org.gorizont.node.runtime.StoreHealth;
import org.gorizont.node.storage.Ballast;
import org.gorizont.node.storage.DiskSpace;

/** Room for what is still to come. */
final class DiskCheck {
    private DiskCheck() {}

    static List<Finding> of(Path data, NodeConfig config, StoreHealth health) {
        List<Finding> findings = new ArrayList<>();
        findings.add(Finding.of(what(health.state()), Math.max(0, health.freeBytes()) / DiskSpace.MEBIBYTE));
        int mib = config.store().ballastMib();
        if (mib > 0 && !Ballast.isThere(data, mib)) {
            findings.add(Finding.of(Diagnosis.BALLAST_MISSING, mib));
        }
        return findings;
    }

    private static Diagnosis what(StoreHealth.State state) {
        return switch (state) {
            case ENOUGH -> Diagnosis.DISK_ENOUGH;
            case WARN -> Diagnosis.DISK_WARN;
            case OWN_ONLY -> Diagnosis.DISK_OWN_ONLY;
            case BUDGET_SPENT -> Diagnosis.DISK_BUDGET_SPENT;
            case READ_ONLY -> Diagnosis.DISK_READ_ONLY;
            case FAILED -> Diagnosis.DISK_FAILED;
        };
    }
}
