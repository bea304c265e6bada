// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.readmodel;

import java.util.List;

/** A part of a longer answer: items [from, from + items) of {@code total}. */
public record Page<T>(List<T> items, int from, int total) {
    public Page {
        items = List.copyOf(items);
    }

    static <T> Page<T> of(List<T> all, Slice slice) {
        int from = Math.min(slice.from(), all.size());
        int to = (int) Math.min((long) from + slice.atMost(), all.size());
        return new Page<>(all.subList(from, to), from, all.size());
    }

    /** Which part is asked for. */
    public record Slice(int from, int atMost) {
        private static final int MOST = 1_000;
        public static final Slice FIRST = new Slice(0, 50);

        public Slice {
            from = Math.max(0, from);
            atMost = Math.clamp(atMost, 1, MOST);
        }
    }
}
