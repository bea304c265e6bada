// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.sync;

import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import org.gorizont.protocol.core.Limits;
import org.gorizont.protocol.model.Bytes;

/**
 * The coded symbols of a set of items, which may change at any time.
 *
 * <p>The code is linear: the first symbols are made once, kept, and patched when an item comes or goes, at a cost of
 * about 2 ln(symbols made) additions. The bytes depend on the key and the set alone, not on the order of changes.
 *
 * <p>For one thread. A peer that asks for symbols in several batches must get them of one set: answer it from a {@link
 * #copy()}.
 */
public final class CodedSymbols {
    private static final int FIRST_MADE = 256;
    private static final int GROWTH = 4;

    private final ItemMixer mixer;
    private final NavigableSet<Long> items;
    private Cells made;

    public CodedSymbols(ItemKey key) {
        this(new ItemMixer(key), new TreeSet<>(Long::compareUnsigned), new Cells(0));
    }

    private CodedSymbols(ItemMixer mixer, NavigableSet<Long> items, Cells made) {
        this.mixer = mixer;
        this.items = items;
        this.made = made;
    }

    /** The same set and symbols, independent of later changes. Copies all items. */
    public CodedSymbols copy() {
        // Made here if nobody asked before, else each copy would make the first symbols again for itself.
        symbols(FIRST_MADE);
        return new CodedSymbols(mixer, new TreeSet<>(items), made.copy());
    }

    /**
     * Puts an item into the set.
     *
     * @return false if it was there already; nothing has changed then
     */
    public boolean add(long item) {
        boolean added = items.add(item);
        if (added) {
            patch(item, 1);
        }
        return added;
    }

    /**
     * Takes an item out of the set.
     *
     * @return false if it was not there; nothing has changed then
     */
    public boolean remove(long item) {
        boolean removed = items.remove(item);
        if (removed) {
            patch(item, -1);
        }
        return removed;
    }

    public boolean contains(long item) {
        return items.contains(item);
    }

    public int size() {
        return items.size();
    }

    /** The whole vector, ascending as unsigned numbers. */
    public List<Long> items() {
        return List.copyOf(items);
    }

    /**
     * Symbols [start, start + count) as bytes (docs/protocol.md, "Coded symbols").
     *
     * @param start any number; what lies outside [0, {@link Limits#SYMBOLS}) is left out
     * @param count any number; no more than {@link Limits#SYMBOLS_IN_FRAME} symbols are given
     * @return 13 to 17 bytes a symbol
     */
    public Bytes packed(long start, int count) {
        int from = Math.clamp(start, 0, Limits.SYMBOLS);
        int to = Math.min(Limits.SYMBOLS, from + Math.clamp(count, 0, Limits.SYMBOLS_IN_FRAME));
        return from == to ? Bytes.empty() : PackedSymbols.pack(symbols(to), from, to, size());
    }

    ItemMixer mixer() {
        return mixer;
    }

    /** At least {@code size} symbols; not to be changed by the caller. */
    Cells symbols(int size) {
        if (made.size() < size) {
            int target = Math.max(made.size(), FIRST_MADE);
            while (target < size) {
                target *= GROWTH;
            }
            // Made anew: going over all items again is cheaper than remembering where each of them stands.
            made = new Cells(target);
            items.forEach(item -> patch(item, 1));
        }
        return made;
    }

    private void patch(long item, int count) {
        int check = mixer.check(item);
        for (IndexWalk walk = mixer.walk(item); walk.index() < made.size(); walk.advance()) {
            made.change(walk.index(), item, check, count);
        }
    }
}
