// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.merkle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.random.RandomGenerator;
import org.gorizont.protocol.crypto.Hashing;
import org.gorizont.protocol.model.Bytes;
import org.gorizont.protocol.model.Channel;
import org.gorizont.protocol.model.Hash;
import org.gorizont.protocol.model.Head;
import org.gorizont.protocol.model.LogId;
import org.gorizont.protocol.model.SchoolId;
import org.gorizont.protocol.model.Scope;
import org.gorizont.protocol.model.Signature;
import org.gorizont.protocol.model.SignedHead;
import org.gorizont.protocol.property.Property;
import org.junit.jupiter.api.Test;

class ForkProofTest {
    private static final LogId LOG =
            new LogId(new SchoolId(Hashing.leaf(Bytes.zeros(1))), Channel.CATALOGUE, Scope.everyCircle(), 0);

    /** Two branches of one log that part at 13. */
    private static final NaiveTree FIRST = NaiveTree.of(40, "e");

    private static final NaiveTree SECOND = branch(13, 50);
    private static final ForkProof PROOF = proof(FIRST, SECOND, 13);

    @Property(tries = 200)
    void firstDifferenceIsFoundAndProved(RandomGenerator random) {
        int index = random.nextInt(FIRST.size());
        NaiveTree second = branch(index, index + 1 + random.nextInt(50));
        int first = random.nextInt(index + 1, FIRST.size() + 1);
        NaiveTree shortened = new NaiveTree(FIRST.leaves().subList(0, first));

        Optional<ForkProof> proof = Forks.make(head(shortened), shortened, head(second), second);

        assertEquals(OptionalLong.of(index), Forks.firstDifference(first, shortened, second.size(), second));
        assertTrue(proof.orElseThrow().differs());
        assertEquals(index, proof.get().index());
    }

    @Test
    void proofIsTheSameFromBothSides() {
        ForkProof mirrored =
                Forks.make(head(SECOND), SECOND, head(FIRST), FIRST).orElseThrow();

        assertTrue(mirrored.differs());
        assertEquals(PROOF.index(), mirrored.index());
    }

    @Test
    void smallerHonestHeadEqualsOwnRootAtItsSizeAndIsNoForkW24() {
        NaiveTree smaller = new NaiveTree(FIRST.leaves().subList(0, 21));

        assertEquals(smaller.root(), Proofs.root(21, FIRST));
        assertEquals(Optional.empty(), Forks.make(head(smaller), smaller, head(FIRST), FIRST));
    }

    @Test
    void smallerHeadOfAnotherBranchIsProvedW24() {
        NaiveTree smaller = new NaiveTree(SECOND.leaves().subList(0, 14));

        assertTrue(Forks.make(head(smaller), smaller, head(FIRST), FIRST)
                .orElseThrow()
                .differs());
    }

    @Test
    void sameHeadTwiceProvesNothingW25() {
        for (int index = 0; index < FIRST.size(); index++) {
            assertFalse(proof(FIRST, FIRST, index).differs());
        }
    }

    @Test
    void headsOfDifferentSizesOfOneHonestLogProveNothingW25() {
        for (int size = 1; size < FIRST.size(); size++) {
            NaiveTree smaller = new NaiveTree(FIRST.leaves().subList(0, size));
            for (int index = 0; index < size; index++) {
                assertFalse(proof(smaller, FIRST, index).differs());
            }
        }
    }

    /** The last leaf of the smaller tree stands elsewhere in the larger one; neither position can be claimed. */
    @Test
    void leafOfAnotherPositionProvesNothingW25() {
        NaiveTree smaller = new NaiveTree(FIRST.leaves().subList(0, 21));
        for (int index = 0; index < smaller.size(); index++) {
            for (int other = 0; other < FIRST.size(); other++) {
                ForkProof right = proof(smaller, FIRST, index);
                ForkProof wrong = new ForkProof(
                        right.first(),
                        right.second(),
                        index,
                        right.firstLeaf(),
                        FIRST.leaves().get(other),
                        right.firstPath(),
                        FIRST.path(other, FIRST.size()));
                assertFalse(wrong.differs());
            }
        }
    }

    @Test
    void laterDifferenceThanTheFirstIsRefusedW25() {
        for (int index = 0; index < FIRST.size(); index++) {
            assertEquals(index == 13, proof(FIRST, SECOND, index).differs());
        }
    }

    @Test
    void indexOutsideOfEitherHeadIsRefusedW25() {
        ForkProof mirrored = proof(SECOND, FIRST, 13);
        for (long index : new long[] {0, 12, 14, 39, 40, 49, 50, Long.MAX_VALUE}) {
            assertFalse(withIndex(PROOF, index).differs());
            assertFalse(withIndex(mirrored, index).differs());
        }
        assertThrows(IllegalArgumentException.class, () -> withIndex(PROOF, -1));
    }

