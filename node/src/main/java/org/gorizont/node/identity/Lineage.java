// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.identity;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Optional;
import org.gorizont.node.storage.RocksLogStore;
import org.gorizont.node.storage.Slot;
import org.gorizont.node.storage.StoreFailed;
import org.gorizont.protocol.model.Bytes;
import org.gorizont.protocol.model.LineageStatement;

/**
 * Which run of the program this is, and whether the store is the one of the run before. The store and a file beside it
 * hold the same random token, renewed at each start and after each backup; a store that was restored from a backup, or
 * copied here from elsewhere, holds another one.
 *
 * @param startCounter how often the program has started on this store, from 1
 * @param token of this run, 16 bytes
 * @param restored whether this run or one before found another store than it had left, and {@link #mark} has not said otherwise
 *     since: the school must not sign until it knows how far its own logs have come elsewhere
 */
public record Lineage(long startCounter, Bytes token, boolean restored) {
    private static final int ROW_SIZE = Long.BYTES + 1 + 2 * LineageStatement.TOKEN_SIZE;

    /**
     * Begins a run. A restored store gets a new epoch, since its arrival numbers mean nothing to others any more.
     *
     * @param store nothing is staged in it
     * @param newToken 16 random bytes
     * @param newEpoch 16 random bytes
     * @throws StoreFailed if the store cannot be written
     * @throws IOException if the file beside it cannot be read or written
     */
    public static Lineage begin(RocksLogStore store, Path dataDirectory, Bytes newToken, Bytes newEpoch)
            throws StoreFailed, IOException {
        Optional<Row> row = store.slot(Slot.LINEAGE).flatMap(Row::read);
        Optional<Bytes> beside = LineageToken.read(dataDirectory);
        boolean continued = row.isPresent()
                ? beside.isPresent() && row.get().knows(beside.get())
                : beside.isPresent() && beside.get().equals(LineageToken.NEVER_STARTED);
        if (!continued) {
            store.renewEpoch(newEpoch);
        }
        long counter = row.map(Row::counter).orElse(0L) + 1;
        boolean restored = !continued || row.map(Row::restored).orElse(false);
        write(store, dataDirectory, new Row(counter, restored, beside.orElse(LineageToken.NEVER_STARTED), newToken));
        return new Lineage(counter, newToken, restored);
    }

    /**
     * Takes another token, after a backup was made: the backup holds the old one, and so can be told from this store. For
     * the thread that writes the store.
     */
    public static void renew(RocksLogStore store, Path dataDirectory, Bytes newToken) throws StoreFailed, IOException {
        Row row = begun(store);
        write(store, dataDirectory, new Row(row.counter(), row.restored(), row.current(), newToken));
    }

    /**
     * Stages whether the next start counts as one on a restored store: not once the school knows how far its own logs have
     * come. For the thread that writes the store; durable with the next commit.
     */
    public static void mark(RocksLogStore store, boolean restored) {
        Row row = begun(store);
        store.stage(Slot.LINEAGE, new Row(row.counter(), restored, row.before(), row.current()).written());
    }

    /** Stages that this run is told to others as so many starts. For the thread that writes the store. */
    public static void count(RocksLogStore store, long startCounter) {
        Row row = begun(store);
        store.stage(
                Slot.LINEAGE,
                new Row(Math.max(row.counter(), startCounter), row.restored(), row.before(), row.current()).written());
    }

    /**
     * Prepares a store that was put back from a backup, for a school that fetches what it lacks and changes its keys before the
     * next start: that start is then an ordinary one.
     *
     * @param newEpoch 16 random bytes: arrival numbers of the backup mean nothing to others
     */
    public static void putBack(RocksLogStore store, Bytes newEpoch) throws StoreFailed {
        long counter =
                store.slot(Slot.LINEAGE).flatMap(Row::read).map(Row::counter).orElse(0L);
        Row row = new Row(counter, false, LineageToken.NEVER_STARTED, LineageToken.NEVER_STARTED);
        store.renewEpoch(newEpoch);
        store.stage(Slot.LINEAGE, row.written());
        store.commit();
    }

    private static Row begun(RocksLogStore store) {
        return store.slot(Slot.LINEAGE)
                .flatMap(Row::read)
                .orElseThrow(() -> new IllegalStateException("the run has not begun"));
    }

    /** The store first: it knows the old token too, so a crash between the two writes is no alarm. */
    private static void write(RocksLogStore store, Path dataDirectory, Row row) throws StoreFailed, IOException {
        store.stage(Slot.LINEAGE, row.written());
        store.commit();
        LineageToken.write(dataDirectory, row.current());
    }

    /** What the store remembers. */
    private record Row(long counter, boolean restored, Bytes before, Bytes current) {
        static Optional<Row> read(Bytes written) {
            if (written.size() != ROW_SIZE) {
                return Optional.empty();
            }
            int first = Long.BYTES + 1;
            int second = first + LineageStatement.TOKEN_SIZE;
            return Optional.of(new Row(
                    written.toLong(),
                    written.at(Long.BYTES) != 0,
                    written.slice(first, second),
                    written.slice(second, ROW_SIZE)));
        }

        boolean knows(Bytes token) {
            return token.equals(before) || token.equals(current);
        }

        Bytes written() {
            return Bytes.wrap(ByteBuffer.allocate(ROW_SIZE)
                    .putLong(counter)
                    .put((byte) (restored ? 1 : 0))
                    .put(before.unsafeArray())
                    .put(current.unsafeArray())
                    .array());
        }
    }
}
