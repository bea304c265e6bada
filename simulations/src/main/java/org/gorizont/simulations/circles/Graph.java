// SPDX-License-Identifier: Apache-2.0
package org.gorizont.simulations.circles;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Who is connected with whom.
 *
 * @param links for each school the others, both ways
 */
record Graph(List<BitSet> links) {
    /** How many neighbours a school has. */
    int degree(int school) {
        return links.get(school).cardinality();
    }

    /** The sizes of the parts into which these schools fall, the largest first. */
    List<Integer> parts(BitSet schools) {
        List<Integer> parts = new ArrayList<>();
        BitSet left = (BitSet) schools.clone();
        while (!left.isEmpty()) {
            parts.add(take(left, left.nextSetBit(0)));
        }
        parts.sort(Comparator.reverseOrder());
        return parts;
    }

    private int take(BitSet left, int first) {
        Deque<Integer> reached = new ArrayDeque<>(List.of(first));
        left.clear(first);
        int size = 0;
        while (!reached.isEmpty()) {
            BitSet next = (BitSet) links.get(reached.remove()).clone();
            size++;
            next.and(left);
            left.andNot(next);
            next.stream().forEach(reached::add);
        }
        return size;
    }

    /** These schools without so many of them that have the most neighbours. */
    BitSet withoutBestConnected(BitSet schools, int count) {
        BitSet others = (BitSet) schools.clone();
        schools.stream()
                .boxed()
                .sorted(Comparator.comparingInt(this::degree).reversed())
                .limit(count)
                .forEach(others::clear);
        return others;
    }

    /** How many neighbours each of these schools has. */
    IntStream degrees(BitSet schools) {
        return schools.stream().map(this::degree);
    }

    /** All schools. */
    BitSet all() {
        BitSet all = new BitSet();
        IntStream.range(0, links.size()).forEach(all::set);
        return all;
    }
}