    @Test
    void headsOfDifferentLogsProveNothingW25() {
        LogId otherIncarnation = new LogId(LOG.school(), LOG.channel(), LOG.scope(), 1);
        LogId otherChannel = new LogId(LOG.school(), Channel.CALENDAR, LOG.scope(), 0);

        assertFalse(withFirst(head(otherIncarnation, FIRST)).differs());
        assertFalse(withFirst(head(otherChannel, FIRST)).differs());
        assertEquals(Optional.empty(), Forks.make(head(otherIncarnation, FIRST), FIRST, head(SECOND), SECOND));
    }

    @Test
    void equalLeavesProveNothingW25() {
        ForkProof equal = new ForkProof(
                PROOF.first(),
                PROOF.second(),
                13,
                PROOF.firstLeaf(),
                PROOF.firstLeaf(),
                PROOF.firstPath(),
                PROOF.secondPath());

        assertFalse(equal.differs());
    }

    @Test
    void anyChangedHashIsRefusedW25() {
        Hash other = Hashing.emptyRoot();
        for (int i = 0; i < PROOF.firstPath().size(); i++) {
            assertFalse(withPaths(replaced(PROOF.firstPath(), i, other), PROOF.secondPath())
                    .differs());
        }
        for (int i = 0; i < PROOF.secondPath().size(); i++) {
            assertFalse(withPaths(PROOF.firstPath(), replaced(PROOF.secondPath(), i, other))
                    .differs());
        }
        assertFalse(withPaths(List.of(), List.of()).differs());
        assertFalse(withPaths(PROOF.secondPath(), PROOF.firstPath()).differs());
    }

    @Test
    void endlessPathsAreRefusedW25() {
        List<Hash> tooMany = Collections.nCopies(Proofs.MAX_HASHES + 1, Hashing.emptyRoot());

        assertThrows(IllegalArgumentException.class, () -> withPaths(tooMany, PROOF.secondPath()));
        assertThrows(IllegalArgumentException.class, () -> withPaths(PROOF.firstPath(), tooMany));
    }

    @Test
    void makerRefusesHeadsThatAreNotOfTheirTrees() {
        assertThrows(
                IllegalArgumentException.class,
                () -> Forks.make(head(FIRST), FIRST, head(LOG, SECOND.size(), FIRST.root()), SECOND));
    }

    @Property(tries = 200)
    void leftSiblingsOfAnyPathAreTheCompactRangeBeforeIt(RandomGenerator random) {
        int size = random.nextInt(1, FIRST.size() + 1);
        int seq = random.nextInt(size);

        List<Hash> left = new Inclusion(seq, size, FIRST.path(seq, size)).leftSiblings();

        assertEquals(Proofs.compactRange(seq, FIRST).hashes(), left);
    }

    private static NaiveTree branch(int index, int size) {
        List<Hash> leaves = new ArrayList<>(NaiveTree.leaves(0, index, "e"));
        leaves.addAll(NaiveTree.leaves(index, size, "fork"));
        return new NaiveTree(leaves);
    }

    /** All parts true to the trees, whether or not they differ at the index. */
    private static ForkProof proof(NaiveTree a, NaiveTree b, int index) {
        return new ForkProof(
                head(a),
                head(b),
                index,
                a.leaves().get(index),
                b.leaves().get(index),
                a.path(index, a.size()),
                b.path(index, b.size()));
    }

    private static ForkProof withIndex(ForkProof proof, long index) {
        return new ForkProof(
                proof.first(),
                proof.second(),
                index,
                proof.firstLeaf(),
                proof.secondLeaf(),
                proof.firstPath(),
                proof.secondPath());
    }

    private static ForkProof withFirst(SignedHead first) {
        return new ForkProof(
                first,
                PROOF.second(),
                13,
                PROOF.firstLeaf(),
                PROOF.secondLeaf(),
                PROOF.firstPath(),
                PROOF.secondPath());
    }

    private static ForkProof withPaths(List<Hash> firstPath, List<Hash> secondPath) {
        return new ForkProof(
                PROOF.first(), PROOF.second(), 13, PROOF.firstLeaf(), PROOF.secondLeaf(), firstPath, secondPath);
    }

    private static List<Hash> replaced(List<Hash> hashes, int index, Hash hash) {
        List<Hash> changed = new ArrayList<>(hashes);
        changed.set(index, hash);
        return changed;
    }

    private static SignedHead head(NaiveTree tree) {
        return head(LOG, tree);
    }

    private static SignedHead head(LogId log, NaiveTree tree) {
        return head(log, tree.size(), tree.root());
    }

    /** Signatures are not this package's question. */
    private static SignedHead head(LogId log, long size, Hash root) {
        return new SignedHead(new Head(log, size, root, 0), Bytes.empty(), new Signature(Bytes.zeros(Signature.SIZE)));
    }
}
