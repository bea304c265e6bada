// SPDX-License-Identifier: Apache-2.0
package org.gorizont.cli.bundle;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.protobuf.ByteString;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.gorizont.cli.text.Failure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** B06 and B07: what sticks do. */
final class BundleFilesTest {
    private static final ByteString SOME = ByteString.copyFrom(new byte[1_000]);

    @TempDir
    Path folder;

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void partsAreNamedOneAfterAnotherAndFoundAgain() throws Exception {
        Path file = folder.resolve("посылка.gzb");
        try (BundleOutput output = BundleOutput.open(file)) {
            output.write(1, SOME, 3);
            output.write(1, SOME, 4);
            output.write(2, SOME, 5);
            var written = output.complete();
            assertEquals(
                    List.of(7L, 5L), written.stream().map(one -> one.entries()).toList());
            assertEquals(
                    List.of(2_000L, 1_000L),
                    written.stream().map(one -> one.bytes()).toList());
        }

        assertEquals(List.of("посылка.gzb", "посылка.gzb.2"), names());
        assertEquals(folder.resolve("посылка.gzb.2"), BundleFiles.next(file, 1));
        assertEquals(folder.resolve("посылка.gzb.3"), BundleFiles.next(folder.resolve("посылка.gzb.2"), 2));
        assertEquals(2_000, Files.size(file));
    }

    @Test
    void b06AnUnfinishedFileIsNoneByItsNameAndTheNextAttemptReplacesIt() throws Exception {
        Path file = folder.resolve("a");
        BundleOutput torn = BundleOutput.open(file);
        torn.write(1, SOME, 1);
        assertEquals(List.of("a.unfinished"), names());

        try (BundleOutput again = BundleOutput.open(file)) {
            again.write(1, SOME, 1);
            again.complete();
        }

        assertEquals(List.of("a"), names());
        torn.close();
    }

    @Test
    void b06WhatWasReadBeforeTheStickWasPulledCounts() throws Exception {
        byte[] there = new byte[300_000];
        InputStream pulled = InputStream.nullInputStream();
        pulled.close();
        AtomicLong progress = new AtomicLong();
        BundleInput input =
                new BundleInput(new SequenceInputStream(new ByteArrayInputStream(there), pulled), progress::set);

        while (!input.next().isEmpty()) {
            assertTrue(input.problem().isEmpty());
        }

        assertEquals(there.length, progress.get());
        assertEquals("Stream closed", input.problem().orElseThrow());
    }

    @Test
    void b07AFullStickIsSaidBeforeTheFileIsThere() throws Exception {
        try (BundleOutput output = BundleOutput.open(folder.resolve("a"), _ -> 64 * 1024 + 1_500)) {
            output.write(1, SOME, 1);
        }
        Failure full = assertThrows(Failure.class, () -> {
            try (BundleOutput output = BundleOutput.open(folder.resolve("a"), _ -> 64 * 1024 + 999)) {
                output.write(1, SOME, 1);
            }
        });

        assertEquals("bundle-full", full.code());
        assertEquals(List.of(), names());
    }

    @Test
    void b07AFolderThatIsMissingOrTakesNoFilesIsSaidAtOnce() throws Exception {
        Failure missing = assertThrows(
                Failure.class, () -> BundleOutput.open(folder.resolve("stick").resolve("a")));
        assertEquals("bundle-no-folder", missing.code());

        Path odd = Files.createDirectory(folder.resolve("a.unfinished"));
        Failure unwritable = assertThrows(Failure.class, () -> BundleOutput.open(folder.resolve("a")));
        assertEquals("bundle-cannot-write", unwritable.code());
        assertTrue(Files.isDirectory(odd));
    }

    @Test
    void b07AFileThatExistsIsNotWrittenOver() throws Exception {
        Path file = Files.write(folder.resolve("a"), new byte[] {7});

        Failure exists = assertThrows(Failure.class, () -> BundleOutput.open(file));

        assertEquals("bundle-exists", exists.code());
        assertArrayEquals(new byte[] {7}, Files.readAllBytes(file));
        assertFalse(names().contains("a.unfinished"));
    }
}
