// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.doctor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gorizont.node.storage.DirectoryLock;
import org.gorizont.node.storage.StoreRefused;
import org.gorizont.node.storage.StoreSchema;

/** Java, program and store. */
final class VersionCheck {
    static final String JAVA_NEEDED = "25.0.3";

    private VersionCheck() {}

    static List<Finding> running(String program) {
        return versions(program, Integer.toString(StoreSchema.KNOWN));
    }

    /** Reads the version of the store, unless a node that does not answer has it open. */
    static List<Finding> stopped(Path data, String program) {
        List<Finding> findings = new ArrayList<>();
        String schema = "–";
        try {
            Optional<String> holder = DirectoryLock.holder(data);
            findings.add(holder.map(process -> Finding.of(Diagnosis.NODE_SILENT, process))
                    .orElseGet(() -> Finding.of(Diagnosis.NODE_OFF)));
            if (holder.isEmpty() && Files.isDirectory(data.resolve("store"))) {
                schema = Long.toString(StoreSchema.read(data.resolve("store")));
            }
        } catch (StoreRefused | IOException e) {
            findings.add(Finding.of(Diagnosis.STORE_UNREADABLE, String.valueOf(e.getMessage())));
        }
        findings.addAll(versions(program, schema));
        return findings;
    }

    private static List<Finding> versions(String program, String schema) {
        Runtime.Version java = Runtime.version();
        return java.compareTo(Runtime.Version.parse(JAVA_NEEDED)) < 0
                ? List.of(Finding.of(Diagnosis.JAVA_OLD, java, JAVA_NEEDED))
                : List.of(Finding.of(Diagnosis.VERSIONS, java, program, schema));
    }
}
