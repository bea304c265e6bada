// SPDX-License-Identifier: Apache-2.0
package org.gorizont.cli.support;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.gorizont.cli.text.Json;
import org.gorizont.protocol.wire.v1.AdminWire.FindingState;

/**
 * What goes into a support bundle.
 *
 * @param items in the order of their names
 */
public record SupportBundle(List<Item> items) {
    public SupportBundle {
        items = List.copyOf(items);
    }

    /** One file of it. */
    public record Item(String name, List<String> lines) {
        public Item {
            lines = List.copyOf(lines);
        }
    }

    /**
     * Gathers it.
     *
     * @param findings of the doctor
     * @param metrics of the running node; empty when it does not run
     * @throws IOException if a file of the data directory cannot be read
     */
    public static SupportBundle gather(Path data, List<FindingState> findings, String metrics) throws IOException {
        Redaction redaction = new Redaction(KnownPeople.of(data));
        LogTail log = new LogTail(redaction);
        return new SupportBundle(List.of(
                new Item(
                        "doctor.json",
                        Json.of(views(findings, redaction)).lines().toList()),
                new Item("log.txt", log.of(data.resolve("log").resolve("gorizont.log"))),
                new Item("metrics.txt", metrics.lines().toList()),
                new Item("printed.txt", log.of(data.resolve("node.log"))),
                new Item("settings.txt", MaskedSettings.of(data.resolve("gorizont.toml"))),
                new Item("sizes.txt", FolderSizes.of(data)),
                new Item("system.txt", system())));
    }

    /**
     * Writes it into a file that is not there yet; what cannot be finished is removed.
     *
     * @throws java.nio.file.FileAlreadyExistsException if it is there
     */
    public void write(Path file) throws IOException {
        OutputStream out = Files.newOutputStream(file, StandardOpenOption.CREATE_NEW);
        try (ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
            for (Item item : items) {
                zip.putNextEntry(new ZipEntry(item.name()));
                zip.write((String.join("\n", item.lines()) + "\n").getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        } catch (IOException e) {
            Files.deleteIfExists(file);
            throw e;
        }
    }

    private static List<View> views(List<FindingState> findings, Redaction redaction) {
        return findings.stream()
                .map(finding -> new View(
                        finding.getGrade(),
                        finding.getWhat(),
                        finding.getValuesList().stream().map(redaction::of).toList()))
                .toList();
    }

    /** The JSON form of a finding. */
    private record View(String grade, String what, List<String> values) {}

    private static List<String> system() {
        return List.of("os.name", "os.version", "os.arch", "java.version", "java.vendor", "sun.jnu.encoding").stream()
                .map(name -> name + " " + System.getProperty(name, "–"))
                .toList();
    }
}
