// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.storage;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.gorizont.protocol.core.Change;
import org.gorizont.protocol.core.LogStore;
import org.gorizont.protocol.model.Bytes;
import org.gorizont.protocol.model.LogId;

/**
 * The store of a node. {@link #stage} carries changes out in memory, where this store's own reads see them; {@link
 * #commit} writes all of them in one batch with one fsync.
 *
 * <p>After a failed write the store takes no more writes: whether the batch is on disk is unknown. {@link #recover} opens
 * the database again, finds out by the turn number in the batch, and writes the same batch again if it is not there. What
 * is staged stays visible to this store's own reads all the while.
 *
 * <p>For one thread, but for {@link #reader}, {@link #checkpoint} and {@link #isLatched}.
 */
public final class RocksLogStore extends StoreReads implements TurnStore, AutoCloseable {
    private static final byte[] FIRST = {};

    private final Database database;
    private final Staged staged;
    private final LogNumbers numbers;
    private final Changes changes;
    private final AtomicReference<Bytes> epoch;
    private long lastArrival;
    private long turn;
    private volatile boolean latched;

    private RocksLogStore(Database database, Staged staged, AtomicReference<Bytes> epoch) {
        super(staged, epoch::get);
        this.epoch = epoch;
        this.database = database;
        this.staged = staged;
        this.numbers = new LogNumbers(staged);
        this.changes = new Changes(staged, numbers);
        this.lastArrival = super.lastArrival();
        this.turn = Meta.number(database, Meta.TURN);
    }

    /**
     * Opens the store in {@code directory}; makes one if there is none.
     *
     * @param program name and version of this program, kept in a store that it makes
     * @param newEpoch gives 16 random bytes for a store that is made now
     * @throws StoreRefused if the store is of a newer version, damaged, in use or not accessible
     */
    public static RocksLogStore open(Path directory, String program, Supplier<Bytes> newEpoch) throws StoreRefused {
        return open(directory, program, newEpoch, true);
    }

    /** @param synced false only to show that a test of durability can fail */
    static RocksLogStore open(Path directory, String program, Supplier<Bytes> newEpoch, boolean synced)
            throws StoreRefused {
        StoreDirectory.prepare(directory, program, newEpoch);
        Database database = new Database(directory, OpenDatabase.existing(directory), synced);
        try {
            StoreDirectory.checkSchema(directory, database);
            Upgrades.run(database, program);
            Bytes epoch = Meta.find(database, Meta.EPOCH)
                    .orElseThrow(() -> new StoreRefused("the store in " + directory + " has lost its epoch"));
            return new RocksLogStore(database, new Staged(database), new AtomicReference<>(epoch));
        } catch (StoreUnreadable e) {
            database.close();
            throw new StoreRefused("the store in " + directory + " cannot be read: " + e.getMessage(), e);
        } catch (StoreFailed e) {
            database.close();
            throw new StoreRefused(
                    "the store in " + directory + " is of an older program, and cannot be brought up to this one: "
                            + e.getMessage(),
                    e);
        } catch (StoreRefused e) {
            database.close();
            throw e;
        }
    }

    /**
     * Carries the changes out, visible at once to this store's own reads, durable with the next {@link #commit}.
     *
     * @throws IllegalStateException while the store takes no writes
     * @throws StoreUnreadable if the disk cannot be read
     */
    @Override
    public void stage(List<Change> turnChanges) {
        if (latched) {
            throw new IllegalStateException("the store takes no writes until it has recovered");
        }
        for (Change change : turnChanges) {
            changes.carryOut(change);
            if (change instanceof Change.ArrivalAdded(var arrival)) {
                lastArrival = arrival.number();
            }
        }
    }

    @Override
    public long stagedBytes() {
        return staged.bytes();
    }

    /**
     * Writes what is staged and waits for the disk; does nothing when nothing is staged.
     *
     * @throws StoreFailed if the write failed, now or before; the batch is kept for {@link #recover}
     */
    @Override
    public void commit() throws StoreFailed {
        if (latched) {
            throw new StoreFailed("the store takes no writes until it has recovered");
        }
        if (!staged.isEmpty()) {
            Meta.put(staged, Meta.TURN, turn + 1);
            writeBatch();
        }
    }

