// SPDX-License-Identifier: Apache-2.0
package org.gorizont.cli.packaging;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.gorizont.cli.text.Failure;

/**
 * A Java for Windows, from the archive in which its makers hand it out: one folder, or none, around {@code bin/java.exe}. It is
 * not run here; what can be seen without running it is checked.
 */
final class WindowsRuntime {
    private static final String JAVA = "bin/java.exe";
    private static final int OLDEST = 25;
    /** Of a whole JDK, nodes need none of these. */
    private static final List<String> LEFT_OUT = List.of("jmods/", "include/", "demo/", "man/", "lib/src.zip");

    private WindowsRuntime() {}

    /** Its files, from {@code bin/} on. */
    static Tree read(Path zip) {
        try (ZipFile file = new ZipFile(zip.toFile())) {
            String top = top(file).orElseThrow(() -> refused(zip, JAVA));
            Tree tree = new Tree();
            for (Enumeration<? extends ZipEntry> all = file.entries(); all.hasMoreElements(); ) {
                ZipEntry entry = all.nextElement();
                String name = entry.getName();
                if (!entry.isDirectory() && name.startsWith(top) && wanted(name.substring(top.length()))) {
                    byte[] bytes = file.getInputStream(entry).readAllBytes();
                    tree.add(name.substring(top.length()), false, () -> bytes);
                }
            }
            check(zip, tree);
            return tree;
        } catch (IOException | IllegalArgumentException e) {
            throw refused(zip, String.valueOf(e.getMessage()));
        }
    }

    private static Optional<String> top(ZipFile file) {
        return file.stream()
                .map(ZipEntry::getName)
                .filter(name -> name.equals(JAVA) || name.matches("[^/]+/bin/java\\.exe"))
                .map(name -> name.substring(0, name.length() - JAVA.length()))
                .findFirst();
    }

    private static boolean wanted(String name) {
        return LEFT_OUT.stream().noneMatch(name::startsWith);
    }

    private static void check(Path zip, Tree tree) throws IOException {
        byte[] java = bytes(tree, JAVA);
        if (java.length < 2 || java[0] != 'M' || java[1] != 'Z') {
            throw refused(zip, JAVA);
        }
        Properties release = new Properties();
        release.load(new ByteArrayInputStream(bytes(tree, "release")));
        String version = value(release, "JAVA_VERSION");
        String major = version.replaceAll("[^0-9].*", "");
        if (!value(release, "OS_NAME").equals("Windows")
                || !value(release, "OS_ARCH").matches("x86_64|amd64")
                || major.isEmpty()
                || Integer.parseInt(major) < OLDEST) {
            throw refused(
                    zip, "release: " + version + " " + value(release, "OS_NAME") + " " + value(release, "OS_ARCH"));
        }
    }

    private static byte[] bytes(Tree tree, String name) throws IOException {
        Tree.Item item = tree.items().get(name);
        return item == null
                ? "".getBytes(StandardCharsets.US_ASCII)
                : item.source().bytes();
    }

    private static String value(Properties release, String key) {
        return release.getProperty(key, "").replace("\"", "");
    }

    private static Failure refused(Path zip, String why) {
        return Files.exists(zip) ? Failure.of("not-a-windows-runtime", zip, why) : Failure.of("no-file", zip);
    }
}
