// SPDX-License-Identifier: Apache-2.0
package org.gorizont.cli.packaging;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A Java for one package: of the JDK that runs this command only what a node and the commands use. For its own system alone. */
final class LinkedRuntime {
    /** No pictures, no windows: with {@code java.desktop} the package would depend on the libraries of a screen. */
    private static final String MODULES = "java.base,java.instrument,java.logging,java.management,java.naming,"
            + "java.net.http,java.sql,java.xml,jdk.crypto.ec,jdk.jfr,jdk.localedata,jdk.management,jdk.net,"
            + "jdk.unsupported,jdk.zipfs";

    private LinkedRuntime() {}

    /** Makes it in a folder that is not there yet. */
    static Path link(Path folder) throws IOException, InterruptedException {
        Path jlink = Path.of(System.getProperty("java.home"), "bin", "jlink");
        Tool.run(
                List.of(
                        jlink.toString(),
                        "--add-modules",
                        MODULES,
                        "--include-locales=ru,en",
                        "--strip-debug",
                        "--no-header-files",
                        "--no-man-pages",
                        "--compress=zip-6",
                        "--output",
                        folder.toString()),
                Map.of());
        Files.deleteIfExists(folder.resolve("lib").resolve("src.zip"));
        return folder;
    }
}
