// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.merkle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Collections;
import java.util.List;
import java.util.random.RandomGenerator;
import org.gorizont.protocol.crypto.Hashing;
import org.gorizont.protocol.model.Hash;
import org.gorizont.protocol.property.Property;
import org.junit.jupiter.api.Test;

class CompactRangeTest {
    private static final NaiveTree TREE = NaiveTree.of(300, "e");

    @Test
    void rootIsThatOfTheDefinitionAfterEachEntry() {
        CompactRange range = CompactRange.empty();
        for (int size = 0; size < TREE.size(); size++) {
            assertEquals(size, range.size());
            assertEquals(TREE.root(size), range.root());
            assertEquals(Proofs.compactRange(size, TREE), range);
            range = range.append(TREE.leaves().get(size));
        }
    }

    @Property(tries = 200)
    void appendingInAnyBatchesGivesTheSameRange(RandomGenerator random) {
        CompactRange range = CompactRange.empty();
        int size = random.nextInt(TREE.size() + 1);
        while (range.size() < size) {
            int from = (int) range.size();
            range = range.appendAll(TREE.leaves().subList(from, random.nextInt(from, size + 1)));
        }

        assertEquals(Proofs.compactRange(size, TREE), range);
    }

    @Test
    void countOfHashesIsTheCountOfSetBits() {
        Hash hash = Hashing.emptyRoot();
        assertThrows(IllegalArgumentException.class, () -> CompactRange.of(0, List.of(hash)));
        assertThrows(IllegalArgumentException.class, () -> CompactRange.of(5, List.of(hash)));
        assertThrows(IllegalArgumentException.class, () -> CompactRange.of(5, Collections.nCopies(3, hash)));
        assertThrows(IllegalArgumentException.class, () -> CompactRange.of(-1, Collections.nCopies(64, hash)));
        assertEquals(2, CompactRange.of(5, List.of(hash, hash)).hashes().size());
    }

    @Test
    void largestLogCannotGrow() {
        Hash hash = Hashing.emptyRoot();
        CompactRange full = CompactRange.of(Long.MAX_VALUE, Collections.nCopies(63, hash));

        assertThrows(ArithmeticException.class, () -> full.append(hash));
    }

    @Test
    void rangeBeforeTheLastDoublingFoldsIntoOneHash() {
        Hash hash = Hashing.emptyRoot();
        long half = 1L << 62;

        CompactRange range =
                CompactRange.of(half - 1, Collections.nCopies(62, hash)).append(hash);

        assertEquals(half, range.size());
        assertEquals(1, range.hashes().size());
    }
}
