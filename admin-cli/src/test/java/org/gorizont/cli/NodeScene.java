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
    private final Path data;
    private NodeProcess process;

    private NodeScene(Path data, NodeProcess process) {
        this.data = data;
        this.process = process;
    }

    static NodeScene of(Path folder, String name) throws IOException, InterruptedException {
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
        NodeScene node = new NodeScene(data, start(data));
        try (AdminClient client = node.connect()) {
            FirstCards.publish(data, client);
        }
        return node;
    }

    /** The node of a data directory that is there already. */
    static NodeScene at(Path data) throws InterruptedException {
        return new NodeScene(data, start(data));
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
        process = start(data);
    }

    @Override
    public void close() {
        process.close();
    }

    private static NodeProcess start(Path data) throws InterruptedException {
        NodeProcess process = NodeProcess.start(Program.small(Path.of(System.getProperty("gorizont.home", "."))), data);
        process.awaitReady();
        return process;
    }
}
