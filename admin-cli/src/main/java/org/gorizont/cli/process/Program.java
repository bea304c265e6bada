// SPDX-License-Identifier: Apache-2.0
package org.gorizont.cli.process;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How the node's program is started: which Java, which class path, how much memory.
 *
 * @param home folder of the launcher
 * @param memory flags of the JVM
 * @param recording where to write a cache of what this start uses, instead of reading one
 */
public record Program(Path home, List<String> memory, Optional<Path> recording) {
    /**
     * For one school on its PC. The optimising compiler stays on: hashes and ciphers are an order of magnitude slower
     * without it. What it leaves behind is given back to the system. The heap begins small and grows with the work; what is
     * only kept in case it is wanted again (manifests of libraries, above all) goes after seconds, not minutes.
     */
    private static final List<String> ORDINARY = List.of(
            "-Xms24m",
            "-XX:NewSize=6m",
            "-Xmx256m",
            "-XX:MaxHeapFreeRatio=40",
            "-XX:SoftRefLRUPolicyMSPerMB=20",
            "-XX:TrimNativeHeapInterval=5000");
    /** For many nodes on one computer that live for minutes. */
    private static final List<String> SMALL =
            List.of("-Xms32m", "-Xmx64m", "-Xss512k", "-XX:TieredStopAtLevel=1", "-XX:CICompilerCount=1");

    /** Bytes on their way wait outside the heap: so many as all pairs of a relay may hold, and some room. */
    private static final List<String> RELAY =
            List.of("-Xms16m", "-Xmx64m", "-XX:MaxDirectMemorySize=192m", "-XX:TieredStopAtLevel=1");

    /** A cache is only good for starts with the same collector and object headers. */
    private static final List<String> FLAGS = List.of(
            "-XX:+UseSerialGC",
            "-XX:+UseCompactObjectHeaders",
            // A handful of neighbours talk little at a time; each arena holds megabytes from its first buffer on.
            "-Dio.netty.allocator.numDirectArenas=1",
            "-Dio.netty.allocator.numHeapArenas=1",
            "--enable-native-access=ALL-UNNAMED",
            // What libraries say this way fits into one line of node.log each.
            "-Djava.util.logging.SimpleFormatter.format=%1$tF %1$tT %4$s %3$s: %5$s%n",
            "--sun-misc-unsafe-memory-access=allow");

    public Program {
        // A cache is good for one spelling of the class path.
        home = home.toAbsolutePath().normalize();
        memory = List.copyOf(memory);
    }

    public static Program ordinary(Path home) {
        return new Program(home, ORDINARY, Optional.empty());
    }

    public static Program small(Path home) {
        return new Program(home, SMALL, Optional.empty());
    }

    /** For a relay, which has no school and no store. */
    public static Program relay(Path home) {
        return new Program(home, RELAY, Optional.empty());
    }

    /** The same program, writing a cache when it ends. */
    Program recording(Path file) {
        return new Program(home, memory, Optional.of(file));
    }

    /** Where the cache for quick starts stands, if it was made. */
    Path cache() {
        return new Installation(home).cache();
    }

    /** The command line that runs a class of the node on a data directory. */
    public List<String> command(String mainClass, Path data) {
        return command(mainClass, List.of("--data", data.toString()));
    }

    /** The command line that runs a class of the node. */
    List<String> command(String mainClass, List<String> arguments) {
        List<String> command = new ArrayList<>();
        command.add(java());
        command.addAll(memory);
        command.addAll(FLAGS);
        command.addAll(cacheFlags());
        command.addAll(List.of("-cp", classPath(), mainClass));
        command.addAll(arguments);
        return command;
    }

    /**
     * A cache that does not fit any more is passed over in silence: the node starts all the same. Mapped where it was written for,
     * most of it stays a part of the file that all nodes of a computer share; moved elsewhere, every process would have a copy.
     */
    private List<String> cacheFlags() {
        if (recording.isPresent()) {
            return List.of("-XX:AOTCacheOutput=" + recording.get());
        }
        return Files.exists(cache())
                ? List.of(
                        "-XX:AOTCache=" + cache(),
                        "-XX:+UnlockDiagnosticVMOptions",
                        "-XX:ArchiveRelocationMode=0",
                        "-Xlog:aot=off",
                        "-Xlog:cds=off")
                : List.of();
    }

    private static String java() {
        return Optional.ofNullable(System.getProperty("gorizont.java"))
                .orElse(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    }

    private String classPath() {
        return System.getProperty("gorizont.node.classpath", new Installation(home).nodeClassPath());
    }
}
