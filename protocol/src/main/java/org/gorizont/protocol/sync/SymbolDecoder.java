// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.sync;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.gorizont.protocol.core.Limits;
import org.gorizont.protocol.model.Bytes;

/**
 * Finds the difference between the own set and that of a peer from the peer's coded symbols.
 *
 * <p>Transitions: {@code MORE} until every symbol received is zero after peeling ({@code DECODED}), or the symbols cost
 * more than the whole vector or contradict each other ({@code GIVE_UP}), or the bytes are none that an honest node sends
 * ({@code MALFORMED}). The last three are final. Whatever a peer sends, work and memory are bounded by the symbols
 * received: no item is peeled twice, and no more items than there are symbols.
 *
 * <p>For one thread. Works on a copy of the own set, which may go on changing.
 */
public final class SymbolDecoder {
    /** What to do next. */
    public enum Progress {
        /** Ask for {@link #nextBatch()} symbols from {@link #received()} on. */
        MORE,
        /** The difference is complete. */
        DECODED,
        /** Take a fresh key or the whole vector: the difference is too large, or symbols contradict each other. */
        GIVE_UP,
        /** The peer breaks the format. */
        MALFORMED
    }

    /** Symbols to ask for before anything is known of the peer's set. */
    public static final int FIRST_BATCH = 20;
    /** Items of a set that is reconciled at all; a peer that names more is given up at once. */
    public static final int MAX_ITEMS = 1 << 20;

    /** Symbols that are always tried, however small the peer's vector is. */
    private static final int LEAST_BOUND = 32;

    private final CodedSymbols local;
    private final int remoteSize;
    private final int bound;
    private final Cells difference = new Cells(0);
    private final DifferenceEstimate estimate;
    private final List<Peeled> peeled = new ArrayList<>();
    private final ArrayDeque<Integer> perhapsPure = new ArrayDeque<>();
    private final TreeSet<Long> remoteOnly = new TreeSet<>(Long::compareUnsigned);
    private final TreeSet<Long> localOnly = new TreeSet<>(Long::compareUnsigned);
    private Progress progress = Progress.MORE;

    /** An item of one side, and how far it has been taken out of the symbols. */
    private record Peeled(long item, int check, int count, IndexWalk walk) {}

    /**
     * Begins with a copy of the own set.
     *
     * @param remoteSize items in the peer's set, as the peer says: any number
     */
    public SymbolDecoder(CodedSymbols local, long remoteSize) {
        this.local = local.copy();
        this.remoteSize = Math.clamp(remoteSize, 0, MAX_ITEMS);
        this.bound = bound(this.remoteSize);
        this.estimate = new DifferenceEstimate(this.remoteSize - local.size());
        if (this.remoteSize != remoteSize || estimate.leastSymbols() > bound) {
            progress = Progress.GIVE_UP;
        }
    }

    /** How many symbols cost as much as the whole vector. */
    private static int bound(int setSize) {
        long worth = (long) setSize * Long.BYTES / PackedSymbols.MIN_BYTES;
        return Math.clamp(worth, LEAST_BOUND, Limits.SYMBOLS);
    }

    public Progress progress() {
        return progress;
    }

    public boolean decoded() {
        return progress == Progress.DECODED;
    }

    /** Symbols taken in so far: the index of the next one. */
    public int received() {
        return difference.size();
    }

    /**
     * How many symbols to ask for next, so that few are sent in vain and few batches are needed: about six for 5,000
     * differences. At least one while the progress is {@code MORE}.
     */
    public int nextBatch() {
        int wanted = received() == 0 ? FIRST_BATCH : estimate.nextBatch(received());
        return Math.min(Math.min(wanted, Limits.SYMBOLS_IN_FRAME), bound - received());
    }

    /** Items that the peer alone has, ascending as unsigned numbers; complete once decoded. */
    public List<Long> remoteOnly() {
        return List.copyOf(remoteOnly);
    }

    /** Items that this node alone has, ascending as unsigned numbers; complete once decoded. */
    public List<Long> localOnly() {
        return List.copyOf(localOnly);
    }

    /**
     * Takes in the peer's symbols from index {@code start} on. A batch that does not begin at {@link #received()} is
     * repeated or comes after a loss; it changes nothing, as anything does once the progress is final. All symbols must
     * be of one set: those of another read as a contradiction.
     *
     * @param packed at least one symbol; symbols beyond the bound are not read
     */
    public Progress receive(long start, Bytes packed) {
        if (progress == Progress.MORE && start == received()) {
            progress = PackedSymbols.unpack(packed, received(), remoteSize, bound - received())
                    .map(this::take)
                    .orElse(Progress.MALFORMED);
        }
        return progress;
    }

    private Progress take(Cells batch) {
        if (batch.size() == 0) {
            return Progress.GIVE_UP;
        }
        append(batch);
        if (!peelAll()) {
            return Progress.GIVE_UP;
        }
        if (allZero()) {
            return Progress.DECODED;
        }
        return received() < bound && estimate.leastSymbols() <= bound ? Progress.MORE : Progress.GIVE_UP;
    }

    private void append(Cells batch) {
        int from = received();
        Cells own = local.symbols(from + batch.size());
        difference.grow(from + batch.size());
        for (int i = 0; i < batch.size(); i++) {
            int index = from + i;
            difference.change(index, batch.sum(i), batch.check(i), batch.count(i));
            difference.change(index, own.sum(index), own.check(index), -own.count(index));
            estimate.observe(index, difference.count(index));
            perhapsPure.add(index);
        }
        peeled.forEach(this::takeOut);
    }

    /** Follows the item's walk to the last symbol received. */
    private void takeOut(Peeled item) {
        for (IndexWalk walk = item.walk; walk.index() < received(); walk.advance()) {
            difference.change(walk.index(), item.item, item.check, -item.count);
            perhapsPure.add(walk.index());
        }
    }

    /** @return false if symbols contradict each other */
    private boolean peelAll() {
        for (Integer index = perhapsPure.poll(); index != null; index = perhapsPure.poll()) {
            if (isPure(index) && !peel(index)) {
                return false;
            }
        }
        return true;
    }

    private boolean isPure(int index) {
        return Math.abs(difference.count(index)) == 1
                && difference.check(index) == local.mixer().check(difference.sum(index));
    }

    private boolean peel(int index) {
        long item = difference.sum(index);
        int count = difference.count(index);
        boolean possible = local.contains(item) == (count < 0);
        boolean isNew = (count > 0 ? remoteOnly : localOnly).add(item);
        if (!possible || !isNew || peeled.size() == received()) {
            return false;
        }
        Peeled found =
                new Peeled(item, difference.check(index), count, local.mixer().walk(item));
        peeled.add(found);
        takeOut(found);
        // Not zero: the item's walk does not come by here.
        return difference.isZero(index);
    }

    private boolean allZero() {
        for (int index = 0; index < received(); index++) {
            if (!difference.isZero(index)) {
                return false;
            }
        }
        return true;
    }
}
