// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.storage;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gorizont.protocol.core.Draft;
import org.gorizont.protocol.core.LogState;
import org.gorizont.protocol.core.LogStore;
import org.gorizont.protocol.crypto.Ed25519Signer;
import org.gorizont.protocol.crypto.Hashing;
import org.gorizont.protocol.log.OwnLogs;
import org.gorizont.protocol.log.Written;
import org.gorizont.protocol.merkle.CompactRange;
import org.gorizont.protocol.model.Body;
import org.gorizont.protocol.model.Channel;
import org.gorizont.protocol.model.Entry;
import org.gorizont.protocol.model.Hash;
import org.gorizont.protocol.model.Kind;
import org.gorizont.protocol.model.LogId;
import org.gorizont.protocol.model.RecordId;
import org.gorizont.protocol.model.Retention;
import org.gorizont.protocol.model.Scope;
import org.gorizont.protocol.model.SignedHead;
import org.gorizont.protocol.model.Verb;

/**
 * Appends to a real store until something goes wrong, and checks afterwards what is there; for tests that kill it, cut
 * its power or break its disk.
 *
 * <p>{@code write DIR ACK [nosync]} appends to a log in the store DIR and notes the size of the log in the file ACK after
 * each acknowledged turn, synced; ACK lies outside of DIR. {@code check DIR ACK} fails unless every acknowledged entry is
 * there, whole, and under a signed head that fits it.
 *
 * <p>Exit codes: 0 right, 1 acknowledged entries are lost or wrong, 2 wrong use, 3 the store does not open, 4 the store
 * failed while it was written to, and recovered in none of three attempts.
 */
final class StoreProbe {
    static final int LOST = 1;
    static final int USAGE = 2;
    static final int NOT_OPEN = 3;
    static final int FAILED = 4;

    /** What it prints when a failed write has turned out well. */
    static final String RECOVERED = "probe: recovered";

    private static final int MAX_RECOVERIES = 3;
    private static final int MAX_TURNS = 1_000_000;
    private static final int MAX_ENTRIES_OF_TURN = 5;
    private static final int BODY_SIZE = 400;
    private static final Ed25519Signer SIGNER = new Ed25519Signer(StoredValues.bytes("probe", 32));
    private static final Scope SCOPE = Scope.everyCircle();

    private StoreProbe() {}

    public static void main(String[] args) throws Exception {
        System.exit(run(args));
    }

    static int run(String... args) throws IOException {
        if (args.length < 3) {
            System.err.println("usage: write DIR ACK [nosync] | check DIR ACK");
            return USAGE;
        }
        boolean synced = args.length == 3 || !args[3].equals("nosync");
        try (RocksLogStore store =
                RocksLogStore.open(Path.of(args[1]), "probe", () -> StoredValues.bytes("epoch", 16), synced)) {
            Path ack = Path.of(args[2]);
            return args[0].equals("write") ? write(store, ack) : check(store, acknowledged(ack));
        } catch (StoreRefused e) {
            System.err.println("probe: " + e.getMessage());
            return NOT_OPEN;
        }
    }

    private static int write(RocksLogStore store, Path ack) throws IOException {
        OwnLogs logs = new OwnLogs(StoredValues.ALICE, SIGNER, 0, store);
        try (FileChannel acks =
                FileChannel.open(ack, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND)) {
            for (int turn = 0; turn < MAX_TURNS; turn++) {
                long end = append(store, logs, turn);
                acks.write(ByteBuffer.wrap((end + "\n").getBytes(StandardCharsets.US_ASCII)));
                // Not fdatasync: tests break the fdatasync of the store alone.
                acks.force(true);
            }
        } catch (StoreFailed e) {
            System.err.println("probe: " + e.getMessage());
            return FAILED;
        }
        return 0;
    }

    private static long append(RocksLogStore store, OwnLogs logs, int turn) throws StoreFailed {
        List<Draft> drafts = new ArrayList<>();
        for (int i = 0; i <= turn % MAX_ENTRIES_OF_TURN; i++) {
            drafts.add(draft(turn + "/" + i));
        }
        Written written = logs.write(Channel.CATALOGUE, SCOPE, drafts, store, store.lastArrival() + 1);
        if (!(written instanceof Written.Done done)) {
            throw new IllegalStateException("the log takes no entries: " + written);
        }
        store.stage(done.changes());
        try {
            store.commit();
        } catch (StoreFailed e) {
            recover(store, e);
        }
        return store.log(logs.log(Channel.CATALOGUE, SCOPE)).orElseThrow().held();
    }

    private static void recover(RocksLogStore store, StoreFailed first) throws StoreFailed {
        StoreFailed last = first;
        for (int attempt = 0; attempt < MAX_RECOVERIES; attempt++) {
            try {
                store.recover();
                System.out.println(RECOVERED);
                return;
            } catch (StoreFailed e) {
                last = e;
            }
        }
        throw last;
    }

    private static Draft draft(String name) {
        return new Draft(
                new Kind("probe", 1, 0),
                new RecordId(StoredValues.bytes(name, RecordId.SIZE)),
                Verb.PUT,
                Retention.LATEST,
                Instant.EPOCH,
                List.of(),
                Optional.of(new Body(StoredValues.bytes(name, Body.SALT_SIZE), StoredValues.bytes(name, BODY_SIZE))));
    }

    /** The last whole line; a power cut may tear the one behind it. */
    static long acknowledged(Path ack) throws IOException {
        if (!Files.exists(ack)) {
            return 0;
        }
        String text = Files.readString(ack, StandardCharsets.US_ASCII);
        String whole = text.substring(0, text.lastIndexOf('\n') + 1).stripTrailing();
        return whole.isEmpty() ? 0 : Long.parseLong(whole.substring(whole.lastIndexOf('\n') + 1));
    }

    private static int check(LogStore store, long acknowledged) {
        LogId log = new LogId(StoredValues.ALICE, Channel.CATALOGUE, SCOPE, 0);
        LogState state = store.log(log).orElseGet(() -> LogState.empty(log));
        String fault = fault(store, state, acknowledged);
        System.out.println("probe: acknowledged " + acknowledged + ", held " + state.held() + ": "
                + (fault.isEmpty() ? "right" : fault));
        return fault.isEmpty() ? 0 : LOST;
    }

    private static String fault(LogStore store, LogState state, long acknowledged) {
        if (state.held() < acknowledged) {
            return "acknowledged entries are lost";
        }
        List<Entry> entries = store.entries(state.log(), 0, Long.MAX_VALUE, Integer.MAX_VALUE);
        List<Hash> hashes = entries.stream().map(Entry::hash).toList();
        Hash root = CompactRange.empty().appendAll(hashes).root();
        if (!root.equals(state.range().root()) || entries.size() != state.held()) {
            return "the entries are not those of the log's state";
        }
        if (!entries.stream().allMatch(StoreProbe::hasItsBody)) {
            return "a body is lost or wrong";
        }
        Optional<SignedHead> head = state.head();
        boolean headFits = state.held() == 0
                || head.isPresent()
                        && head.get().size() == state.held()
                        && head.get().root().equals(root);
        return headFits ? "" : "the signed head is not that of the entries";
    }

    private static boolean hasItsBody(Entry entry) {
        return entry.body().isPresent()
                && Hashing.fits(entry.body().get(), entry.header().orElseThrow().commitment());
    }
}
