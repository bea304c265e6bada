// SPDX-License-Identifier: Apache-2.0
package org.gorizont.cli.process;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.CRC32;

/**
 * Where the program lies: in a package ({@code lib/}), or among the sources, where each module's build leaves what it needs.
 *
 * @param home folder of the launcher
 */
record Installation(Path home) {
    private static final String CACHE = "node";
    private static final String CACHE_END = ".aot";

    /** Whether it was installed from a package. */
    boolean packaged() {
        return Files.isDirectory(own());
    }

    String nodeClassPath() {
        return packaged()
                ? common() + File.separator + "*" + File.pathSeparator + own() + File.separator + "*"
                : app() + File.separator + "*";
    }

    /**
     * The file for quick starts. Jars of every package bear the same time, so there its name says which jars and which Java it was
     * made from: another version makes another one.
     */
    Path cache() {
        if (!packaged()) {
            return app().resolve(CACHE + CACHE_END);
        }
        return cacheFolder().resolve(CACHE + "-" + Long.toHexString(fingerprint()) + CACHE_END);
    }

    /** Removes the files of earlier versions. */
    void removeOldCaches() throws IOException {
        Path current = cache();
        try (Stream<Path> files = Files.list(cacheFolder())) {
            for (Path file : files.filter(one -> one.getFileName().toString().matches("node-.*\\.aot.*"))
                    .filter(one -> !one.equals(current))
                    .toList()) {
                Files.deleteIfExists(file);
            }
        }
    }

    private Path cacheFolder() {
        return Optional.ofNullable(System.getProperty("gorizont.cache"))
                .filter(folder -> !folder.isBlank())
                .map(Path::of)
                .orElse(home.resolve("lib"));
    }

    private long fingerprint() {
        CRC32 sum = new CRC32();
        sum.update(System.getProperty("java.vm.version", "").getBytes(StandardCharsets.UTF_8));
        try (Stream<Path> common = Files.list(common());
                Stream<Path> own = Files.list(own())) {
            List<Path> jars = Stream.concat(common, own).sorted().toList();
            for (Path jar : jars) {
                String line = jar.getFileName() + " " + Files.size(jar) + " "
                        + Files.getLastModifiedTime(jar).toMillis();
                sum.update(line.getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return sum.getValue();
    }

    private Path common() {
        return home.resolve("lib").resolve("common");
    }

    private Path own() {
        return home.resolve("lib").resolve("node");
    }

    private Path app() {
        return home.resolve("node").resolve("target").resolve("app");
    }
}
