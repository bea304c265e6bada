// SPDX-License-Identifier: Apache-2.0
package org.gorizont.cli.packaging;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TimeZone;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ArchivesTest {
    private static final Tree TREE = new Tree()
            .text("п/Горизонт.cmd", "echo привет")
            .program("п/gorizont", "#!/bin/sh\n")
            .text("п/a.jar", "stored");

    @Test
    void zipHoldsNamesBytesAndWhoMayRunThem(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("a.zip");
        Files.write(file, Checkout.zipped(TREE));

        try (FileSystem zip = FileSystems.newFileSystem(
                URI.create("jar:" + file.toUri()), Map.of("enablePosixFileAttributes", "true"))) {
            assertEquals("echo привет", Files.readString(zip.getPath("п/Горизонт.cmd")));
            assertEquals("stored", Files.readString(zip.getPath("п/a.jar")));
            assertEquals("rwxr-xr-x", mode(zip.getPath("п/gorizont")));
            assertEquals("rw-r--r--", mode(zip.getPath("п/Горизонт.cmd")));
        }
    }

    @Test
    void zipIsReadInOrderByWhoReadsItAsAStream() throws IOException {
        List<String> names = new ArrayList<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(Checkout.zipped(TREE)))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                names.add(entry.getName());
                in.readAllBytes();
            }
        }

        assertEquals(List.of("п/a.jar", "п/gorizont", "п/Горизонт.cmd"), names);
    }

    @Test
    void sameFilesAreTheSameBytesInEveryZone() throws IOException {
        Tree latin = new Tree().program("a/b", "x").text("a/c.jar", "y");
        byte[] zip = Checkout.zipped(latin);
        byte[] tar = Checkout.tarred(latin);
        TimeZone before = TimeZone.getDefault();
        TimeZone.setDefault(TimeZone.getTimeZone("Asia/Novokuznetsk"));
        try {
            assertArrayEquals(
                    zip, Checkout.zipped(new Tree().text("a/c.jar", "y").program("a/b", "x")));
            assertArrayEquals(
                    tar, Checkout.tarred(new Tree().text("a/c.jar", "y").program("a/b", "x")));
        } finally {
            TimeZone.setDefault(before);
        }
    }

    @Test
    void tarHoldsModesTimesRootAndLongNames() throws IOException {
        String name = "gorizont-0.3.0/" + "long/".repeat(20) + "listenablefuture-9999.0-empty.jar";
        byte[] tar;
        try (GZIPInputStream in =
                new GZIPInputStream(new ByteArrayInputStream(Checkout.tarred(new Tree().program(name, "bytes"))))) {
            tar = in.readAllBytes();
        }

        assertEquals(name, text(tar, 345, 155) + "/" + text(tar, 0, 100));
        assertEquals("0000755", text(tar, 100, 8));
        assertEquals("root", text(tar, 265, 32));
        assertEquals(1_700_000_000L, Long.parseLong(text(tar, 136, 12), 8));
        assertEquals("bytes", text(tar, 512, 5));
        assertEquals(512 + 512 + 1024, tar.length);
        assertEquals(sumOfHeader(tar), Integer.parseInt(text(tar, 148, 6), 8));
    }

    @Test
    void whatLeavesThePackageOrFitsNoTarIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> new Tree().text("a/../../etc/passwd", ""));
        assertThrows(IllegalArgumentException.class, () -> new Tree().text("/etc/passwd", ""));
        assertThrows(IOException.class, () -> Checkout.tarred(new Tree().text("Горизонт", "")));
        assertThrows(IOException.class, () -> Checkout.tarred(new Tree().text("x".repeat(101), "")));
    }

    private static int sumOfHeader(byte[] tar) {
        int sum = 0;
        for (int i = 0; i < 512; i++) {
            sum += i >= 148 && i < 156 ? ' ' : Byte.toUnsignedInt(tar[i]);
        }
        return sum;
    }

    private static String mode(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }

    private static String text(byte[] bytes, int at, int most) {
        String field = new String(bytes, at, most, StandardCharsets.US_ASCII);
        int end = field.indexOf('\0');
        return end < 0 ? field : field.substring(0, end);
    }
}
