// SPDX-License-Identifier: Apache-2.0
package org.gorizont.cli.demo.stage;

import com.google.protobuf.ByteString;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
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
public final class DemoSchool implements AutoCloseable {
    private final Program program;
    private final Path data;
    private final String name;
    private @Nullable NodeProcess process;
    private @Nullable AdminClient admin;
    private Optional<StatusAnswer> last = Optional.empty();
    private String id = "";
    /** The story is over, perhaps in the middle of this school's start: nothing of it comes to life any more. */
    private boolean ended;

    public DemoSchool(Program program, Path data, String name) {
        this.program = program;
        this.data = data;
        this.name = name;
    }

    /** Makes its identity and settings, as {@code init} does; the recovery sheet is thrown away with the data. */
    public synchronized void create(List<Card> firstCards) throws InterruptedException {
        if (ended) {
            return;
        }
        byte[] secret = new byte[RecoverySheet.SECRET_SIZE];
        new SecureRandom().nextBytes(secret);
        FirstCards.write(data, firstCards);
        LocalSettings.write(data);
        NewNodeProcess.create(program, data, SheetText.print(new RecoverySheet(Bytes.wrap(secret))));
    }

    /** Starts its node and waits until it answers. */
    public synchronized void start() throws InterruptedException {
        if (ended) {
            return;
        }
        NodeProcess started = NodeProcess.start(program, data);
        process = started;
        started.awaitReady();
        AdminClient client = AdminClient.open(data);
        admin = client;
        id = Ids.hex(client.status().getSelf());
        FirstCards.publish(data, client);
    }

    /** Connects again, to a node that has started anew in its process. */
    public synchronized void reconnect() {
        closeClient();
        admin = AdminClient.open(data);
    }

    /** Ends its process at once, without a chance to say goodbye; returns when it is gone. */
    public synchronized void kill() throws InterruptedException {
        status();
        closeClient();
        running().kill();
    }

    public String key() {
        return data.getFileName().toString();
    }

    public String name() {
        return name;
    }

    public Path data() {
        return data;
    }

    /** Its SchoolId in hexadecimal digits; empty before its first start. */
    public String id() {
        return id;
    }

    public ByteString idBytes() {
        return Ids.parse(id, Bytes.ofHex(id).size());
    }

    public long pid() {
        return running().pid();
    }

    /** Whether it was ever started. */
    public boolean wasOn() {
        return process != null;
    }

    public boolean isOn() {
        NodeProcess current = process;
        return current != null && current.isAlive();
    }

    public AdminClient admin() {
        AdminClient client = admin;
        if (client == null) {
            throw new IllegalStateException(name + " is not running");
        }
        return client;
    }

    /** How its node is. */
    public StatusAnswer status() {
        StatusAnswer now = admin().status();
        last = Optional.of(now);
        return now;
    }

    /** How its node is, or was when it was last asked. */
    public StatusAnswer lastStatus() {
        return isOn() ? status() : last.orElse(StatusAnswer.getDefaultInstance());
    }

    /** Ends all their processes, at the same time; returns when they are gone. */
    public static void closeAll(List<DemoSchool> schools) {
        List<Thread> closing = new ArrayList<>();
        schools.forEach(school -> closing.add(Thread.ofVirtual().start(school::end)));
        for (Thread thread : closing) {
            boolean gone = false;
            while (!gone) {
                try {
                    thread.join();
                    gone = true;
                } catch (InterruptedException _) {
                    // Nothing is more urgent than to leave no process behind.
                }
            }
        }
    }

    private synchronized void end() {
        ended = true;
        close();
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
