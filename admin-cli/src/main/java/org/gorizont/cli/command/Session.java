// SPDX-License-Identifier: Apache-2.0
package org.gorizont.cli.command;

import java.nio.file.Path;
import java.time.ZoneId;
import org.gorizont.cli.client.AdminClient;
import org.gorizont.cli.text.Messages;
import org.gorizont.cli.text.Moments;
import org.gorizont.cli.text.Output;
import org.gorizont.cli.text.Words;

/** What every command has: words, output, the data directory, and with it the node. */
public final class Session {
    private final Messages messages;
    private final Output output;
    private final Path home;
    private Path data;

    /**
     * Holds what a command needs.
     *
     * @param data directory of the node unless {@code --data} says another one
     */
    public Session(Messages messages, Output output, Path home, Path data) {
        this.messages = messages;
        this.output = output;
        this.home = home;
        this.data = data;
    }

    public Messages messages() {
        return messages;
    }

    public Output output() {
        return output;
    }

    public Moments moments() {
        return new Moments(messages, ZoneId.systemDefault());
    }

    public Words words() {
        return new Words(messages.language());
    }

    /** Where the program is installed: the folder of the launcher. */
    public Path home() {
        return home;
    }

    public Path data() {
        return data;
    }

    void useData(Path other) {
        data = other;
    }

    public AdminClient connect() {
        return AdminClient.open(data);
    }
}
