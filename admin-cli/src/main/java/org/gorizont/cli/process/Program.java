// SPDX-License-Identifier: Apache-2.0
package org.gorizont.cli.process;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How the node's program is started: which Java, which class path, how much memory.
 *
 * @param home folder of the launcher
 */
public record Program(Path home, List<String> memory) {
    /** For one school on its PC. */
    private static final List<String> ORDINARY = List.of("-Xmx256m");
    /** For many nodes on one computer. */
    private static final List<String> SMALL = List.of("-Xmx64m", "-Xss512k", "-XX:CICompilerCount=1");

    private static final List<String> FLAGS = List.of(
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseCompactObjectHeaders",
            "-Xshare:auto",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow");

    public Program {
        memory = List.copyOf(memory);
    }

    public static Program ordinary(Path home) {
        return new Program(home, ORDINARY);
    }

    public static Program small(Path home) {
        return new Program(home, SMALL);
    }

    /** The command line that runs a class of the node on a data directory. */
    public List<String> command(String mainClass, Path data) {
        List<String> command = new ArrayList<>();
        command.add(java());
        command.addAll(memory);
        command.addAll(FLAGS);
        command.addAll(List.of("-cp", classPath(), mainClass, "--data", data.toString()));
        return command;
    }

    private static String java() {
        return Optional.ofNullable(System.getProperty("gorizont.java"))
                .orElse(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    }

    private String classPath() {
        Path app = home.resolve("node").resolve("target").resolve("app");
        return System.getProperty("gorizont.node.classpath", app + java.io.File.separator + "*");
    }
}
