// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.merkle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.OptionalLong;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.gorizont.protocol.model.Hash;
import org.gorizont.protocol.property.Property;
import org.junit.jupiter.api.Test;

class VastSizesTest {
    @Property(tries = 300)
    void proofsHoldInTreesOfAnySize(RandomGenerator random) {
        long size = anySize(random);
        long seq = random.nextLong(size);
        VastTree tree = new VastTree(random.nextLong(size));
        Hash root = Proofs.root(size, tree);

        tree.reads = 0;
        assertTrue(Proofs.inclusion(seq, size, tree).verifies(tree.node(0, seq), root));
        assertTrue(Proofs.consistency(seq, size, tree).verifies(Proofs.root(seq, tree), root));
        assertTrue(tree.reads < 3 * 128, () -> tree.reads + " reads");
    }

    @Property(tries = 300)
    void firstDifferenceIsFoundWithFewReads(RandomGenerator random) {
        long sizeA = anySize(random);
        long sizeB = anySize(random);
        long common = Math.min(sizeA, sizeB);
        long inA = random.nextLong(common);
        long inB = random.nextInt(8) == 0 ? inA : random.nextLong(common);
        VastTree a = new VastTree(inA);
        VastTree b = new VastTree(inB);

        OptionalLong found = Forks.firstDifference(sizeA, a, sizeB, b);

        assertEquals(inA == inB ? OptionalLong.empty() : OptionalLong.of(Math.min(inA, inB)), found);
        assertTrue(a.reads <= 126, () -> a.reads + " reads");
    }

    @Property(tries = 300)
    void foreignHashesUnderForeignSizesEndInRefusalW24(RandomGenerator random) {
        long size = anySize(random);
        long seq = random.nextLong(size);
        List<Hash> hashes = Stream.generate(() -> anyHash(random))
                .limit(random.nextInt(Proofs.MAX_HASHES + 1))
                .toList();

        assertFalse(new Inclusion(seq, size, hashes).verifies(anyHash(random), anyHash(random)));
        assertFalse(new Consistency(seq, size, hashes).verifies(anyHash(random), anyHash(random)));
    }

    @Test
    void headOfSizeTenToThe18IsJudgedByItsPathAloneW24() {
        long size = 1_000_000_000_000_000_000L;
        VastTree tree = new VastTree(17);
        Inclusion proof = Proofs.inclusion(17, size, tree);

        assertEquals(60, proof.hashes().size());
        assertTrue(proof.verifies(tree.node(0, 17), Proofs.root(size, tree)));
        assertFalse(proof.verifies(tree.node(0, 18), Proofs.root(size, tree)));
    }

    /** Each number of bits is as likely as any other. */
    private static long anySize(RandomGenerator random) {
        return (random.nextLong(Long.MAX_VALUE) >>> random.nextInt(62)) + 1;
    }

    private static Hash anyHash(RandomGenerator random) {
        byte[] bytes = new byte[Hash.SIZE];
        random.nextBytes(bytes);
        return Hash.wrap(bytes);
    }
}
