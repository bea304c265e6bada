// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.doctor;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.gorizont.node.backup.LastBackup;
import org.gorizont.node.config.NodeConfig;
import org.gorizont.node.identity.OwnerOnly;
import org.gorizont.node.storage.DiskSpace;

/** What lies around a node, running or not: backups, keys, lineage, memory, locale. */
final class AroundChecks {
    /** A nightly backup may miss some nights of a computer that is off; one by hand is expected each month. */
    static final Duration NIGHTLY = Duration.ofDays(4);

    static final Duration BY_HAND = Duration.ofDays(31);
    /** What a node and its command take, with some room. */
    static final long NEEDED_MIB = 512;

    private AroundChecks() {}

    static List<Finding> of(Path data, NodeConfig config, Instant now) {
        List<Finding> findings = new ArrayList<>();
        backups(findings, LastBackup.read(data), config, now);
        keys(findings, data);
        findings.add(Finding.of(
                Files.isRegularFile(data.resolve("lineage.token"))
                        ? Diagnosis.LINEAGE_FINE
                        : Diagnosis.LINEAGE_MISSING));
        findings.add(memory(Memory.limitBytes()));
        findings.add(locale(System.getProperty("sun.jnu.encoding", "")));
        return findings;
    }

    static void backups(List<Finding> findings, LastBackup last, NodeConfig config, Instant now) {
        last.failed().ifPresent(failed -> findings.add(Finding.of(Diagnosis.BACKUP_FAILED, failed.why())));
        if (last.made().isEmpty()) {
            findings.add(Finding.of(Diagnosis.BACKUP_NONE));
            return;
        }
        Duration age = Duration.between(last.made().get().at(), now);
        Duration allowed = config.backup().folder().isPresent() ? NIGHTLY : BY_HAND;
        findings.add(
                age.compareTo(allowed) > 0
                        ? Finding.of(Diagnosis.BACKUP_OLD, age.toDays())
                        : Finding.of(
                                Diagnosis.BACKUP_FRESH,
                                Math.max(0, age.toDays()),
                                last.made().get().file()));
    }

    private static void keys(List<Finding> findings, Path data) {
        Path identity = data.resolve("identity");
        if (!Files.isDirectory(identity)) {
            findings.add(Finding.of(Diagnosis.NO_KEYS));
            return;
        }
        try (Stream<Path> files = Files.list(identity)) {
            List<Path> open = Stream.concat(Stream.of(identity), files)
                    .filter(OwnerOnly::isOpenToOthers)
                    .sorted()
                    .toList();
            open.forEach(file -> findings.add(Finding.of(Diagnosis.KEYS_OPEN, file)));
            if (open.isEmpty()) {
                findings.add(Finding.of(Diagnosis.KEYS_CLOSED));
            }
        } catch (IOException e) {
            findings.add(Finding.of(Diagnosis.NO_KEYS));
        }
    }

    static Finding memory(OptionalLong limitBytes) {
        Optional<Long> mib =
                limitBytes.isPresent() ? Optional.of(limitBytes.getAsLong() / DiskSpace.MEBIBYTE) : Optional.empty();
        if (mib.isPresent() && mib.get() < NEEDED_MIB) {
            return Finding.of(Diagnosis.MEMORY_LITTLE, mib.get(), NEEDED_MIB);
        }
        long heap = Runtime.getRuntime().maxMemory() / DiskSpace.MEBIBYTE;
        return Finding.of(Diagnosis.MEMORY_FINE, heap, mib.map(String::valueOf).orElse(""));
    }

    static Finding locale(String charset) {
        boolean russian = Charset.isSupported(charset)
                && Charset.forName(charset).canEncode()
                && Charset.forName(charset).newEncoder().canEncode("Школа");
        return Finding.of(russian ? Diagnosis.LOCALE_FINE : Diagnosis.LOCALE_PLAIN, charset);
    }
}
