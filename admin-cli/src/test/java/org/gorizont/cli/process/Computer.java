// SPDX-License-Identifier: Apache-2.0
package org.gorizont.cli.process;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.gorizont.cli.client.AdminClient;
import org.gorizont.cli.text.Failure;

/**
 * A school's computer in a namespace, with its node. Its admin port is on a loopback that is not ours: what this JVM asks
 * there is carried through a pipe, and {@link #door} is a data directory in which commands find the way.
 */
public final class Computer implements AutoCloseable {
    private static final Duration READY = Duration.ofMinutes(3);
    private static final int END_SECONDS = 20;
    /** Carries its input to a port of its own loopback, and back. */
    private static final String PIPE = "exec 3<>/dev/tcp/127.0.0.1/$0; cat <&3 & trap 'kill $!' EXIT; cat >&3";

    private final Namespaces namespaces;
    private final String name;
    private final Path data;
    private final Path door;
    private final ServerSocket entrance;
    private Process node;

    private Computer(Namespaces namespaces, String name, Path data, Path door) throws IOException {
        this.namespaces = namespaces;
        this.name = name;
        this.data = data;
        this.door = Files.createDirectory(door);
        this.entrance = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        this.node = start();
        Thread.ofVirtual().start(this::serve);
    }

    /** Starts the node of a data directory on a computer. */
    public static Computer on(Namespaces namespaces, String name, Path data) throws IOException {
        return new Computer(namespaces, name, data, data.resolveSibling(data.getFileName() + ".door"));
    }

    /** Waits until the node answers. */
    public void awaitReady() {
        await().atMost(READY).pollInterval(Duration.ofMillis(200)).until(() -> {
            if (!node.isAlive()) {
                throw new AssertionError(name + " has ended: " + Files.readString(data.resolve("node.log")));
            }
            return answers();
        });
    }

    /** The directory that commands are pointed to. */
    public Path door() {
        return door;
    }

    public Path data() {
        return data;
    }

    public AdminClient connect() {
        return AdminClient.open(door);
    }

    /** Ends the node as a power cut would. */
    public void kill() throws InterruptedException {
        node.destroyForcibly().waitFor();
    }

    public void restart() throws IOException {
        node = start();
    }

    /** Starts a second node on the same data; its exit code. */
    public int startBeside() throws IOException, InterruptedException {
        Process second = builder(Path.of("/dev/null")).start();
        if (!second.waitFor(READY.toSeconds(), TimeUnit.SECONDS)) {
            second.destroyForcibly();
            throw new AssertionError("two nodes run on one data directory");
        }
        return second.exitValue();
    }

    @Override
    public void close() throws IOException {
        entrance.close();
        node.destroyForcibly();
        try {
            node.waitFor(END_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private Process start() throws IOException {
        Files.deleteIfExists(data.resolve("admin.port"));
        return builder(data.resolve("node.log")).start();
    }

    private ProcessBuilder builder(Path log) {
        Path home = Path.of(System.getProperty("gorizont.home", "."));
        String[] program = Program.small(home).command(NodeProcess.MAIN, data).toArray(String[]::new);
        return new ProcessBuilder(namespaces.command(name, program))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
    }

    private boolean answers() throws IOException {
        if (!Files.exists(data.resolve("admin.port")) || !Files.exists(data.resolve("admin.token"))) {
            return false;
        }
        Files.copy(data.resolve("admin.token"), door.resolve("admin.token"), StandardCopyOption.REPLACE_EXISTING);
        Files.writeString(door.resolve("admin.port"), Integer.toString(entrance.getLocalPort()));
        try (AdminClient client = connect()) {
            return client.status().getPid() == node.pid();
        } catch (Failure _) {
            return false;
        }
    }

    private void serve() {
        while (!entrance.isClosed()) {
            try {
                Socket client = entrance.accept();
                Thread.ofVirtual().start(() -> carry(client));
            } catch (IOException _) {
                return;
            }
        }
    }

    private void carry(Socket client) {
        try (client) {
            String port = Files.readString(data.resolve("admin.port")).strip();
            List<String> pipe = namespaces.command(name, "bash", "-c", PIPE, port);
            Process process = new ProcessBuilder(pipe)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            Thread.ofVirtual().start(() -> copy(client, process));
            try (InputStream from = process.getInputStream()) {
                pass(from, client.getOutputStream());
            } finally {
                process.destroy();
            }
        } catch (IOException _) {
            // Either side has gone; so does the other.
        }
    }

    private static void copy(Socket client, Process process) {
        try (OutputStream to = process.getOutputStream()) {
            pass(client.getInputStream(), to);
        } catch (IOException _) {
            // As above.
        } finally {
            process.destroy();
        }
    }

    /** Passes on what is there: a stream that waits until its buffer is full would wait for ever. */
    private static void pass(InputStream from, OutputStream to) throws IOException {
        byte[] buffer = new byte[64 * 1024];
        for (int read = from.read(buffer); read >= 0; read = from.read(buffer)) {
            to.write(buffer, 0, read);
            to.flush();
        }
    }
}
