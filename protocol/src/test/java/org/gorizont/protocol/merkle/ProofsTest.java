// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.merkle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.random.RandomGenerator;
import org.gorizont.protocol.crypto.Hashing;
import org.gorizont.protocol.model.Hash;
import org.gorizont.protocol.property.Property;
import org.junit.jupiter.api.Test;

class ProofsTest {
    private static final int SIZE = 150;
    private static final NaiveTree TREE = NaiveTree.of(SIZE, "e");
    private static final Hash OTHER = Hashing.emptyRoot();

    @Test
    void eachLeafIsProvedInTreesOfAllSizes() {
        for (int size = 1; size <= SIZE; size++) {
            for (int seq = 0; seq < size; seq++) {
                Inclusion proof = Proofs.inclusion(seq, size, TREE);
                assertEquals(TREE.path(seq, size), proof.hashes());
                assertTrue(proof.verifies(TREE.leaves().get(seq), TREE.root(size)));
            }
        }
    }

    @Test
    void eachTreeIsProvedToExtendAllSmallerOnes() {
        for (int newSize = 1; newSize <= SIZE; newSize++) {
            for (int oldSize = 1; oldSize <= newSize; oldSize++) {
                Consistency proof = Proofs.consistency(oldSize, newSize, TREE);
                assertEquals(TREE.proof(oldSize, newSize), proof.hashes());
                assertTrue(proof.verifies(TREE.root(oldSize), TREE.root(newSize)));
            }
        }
    }

    @Test
    void eachTreeExtendsTheEmptyOne() {
        for (int size = 0; size <= SIZE; size++) {
            Consistency proof = Proofs.consistency(0, size, TREE);
            assertEquals(List.of(), proof.hashes());
            assertTrue(proof.verifies(Hashing.emptyRoot(), TREE.root(size)));
            assertFalse(proof.verifies(TREE.root(1), TREE.root(size)));
        }
        assertFalse(new Consistency(0, 0, List.of()).verifies(TREE.root(1), TREE.root(1)));
        assertFalse(new Consistency(0, 5, List.of(OTHER)).verifies(Hashing.emptyRoot(), TREE.root(5)));
    }

    @Test
    void equalSizesNeedEqualRootsAndNoHashes() {
        assertTrue(new Consistency(5, 5, List.of()).verifies(TREE.root(5), TREE.root(5)));
        assertFalse(new Consistency(5, 5, List.of()).verifies(TREE.root(5), TREE.root(6)));
        assertFalse(new Consistency(5, 5, List.of(OTHER)).verifies(TREE.root(5), TREE.root(5)));
    }

    @Property(tries = 300)
    void inclusionFailsWithAnyHashChanged(RandomGenerator random) {
        int size = random.nextInt(1, SIZE + 1);
        int seq = random.nextInt(size);
        Hash leaf = TREE.leaves().get(seq);

        for (List<Hash> wrong : mutations(TREE.path(seq, size), random)) {
            assertFalse(new Inclusion(seq, size, wrong).verifies(leaf, TREE.root(size)));
        }
        Inclusion right = new Inclusion(seq, size, TREE.path(seq, size));
        assertFalse(right.verifies(flipped(leaf, random), TREE.root(size)));
        assertFalse(right.verifies(leaf, flipped(TREE.root(size), random)));
    }

    @Property(tries = 300)
    void consistencyFailsWithAnyHashChanged(RandomGenerator random) {
        int newSize = random.nextInt(2, SIZE + 1);
        int oldSize = random.nextInt(1, newSize);

        for (List<Hash> wrong : mutations(TREE.proof(oldSize, newSize), random)) {
            assertFalse(new Consistency(oldSize, newSize, wrong).verifies(TREE.root(oldSize), TREE.root(newSize)));
        }
        Consistency right = new Consistency(oldSize, newSize, TREE.proof(oldSize, newSize));
        assertFalse(right.verifies(flipped(TREE.root(oldSize), random), TREE.root(newSize)));
        assertFalse(right.verifies(TREE.root(oldSize), flipped(TREE.root(newSize), random)));
        assertFalse(right.verifies(TREE.root(newSize), TREE.root(oldSize)));
    }

    @Test
    void consistencyFailsUnderOtherSizes() {
        for (int newSize = 1; newSize <= 40; newSize++) {
            for (int oldSize = 1; oldSize <= newSize; oldSize++) {
                consistencyFailsUnderOtherSizes(oldSize, newSize, TREE.proof(oldSize, newSize));
            }
        }
    }

    private static void consistencyFailsUnderOtherSizes(int oldSize, int newSize, List<Hash> hashes) {
        for (int other = 1; other <= 40; other++) {
            if (other != newSize && other >= oldSize) {
                Consistency proof = new Consistency(oldSize, other, hashes);
                assertFalse(proof.verifies(TREE.root(oldSize), TREE.root(other)));
            }
            if (other != oldSize && other <= newSize) {
                Consistency proof = new Consistency(other, newSize, hashes);
                assertFalse(proof.verifies(TREE.root(other), TREE.root(newSize)));
            }
        }
    }

