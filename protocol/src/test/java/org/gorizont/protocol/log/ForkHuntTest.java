// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.gorizont.protocol.actors.Actor;
import org.gorizont.protocol.core.Verdict;
import org.gorizont.protocol.crypto.Ed25519Verifier;
import org.gorizont.protocol.frame.Proof;
import org.gorizont.protocol.frame.ProofRequest;
import org.gorizont.protocol.merkle.Forks;
import org.gorizont.protocol.merkle.HashSource;
import org.gorizont.protocol.merkle.Inclusion;
import org.gorizont.protocol.merkle.Proofs;
import org.gorizont.protocol.merkle.VastTree;
import org.gorizont.protocol.model.Hash;
import org.gorizont.protocol.model.LogId;
import org.gorizont.protocol.property.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ForkHuntTest {
    private static final Actor ALICE = Actor.named("alice");
    private static final LogId LOG = ALICE.catalogue();

    private int questions;

    @Property
    void w18_findsTheFirstDifferenceWhereverItIs(RandomGenerator random) {
        int common = random.nextInt(300);
        TwoBranches branches =
                TwoBranches.of(ALICE, LOG, common, common + 1 + random.nextInt(300), common + 1 + random.nextInt(300));

        ForkHunt.Proven proven = assertInstanceOf(ForkHunt.Proven.class, hunt(branches));

        assertEquals(common, proven.proof().index());
        assertEquals(
                Forks.make(branches.ours(), branches.own(), branches.theirs(), branches.other()),
                Optional.of(proven.proof()));
        assertInstanceOf(Verdict.Forked.class, ForkCheck.verify(proven.proof(), ALICE.chain(), new Ed25519Verifier()));
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 2, 3, (1L << 62) - 1, 1L << 62, Long.MAX_VALUE - 2, Long.MAX_VALUE - 1})
    void asksAtMost64QuestionsInTheLargestTrees(long difference) {
        HashSource own = new VastTree(Long.MAX_VALUE);
        HashSource other = new VastTree(difference);
        long size = Long.MAX_VALUE;
        TwoBranches branches = new TwoBranches(
                own,
                ALICE.head(LOG, size, Proofs.root(size, own)),
                other,
                ALICE.head(LOG, size, Proofs.root(size, other)));

        ForkHunt.Proven proven = assertInstanceOf(ForkHunt.Proven.class, hunt(branches));

        assertEquals(difference, proven.proof().index());
        assertTrue(questions <= ForkHunt.MAX_QUESTIONS, questions + " questions");
    }

    @Test
    void theirHeadThatGrewFromOursIsNoFork() {
        assertUnverified(hunt(TwoBranches.of(ALICE, LOG, 9, 9, 14)));
        assertUnverified(hunt(TwoBranches.of(ALICE, LOG, 9, 14, 9)));
        assertUnverified(hunt(TwoBranches.of(ALICE, LOG, 9, 9, 9)));
    }

    @Test
    void peerThatCannotShowItsTreeProvesNothing() {
        TwoBranches branches = TwoBranches.of(ALICE, LOG, 4, 9, 14);
        ForkHunt hunt = ForkHunt.begin(branches.ours(), branches.theirs());
        ProofRequest.OfInclusion asked =
                assertInstanceOf(ProofRequest.OfInclusion.class, hunt.next().orElseThrow());
        Proof.OfInclusion right = answer(asked, branches.other());
        Inclusion path = right.inclusion();
        LogId otherLog = Actor.named("bob").catalogue();
        Inclusion elsewhere = Proofs.inclusion(asked.seq() - 1, asked.size(), branches.other());
        Inclusion smaller = Proofs.inclusion(asked.seq(), asked.size() - 1, branches.other());

        assertLies(hunt, branches, new Proof.OfConsistency(LOG, Proofs.consistency(9, 14, branches.other())));
        assertLies(
                hunt,
                branches,
                answer(asked, TwoBranches.of(ALICE, LOG, 5, 9, 14).other()));
        assertLies(hunt, branches, new Proof.OfInclusion(LOG, path, LOG.school().hash()));
        assertLies(hunt, branches, new Proof.OfInclusion(otherLog, path, right.leaf()));
        assertLies(
                hunt,
                branches,
                new Proof.OfInclusion(LOG, new Inclusion(path.seq(), path.size(), List.<Hash>of()), right.leaf()));
        assertLies(
                hunt,
                branches,
                new Proof.OfInclusion(LOG, elsewhere, branches.other().node(0, asked.seq() - 1)));
        assertLies(hunt, branches, new Proof.OfInclusion(LOG, smaller, right.leaf()));
        assertLies(
                hunt, branches, new Proof.OfInclusion(LOG, new Inclusion(path.seq(), 13, path.hashes()), right.leaf()));
        assertInstanceOf(ForkHunt.Asking.class, hunt.answer(right, branches.own()));
    }

    @Test
    void huntThatIsOverAsksNothing() {
        TwoBranches branches = TwoBranches.of(ALICE, LOG, 0, 1, 1);
        ForkHunt over = hunt(branches);

        assertEquals(Optional.empty(), over.next());
        assertEquals(
                over,
                over.answer(new Proof.OfConsistency(LOG, Proofs.consistency(1, 1, branches.own())), branches.own()));
    }

    @Test
    void headsOfTwoLogsCannotBeCompared() {
        TwoBranches branches = TwoBranches.of(ALICE, LOG, 0, 1, 1);
        Actor bob = Actor.named("bob");

        assertThrows(
                IllegalArgumentException.class,
                () -> ForkHunt.begin(
                        branches.ours(),
                        bob.head(bob.catalogue(), 1, LOG.school().hash())));
    }

    private ForkHunt hunt(TwoBranches branches) {
        questions = 0;
        ForkHunt hunt = ForkHunt.begin(branches.ours(), branches.theirs());
        while (hunt.next().isPresent() && questions <= ForkHunt.MAX_QUESTIONS) {
            questions++;
            ProofRequest.OfInclusion asked =
                    (ProofRequest.OfInclusion) hunt.next().orElseThrow();
            hunt = hunt.answer(answer(asked, branches.other()), branches.own());
        }
        return hunt;
    }

    private static Proof.OfInclusion answer(ProofRequest.OfInclusion asked, HashSource tree) {
        return new Proof.OfInclusion(
                asked.log(), Proofs.inclusion(asked.seq(), asked.size(), tree), tree.node(0, asked.seq()));
    }

    private static void assertLies(ForkHunt hunt, TwoBranches branches, Proof answer) {
        assertUnverified(hunt.answer(answer, branches.own()));
    }

    private static void assertUnverified(ForkHunt hunt) {
        assertInstanceOf(ForkHunt.Unverified.class, hunt);
    }
}
