// SPDX-License-Identifier: Apache-2.0
package org.gorizont.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import org.gorizont.cli.client.AdminClient;
import org.gorizont.cli.process.LocalSettings;
import org.gorizont.cli.process.NodeProcess;
import org.gorizont.cli.process.Program;
import org.gorizont.cli.process.QuickStarts;
import org.gorizont.cli.setup.FirstCards;

/** A school with a real node process on this computer, set up by the command itself. */
final class NodeScene implements AutoCloseable {
    private final Program program;
    private final Path data;
    private NodeProcess process;

    private NodeScene(Program program, Path data) throws InterruptedException {
        this.program = program;
        this.data = data;
        this.process = start(program, data);
    }

    static NodeScene of(Path folder, String name) throws IOException, InterruptedException {
        return of(folder, name, Program.small(home()));
    }

    /** One that has as much memory as at a school. */
    static NodeScene ordinary(Path folder, String name) throws IOException, InterruptedException {
        return of(folder, name, Program.ordinary(home()));
    }

    private static NodeScene of(Path folder, String name, Program program) throws IOException, InterruptedException {
        QuickStarts.make();
        Path data = folder.resolve(name);
        CliScene init = CliScene.run(
                data,
                "init",
                "--name",
                name,
                "--zone",
                "Asia/Novokuznetsk",
                "--sheet",
                folder.resolve(name + ".sheet").toString());
        assertEquals(0, init.exitCode(), init.err());
        LocalSettings.write(data);
        NodeScene node = new NodeScene(program, data);
        try (AdminClient client = node.connect()) {
            FirstCards.publish(data, client);
        }
        return node;
    }

    /** The node of a data directory that is there already. */
    static NodeScene at(Path data) throws InterruptedException {
        return new NodeScene(Program.small(home()), data);
    }

    Path data() {
        return data;
    }

    AdminClient connect() {
        return AdminClient.open(data);
    }

    CliScene run(String... args) {
        return CliScene.run(data, args);
    }

    /** Runs a command that must succeed; what it printed. */
    String does(String... args) {
        CliScene scene = run(args);
        assertEquals(0, scene.exitCode(), String.join(" ", args) + ": " + scene.err());
        return scene.out();
    }

    void kill() throws InterruptedException {
        process.kill();
    }

    void restart() throws InterruptedException {
        process.close();
        process = start(program, data);
    }

    @Override
    public void close() {
        process.close();
    }

    private static Path home() {
        return Path.of(System.getProperty("gorizont.home", "."));
    }

    private static NodeProcess start(Program program, Path data) throws InterruptedException {
        NodeProcess process = NodeProcess.start(program, data);
        process.awaitReady();
        return process;
    }
}
