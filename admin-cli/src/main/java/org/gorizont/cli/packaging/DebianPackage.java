// SPDX-License-Identifier: Apache-2.0
package org.gorizont.cli.packaging;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The package for Debian and its relatives. {@code dpkg-deb} writes it; nobody needs to be root for that. */
final class DebianPackage {
    static final String TOOL = "dpkg-deb";

    private static final List<String> SCRIPTS = List.of("postinst", "prerm", "postrm");
    private static final String HOME = "usr/lib/gorizont";

    private final Sources sources;
    private final Epoch epoch;

    DebianPackage(Sources sources, Epoch epoch) {
        this.sources = sources;
        this.epoch = epoch;
    }

    /** A version that sorts before the release that it leads to. */
    static String version(String ours) {
        return ours.replace("-SNAPSHOT", "~SNAPSHOT").replace('-', '.');
    }

    String fileName() {
        return "gorizont_" + version(sources.version()) + "_amd64.deb";
    }

    /** Writes it by way of a folder that is not there yet. */
    void write(Tree program, Path staging, Path file) throws IOException, InterruptedException {
        Tree all = installed(program);
        all.below("DEBIAN", control(all));
        lay(all, staging, epoch);
        Tool.run(
                List.of(TOOL, "--root-owner-group", "-Zgzip", "--build", staging.toString(), file.toString()),
                Map.of("SOURCE_DATE_EPOCH", Long.toString(epoch.seconds()), "LC_ALL", "C.UTF-8"));
    }

    /** Where the files lie on a computer. */
    Tree installed(Tree program) throws IOException {
        return new Tree()
                .below(HOME, program)
                .program("usr/bin/gorizont", sources.text("debian/gorizont"))
                .text("usr/lib/systemd/system/gorizont.service", sources.text("debian/gorizont.service"))
                .text("usr/share/doc/gorizont/copyright", sources.text("debian/copyright"))
                .text("usr/share/doc/gorizont/README.ru.txt", sources.text("debian/README.ru.txt"))
                .text("usr/share/doc/gorizont/README.txt", sources.text("debian/README.txt"));
    }

    private Tree control(Tree installed) throws IOException {
        StringBuilder sums = new StringBuilder();
        long bytes = 0;
        for (Map.Entry<String, Tree.Item> file : installed.items().entrySet()) {
            byte[] content = file.getValue().source().bytes();
            bytes += content.length;
            sums.append(md5(content)).append("  ").append(file.getKey()).append('\n');
        }
        Tree control = new Tree()
                .text("md5sums", sums.toString())
                .text(
                        "control",
                        sources.text("debian/control")
                                .replace("@DEBVERSION@", version(sources.version()))
                                .replace("@KIB@", Long.toString(bytes / 1024)));
        for (String script : SCRIPTS) {
            control.program(script, sources.text("debian/" + script));
        }
        return control;
    }

    static void lay(Tree tree, Path staging, Epoch epoch) throws IOException {
        for (Map.Entry<String, Tree.Item> file : tree.items().entrySet()) {
            Path path = staging.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.write(path, file.getValue().source().bytes());
            mode(path, file.getValue().executable());
        }
        try (Stream<Path> walk = Files.walk(staging)) {
            for (Path path : walk.sorted(java.util.Comparator.reverseOrder()).toList()) {
                if (Files.isDirectory(path)) {
                    mode(path, true);
                }
                Files.setLastModifiedTime(path, FileTime.fromMillis(epoch.seconds() * 1000));
            }
        }
    }

    private static void mode(Path path, boolean executable) throws IOException {
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(executable ? "rwxr-xr-x" : "rw-r--r--"));
    }

    /** What {@code dpkg --verify} compares; it guards against accidents, not against people. */
    private static String md5(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
