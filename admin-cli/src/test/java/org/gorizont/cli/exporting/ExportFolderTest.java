// SPDX-License-Identifier: Apache-2.0
package org.gorizont.cli.exporting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.gorizont.cli.text.Failure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ExportFolderTest {
    private static final LocalDate DAY = LocalDate.of(2026, 3, 12);

    @TempDir
    Path home;

    @Test
    void folderAppearsOnlyWhenItIsWhole() throws Exception {
        try (ExportFolder out = ExportFolder.open(home.resolve("ours"))) {
            out.line("a.jsonl", "{}");
            out.line("b.jsonl", "{\"ё\": 1}");
            out.line("a.jsonl", "[]");
            assertEquals(
                    List.of(false), names().map(name -> name.equals("ours")).toList());
            out.complete();
        }

        assertEquals(List.of("ours"), names().toList());
        assertEquals("{}\n[]\n", Files.readString(home.resolve("ours/a.jsonl")));
        assertEquals("{\"ё\": 1}\n", Files.readString(home.resolve("ours/b.jsonl")));
    }

    @Test
    void whatIsNotCompleteIsRemoved() throws Exception {
        try (ExportFolder out = ExportFolder.open(home.resolve("ours"))) {
            out.line("a.jsonl", "{}");
        }

        assertEquals(List.of(), names().toList());
    }

    @Test
    void nothingThatIsThereIsTouched() throws Exception {
        Files.createDirectory(home.resolve("folder"));
        Files.createFile(home.resolve("file"));
        Files.createSymbolicLink(home.resolve("link"), home.resolve("nowhere"));

        for (String name : List.of("folder", "file", "link")) {
            assertEquals("export-exists", refused(home.resolve(name)), name);
        }
        assertEquals("export-cannot-write", refused(home.resolve("missing/ours")));
        assertEquals("export-cannot-write", refused(home.resolve("file/ours")));
        assertEquals(3, names().count());
    }

    @Test
    void aLeavingSchoolGetsANewFolderBesideItsData() throws Exception {
        Path data = home.resolve("data");

        assertEquals(home.resolve("Круг-школ-2026-03-12"), LeavingFolder.beside(data, "«Круг» школ!", DAY));
        assertEquals(home.resolve("circle-2026-03-12"), LeavingFolder.beside(data, "../..", DAY));
        assertEquals(home.resolve("x".repeat(40) + "-2026-03-12"), LeavingFolder.beside(data, "x".repeat(200), DAY));
        Files.createDirectory(home.resolve("circle-2026-03-12"));
        assertEquals(home.resolve("circle-2026-03-12-2"), LeavingFolder.beside(data, "", DAY));
    }

    private String refused(Path folder) {
        return assertThrows(Failure.class, () -> ExportFolder.open(folder)).code();
    }

    private Stream<String> names() throws Exception {
        try (Stream<Path> all = Files.list(home)) {
            return all.map(path -> path.getFileName().toString()).toList().stream();
        }
    }
}