    @Test
    void inclusionFailsAtOtherPositionsAndUnderOtherRoots() {
        for (int size = 1; size <= 40; size++) {
            for (int seq = 0; seq < size; seq++) {
                inclusionFailsElsewhere(seq, size, TREE.path(seq, size));
            }
        }
    }

    private static void inclusionFailsElsewhere(int seq, int size, List<Hash> hashes) {
        Hash leaf = TREE.leaves().get(seq);
        for (int other = 0; other <= 40; other++) {
            if (other != seq && other < size) {
                assertFalse(new Inclusion(other, size, hashes).verifies(leaf, TREE.root(size)));
            }
            if (other != size && other > seq) {
                assertFalse(new Inclusion(seq, other, hashes).verifies(leaf, TREE.root(other)));
                assertFalse(new Inclusion(seq, size, hashes).verifies(leaf, TREE.root(other)));
            }
        }
    }

    @Test
    void pathsThatEndBelowOrAboveTheRootAreRefused() {
        Hash leaf = TREE.leaves().getFirst();
        List<Hash> above = new ArrayList<>(TREE.path(0, 4));
        above.add(OTHER);

        assertFalse(new Inclusion(0, 5, TREE.path(0, 4)).verifies(leaf, TREE.root(4)));
        assertFalse(new Inclusion(0, 4, above).verifies(leaf, Hashing.node(OTHER, TREE.root(4))));
        assertFalse(new Inclusion(0, 4, above).verifies(leaf, Hashing.node(TREE.root(4), OTHER)));
    }

    @Test
    void consistencyThatEndsBelowOrAboveTheRootIsRefused() {
        List<Hash> above = new ArrayList<>(TREE.proof(3, 4));
        above.add(OTHER);
        Hash oldRoot = Hashing.node(OTHER, TREE.root(3));

        assertFalse(new Consistency(2, 5, TREE.proof(2, 4)).verifies(TREE.root(2), TREE.root(4)));
        assertFalse(new Consistency(3, 4, above).verifies(oldRoot, Hashing.node(OTHER, TREE.root(4))));
        assertFalse(new Consistency(3, 4, above).verifies(TREE.root(3), Hashing.node(TREE.root(4), OTHER)));
    }

    /** Why sizes are taken from signed heads: the last of three leaves can pass as the second of two. */
    @Test
    void rootAloneDoesNotBindTheSize() {
        Inclusion proof = new Inclusion(1, 2, TREE.path(2, 3));

        assertTrue(proof.verifies(TREE.leaves().get(2), TREE.root(3)));
    }

    @Test
    void bytesThatCannotBeAProofAreRefused() {
        List<Hash> tooMany = Collections.nCopies(Proofs.MAX_HASHES + 1, OTHER);

        assertThrows(IllegalArgumentException.class, () -> new Inclusion(0, 1, tooMany));
        assertThrows(IllegalArgumentException.class, () -> new Inclusion(-1, 1, List.of()));
        assertThrows(IllegalArgumentException.class, () -> new Inclusion(1, 1, List.of()));
        assertThrows(IllegalArgumentException.class, () -> new Inclusion(0, -1, List.of()));
        assertThrows(IllegalArgumentException.class, () -> new Consistency(1, 2, tooMany));
        assertThrows(IllegalArgumentException.class, () -> new Consistency(-1, 2, List.of()));
        assertThrows(IllegalArgumentException.class, () -> new Consistency(3, 2, List.of()));
    }

    @Test
    void makersRefuseWhatNoTreeHas() {
        assertThrows(IllegalArgumentException.class, () -> Proofs.inclusion(5, 5, TREE));
        assertThrows(IllegalArgumentException.class, () -> Proofs.inclusion(-1, 5, TREE));
        assertThrows(IllegalArgumentException.class, () -> Proofs.consistency(6, 5, TREE));
        assertThrows(IllegalArgumentException.class, () -> Proofs.consistency(-1, 5, TREE));
        assertThrows(IllegalArgumentException.class, () -> Proofs.root(-1, TREE));
    }

    private static List<List<Hash>> mutations(List<Hash> right, RandomGenerator random) {
        List<List<Hash>> mutations = new ArrayList<>();
        for (int i = 0; i < right.size(); i++) {
            List<Hash> flipped = new ArrayList<>(right);
            flipped.set(i, flipped(right.get(i), random));
            mutations.add(flipped);
            List<Hash> shorter = new ArrayList<>(right);
            shorter.remove(i);
            mutations.add(shorter);
            List<Hash> longer = new ArrayList<>(right);
            longer.add(i, right.get(i));
            mutations.add(longer);
        }
        List<Hash> longer = new ArrayList<>(right);
        longer.add(OTHER);
        mutations.add(longer);
        return mutations;
    }

    private static Hash flipped(Hash hash, RandomGenerator random) {
        byte[] bytes = hash.bytes().toArray();
        bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
        return Hash.wrap(bytes);
    }
}
