// SPDX-License-Identifier: Apache-2.0
package org.gorizont.cli.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Networks of a test: each computer is a network namespace of the kernel with cables of its own. Nothing of it touches a
 * network of this machine. All are removed at the end, also when the JVM is told to stop; what a killed JVM has left, the next
 * one removes.
 */
public final class Namespaces implements AutoCloseable {
    private static final String WHAT_TO_DO =
            "This test makes network namespaces: run it as root on Linux, with Debian's"
                    + " packages: sudo apt-get install iproute2 nftables";
    private static final String PREFIX = "gorizont-";
    private static final long INSTALL_MINUTES = 5;
    private static final int LAST_LINES = 2_000;

    private final String prefix = PREFIX + ProcessHandle.current().pid() + "-";
    private final List<String> made = new ArrayList<>();
    private final Thread hook = new Thread(this::remove, "remove-namespaces");
    private int cables;

    private Namespaces() {
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /**
     * Without any computer yet.
     *
     * @throws IllegalStateException if this machine cannot do it, with what to do
     */
    public static Namespaces open() throws IOException, InterruptedException {
        provide();
        removeLeftOvers();
        return new Namespaces();
    }

    /** A computer without a cable. */
    public Namespaces computer(String name) throws IOException, InterruptedException {
        String problem = run(List.of("ip", "netns", "add", prefix + name));
        if (!problem.isEmpty()) {
            throw new IllegalStateException(WHAT_TO_DO + "; in a container, with the right to make them: " + problem);
        }
        made.add(prefix + name);
        ip(name, "link", "set", "lo", "up");
        return this;
    }

    /** Makes a computer the middle of a network, at an address such as 192.168.1.1/24. */
    public Namespaces middle(String name, String address) throws IOException, InterruptedException {
        ip(name, "link", "add", "lan", "type", "bridge", "mcast_snooping", "0", "forward_delay", "0");
        ip(name, "addr", "add", address, "dev", "lan");
        ip(name, "link", "set", "lan", "up");
        return this;
    }

    /** A cable from a computer to the middle of a network. */
    public Namespaces cable(String from, String to, String device, String address)
            throws IOException, InterruptedException {
        String end = "port" + ++cables;
        ip(to, "link", "add", end, "type", "veth", "peer", "name", device, "netns", prefix + from);
        ip(to, "link", "set", end, "master", "lan", "up");
        ip(from, "addr", "add", address, "dev", device);
        ip(from, "link", "set", device, "up");
        return this;
    }

    public void route(String name, String gateway) throws IOException, InterruptedException {
        ip(name, "route", "add", "default", "via", gateway);
    }

    /** A router whose network is seen from outside as one address, and which lets nobody in. */
    public void translate(String name, String outside) throws IOException, InterruptedException {
        must(command(name, "sh", "-c", "echo 1 > /proc/sys/net/ipv4/ip_forward"));
        nft(name, "add table ip nat");
        nft(name, "add chain ip nat out { type nat hook postrouting priority 100 ; }");
        nft(name, "add rule ip nat out oifname " + outside + " masquerade");
        nft(name, "add table ip filter");
        nft(name, "add chain ip filter through { type filter hook forward priority 0 ; }");
        joined(name, outside);
    }

    /** Cuts a router's network off: whoever sends through it is told that the connection is gone. Inside all goes on. */
    public void cut(String name, String outside) throws IOException, InterruptedException {
        for (String way : List.of("oifname ", "iifname ")) {
            nft(name, "insert rule ip filter through " + way + outside + " drop");
            nft(name, "insert rule ip filter through " + way + outside + " meta l4proto tcp reject with tcp reset");
        }
    }

    /** Ends a {@link #cut}. */
    public void joined(String name, String outside) throws IOException, InterruptedException {
        nft(name, "flush chain ip filter through");
        nft(name, "add rule ip filter through iifname " + outside + " ct state new drop");
    }

    /** The command line that runs a program on a computer; it takes the place of {@code ip}, so its process id is its own. */
    public List<String> command(String name, String... program) {
        List<String> command = new ArrayList<>(List.of("ip", "netns", "exec", prefix + name));
        command.addAll(Arrays.asList(program));
        return command;
    }

    @Override
    public void close() {
        remove();
        Runtime.getRuntime().removeShutdownHook(hook);
    }

    private synchronized void remove() {
        for (String name : made.reversed()) {
            try {
                run(List.of("ip", "netns", "del", name));
            } catch (IOException e) {
                System.err.println("gorizont: namespace " + name + " is left: " + e);
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        }
        made.clear();
    }

    private void ip(String name, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("ip", "-n", prefix + name));
        command.addAll(Arrays.asList(arguments));
        must(command);
    }

    private void nft(String name, String statement) throws IOException, InterruptedException {
        must(command(name, "nft", statement));
    }

    private static void removeLeftOvers() throws IOException, InterruptedException {
        Path all = Path.of("/run/netns");
        if (!Files.isDirectory(all)) {
            return;
        }
        try (var names = Files.list(all)) {
            for (String name :
                    names.map(file -> String.valueOf(file.getFileName())).toList()) {
                if (name.matches(PREFIX + "\\d+-.*")
                        && ProcessHandle.of(Long.parseLong(name.split("-")[1])).isEmpty()) {
                    run(List.of("ip", "netns", "del", name));
                }
            }
        }
    }

    private static void provide() throws IOException, InterruptedException {
        if (!"root".equals(System.getProperty("user.name")) || !Files.isDirectory(Path.of("/proc/self/ns"))) {
            throw new IllegalStateException(WHAT_TO_DO);
        }
        if (!isThere("ip") || !isThere("nft")) {
            System.err.println("Installing iproute2 and nftables for the test with namespaces…");
            List<String> install =
                    List.of("apt-get", "install", "-y", "-q", "--no-install-recommends", "iproute2", "nftables");
            boolean installed = isThere("apt-get")
                    && (run(install).isEmpty()
                            || run(List.of("apt-get", "update", "-q")).isEmpty()
                                    && run(install).isEmpty());
            if (!installed) {
                throw new IllegalStateException(WHAT_TO_DO);
            }
        }
    }

    private static boolean isThere(String program) {
        return List.of("/usr/sbin", "/usr/bin", "/sbin", "/bin").stream()
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }

    private static void must(List<String> command) throws IOException, InterruptedException {
        String problem = run(command);
        if (!problem.isEmpty()) {
            throw new IOException(String.join(" ", command) + ": " + problem);
        }
    }

    /** What went wrong; empty when nothing did. */
    private static String run(List<String> command) throws IOException, InterruptedException {
        Path said = Files.createTempFile("gorizont", ".out");
        try {
            ProcessBuilder builder =
                    new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(said.toFile());
            builder.environment().putAll(Map.of("DEBIAN_FRONTEND", "noninteractive"));
            Process process = builder.start();
            process.getOutputStream().close();
            if (!process.waitFor(INSTALL_MINUTES, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                return "no end";
            }
            String words = Files.readString(said);
            return process.exitValue() == 0
                    ? ""
                    : "exit code " + process.exitValue() + " "
                            + words.substring(Math.max(0, words.length() - LAST_LINES));
        } finally {
            Files.delete(said);
        }
    }
}
