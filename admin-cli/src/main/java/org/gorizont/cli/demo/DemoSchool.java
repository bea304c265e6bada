// SPDX-License-Identifier: Apache-2.0
package org.gorizont.cli.demo;

import com.google.protobuf.ByteString;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import org.gorizont.cli.client.AdminClient;
import org.gorizont.cli.client.Ids;
import org.gorizont.cli.process.LocalSettings;
import org.gorizont.cli.process.NewNodeProcess;
import org.gorizont.cli.process.NodeProcess;
import org.gorizont.cli.process.Program;
import org.gorizont.cli.setup.FirstCards;
import org.gorizont.protocol.domain.Card;
import org.gorizont.protocol.identity.RecoverySheet;
import org.gorizont.protocol.identity.SheetText;
import org.gorizont.protocol.model.Bytes;
import org.gorizont.protocol.wire.v1.AdminWire.StatusAnswer;
import org.jspecify.annotations.Nullable;

/** A school with a node of its own: a process, a folder, a connection for commands. Used by one thread at a time. */
final class DemoSchool implements AutoCloseable {
    private final Program program;
    private final Path data;
    private final String name;
    private @Nullable NodeProcess process;
    private @Nullable AdminClient admin;
    private Optional<StatusAnswer> last = Optional.empty();
    private String id = "";

    DemoSchool(Program program, Path data, String name) {
        this.program = program;
        this.data = data;
        this.name = name;
    }

    /** Makes its identity and settings, as {@code init} does; the recovery sheet is thrown away with the data. */
    void create(List<Card> firstCards) throws InterruptedException {
        byte[] secret = new byte[RecoverySheet.SECRET_SIZE];
        new SecureRandom().nextBytes(secret);
        FirstCards.write(data, firstCards);
        LocalSettings.write(data);
        id = NewNodeProcess.create(program, data, SheetText.print(new RecoverySheet(Bytes.wrap(secret))));
    }

    /** Starts its node and waits until it answers. */
    synchronized void start() throws InterruptedException {
        NodeProcess started = NodeProcess.start(program, data);
        process = started;
        started.awaitReady();
        AdminClient client = AdminClient.open(data);
        admin = client;
        FirstCards.publish(data, client);
    }

    /** Ends its process at once, without a chance to say goodbye; returns when it is gone. */
    synchronized void kill() throws InterruptedException {
        status();
        closeClient();
        running().kill();
    }

    String key() {
        return data.getFileName().toString();
    }

    String name() {
        return name;
    }

    Path data() {
        return data;
    }

    /** Its SchoolId in hexadecimal digits. */
    String id() {
        return id;
    }

    ByteString idBytes() {
        return Ids.parse(id, Bytes.ofHex(id).size());
    }

    long pid() {
        return running().pid();
    }

    boolean isOn() {
        NodeProcess current = process;
        return current != null && current.isAlive();
    }

    AdminClient admin() {
        AdminClient client = admin;
        if (client == null) {
            throw new IllegalStateException(name + " is not running");
        }
        return client;
    }

    /** How its node is. */
    StatusAnswer status() {
        StatusAnswer now = admin().status();
        last = Optional.of(now);
        return now;
    }

    /** How its node is, or was when it was last asked. */
    StatusAnswer lastStatus() {
        return isOn() ? status() : last.orElse(StatusAnswer.getDefaultInstance());
    }

    @Override
    public synchronized void close() {
        closeClient();
        if (process != null) {
            process.close();
        }
    }

    private NodeProcess running() {
        NodeProcess current = process;
        if (current == null) {
            throw new IllegalStateException(name + " has not been started");
        }
        return current;
    }

    private void closeClient() {
        if (admin != null) {
            admin.close();
            admin = null;
        }
    }
}
