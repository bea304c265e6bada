// SPDX-License-Identifier: Apache-2.0
package org.gorizont.cli.process;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.time.Duration;
import org.gorizont.cli.client.AdminClient;
import org.gorizont.cli.text.Failure;
import org.gorizont.protocol.identity.RecoverySheet;
import org.gorizont.protocol.identity.SheetText;
import org.gorizont.protocol.model.Bytes;

/**
 * Makes the file from which nodes start in half the time: the JVM's ahead-of-time cache (JEP 483 and 514) of the classes
 * that a node uses until it is ready. A node of a passing school is run for that. The file holds for the very jars it was
 * made from, so it is made where they are, and never shipped.
 */
public final class QuickStart {
    private static final Duration WRITING = Duration.ofMinutes(3);
    private static final Duration ANSWER = Duration.ofSeconds(30);

    private QuickStart() {}

    /** {@code QuickStart HOME}: makes the file for the program in the launcher's folder. */
    public static void main(String[] args) throws IOException, InterruptedException {
        System.setProperty("slf4j.internal.verbosity", "ERROR");
        make(Program.ordinary(Path.of(args[0])));
    }

    /**
     * Makes the file before the first start of a package; among the sources the launcher does it. A node starts without it too, so
     * nothing is said when it cannot be made.
     *
     * @param begins called before it is made
     */
    public static void prepare(Program program, Runnable begins) throws InterruptedException {
        Installation installation = new Installation(program.home());
        if (!installation.packaged() || Files.exists(program.cache())) {
            return;
        }
        try {
            Path folder =
                    Files.createDirectories(program.cache().toAbsolutePath().getParent());
            if (Files.isWritable(folder)) {
                begins.run();
                installation.removeOldCaches();
                make(program);
            }
        } catch (IOException | Failure _) {
            // The node starts more slowly, and the next start tries again.
        }
    }

    private static void make(Program program) throws IOException, InterruptedException {
        Path cache = program.cache();
        Path unfinished = cache.resolveSibling(
                cache.getFileName() + "." + ProcessHandle.current().pid());
        Path folder = Files.createTempDirectory("gorizont-start-");
        try {
            Path data = school(program, folder.resolve("school"));
            NodeProcess node = NodeProcess.start(program.recording(unfinished), data);
            try {
                node.awaitReady();
                use(data);
            } finally {
                node.close(WRITING);
            }
            Files.move(unfinished, cache, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(unfinished);
            Folders.remove(folder);
        }
    }

    private static Path school(Program program, Path data) throws InterruptedException {
        byte[] secret = new byte[RecoverySheet.SECRET_SIZE];
        new SecureRandom().nextBytes(secret);
        NewNodeProcess.create(program, data, SheetText.print(new RecoverySheet(Bytes.wrap(secret))));
        LocalSettings.write(data);
        return data;
    }

    /** No more than what every start needs: each further class costs idle nodes memory. */
    private static void use(Path data) throws IOException, InterruptedException {
        try (AdminClient node = AdminClient.open(data);
                HttpClient browser = HttpClient.newHttpClient()) {
            URI page = URI.create(node.status().getWebUrl()).resolve("schools");
            HttpRequest request = HttpRequest.newBuilder(page).timeout(ANSWER).build();
            browser.send(request, HttpResponse.BodyHandlers.discarding());
        }
    }
}