    /**
     * Opens the database again after a failed write and makes sure that the same batch is written: once, whatever the
     * failed write did.
     *
     * @throws StoreFailed if it fails again; call it once more later
     */
    @Override
    public void recover() throws StoreFailed {
        if (!latched) {
            return;
        }
        database.reopen();
        if (writtenTurn() > turn) {
            written();
        } else {
            writeBatch();
        }
    }

    /** Whether a write has failed and the store takes no writes. */
    public boolean isLatched() {
        return latched;
    }

    /**
     * What is committed, for read models and pages: on any thread, while this store writes. Answers fail with {@link
     * StoreUnreadable} while the database is closed or broken.
     */
    public LogStore reader() {
        return new StoreReads(database, epoch::get);
    }

    /**
     * Stages a new epoch: arrival numbers that others remember of this store mean nothing from now on. For a store that
     * was restored or copied, before anything else is done with it.
     *
     * @param newEpoch 16 random bytes
     */
    public void renewEpoch(Bytes newEpoch) {
        Meta.put(staged, Meta.EPOCH, newEpoch);
        epoch.set(newEpoch);
    }

    /** What this node alone remembers under this name. */
    public Optional<Bytes> slot(Slot slot) {
        return Meta.find(staged, slot.rowName());
    }

    /** Stages what this node alone remembers under this name. */
    public void stage(Slot slot, Bytes value) {
        Meta.put(staged, slot.rowName(), value);
    }

    /** Whether bodies were erased that may still be read in a file. On any thread. */
    public boolean hasErased() {
        try (Scan erased = database.scan(Family.ERASED, FIRST)) {
            return erased.valid();
        }
    }

    /**
     * Writes files anew so that they tell nothing of what was erased and committed before this call. On any thread but the
     * one that writes; takes as long as writing them takes.
     *
     * @param others what else must forget it; if that fails all is done again by the next call, also after a new start
     * @throws StoreFailed if files cannot be written
     */
    public void wipe(Others others) throws StoreFailed, IOException {
        List<byte[]> erased = new ArrayList<>();
        try (Scan scan = database.scan(Family.ERASED, FIRST)) {
            for (; scan.valid(); scan.next()) {
                erased.add(scan.key());
            }
        }
        if (!erased.isEmpty()) {
            for (List<byte[]> ofLog : byLog(erased)) {
                database.rewrite(Family.BODIES, ofLog.getFirst(), ofLog.getLast());
            }
            others.wipe();
            try (Staged done = new Staged(database)) {
                erased.forEach(key -> done.delete(Family.ERASED, key));
                done.write();
            }
        }
    }

    private static Collection<List<byte[]>> byLog(List<byte[]> keys) {
        return keys.stream()
                .collect(Collectors.groupingBy(Keys::log, TreeMap::new, Collectors.toList()))
                .values();
    }

    /** What else must forget what the store forgets. */
    @FunctionalInterface
    public interface Others {
        void wipe() throws IOException;
    }

    /**
     * Copies what is committed into a directory that must not exist; on any thread.
     *
     * @throws StoreFailed if the copy fails; the store itself is as before
     */
    public void checkpoint(Path target) throws StoreFailed {
        database.checkpoint(target);
    }

    @Override
    public long lastArrival() {
        return lastArrival;
    }

    @Override
    OptionalInt number(LogId log) {
        return numbers.find(log);
    }

    /** Gives memory and files back; what is staged and not committed is lost. */
    @Override
    public void close() {
        staged.close();
        database.close();
    }

    private void writeBatch() throws StoreFailed {
        try {
            staged.write();
            written();
        } catch (StoreFailed e) {
            latched = true;
            throw e;
        }
    }

    private void written() {
        turn++;
        staged.clear();
        latched = false;
    }

    private long writtenTurn() throws StoreFailed {
        try {
            return Meta.number(database, Meta.TURN);
        } catch (StoreUnreadable e) {
            throw new StoreFailed("cannot read back what was written: " + e.getMessage(), e);
        }
    }
}
