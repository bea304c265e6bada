// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import org.gorizont.protocol.actors.Actor;
import org.gorizont.protocol.core.Verdict;
import org.gorizont.protocol.crypto.Ed25519Verifier;
import org.gorizont.protocol.crypto.SignatureVerifier;
import org.gorizont.protocol.crypto.SigningContext;
import org.gorizont.protocol.merkle.ForkProof;
import org.gorizont.protocol.merkle.Forks;
import org.gorizont.protocol.model.Bytes;
import org.gorizont.protocol.model.LogId;
import org.gorizont.protocol.model.Seal;
import org.gorizont.protocol.model.Signature;
import org.gorizont.protocol.model.SignedHead;
import org.junit.jupiter.api.Test;

class ForkCheckTest {
    private final Actor alice = Actor.named("alice");
    private final Actor mallory = Actor.named("mallory");
    private final LogId log = alice.catalogue();
    private final SignatureVerifier verifier = new Ed25519Verifier();

    @Test
    void w18_twoEntriesAtOneSeqUnderValidHeadsAreAFork() {
        ForkProof proof = proof(alice, 5, 8, 11);

        assertEquals(new Verdict.Forked(proof), ForkCheck.verify(proof, alice.chain(), verifier));
        assertEquals(5, proof.index());
    }

    @Test
    void w25_sameHeadTwiceIsNoFork() {
        ForkProof proof = proof(alice, 5, 8, 11);
        SignedHead head = proof.first();

        assertRejected(new ForkProof(
                head, head, proof.index(), proof.firstLeaf(), proof.firstLeaf(), proof.firstPath(), proof.firstPath()));
        assertRejected(new ForkProof(
                head,
                head,
                proof.index(),
                proof.firstLeaf(),
                proof.secondLeaf(),
                proof.firstPath(),
                proof.secondPath()));
    }

    @Test
    void w25_extensionIsNoFork() {
        TwoBranches growth = TwoBranches.of(alice, log, 8, 8, 11);

        assertEquals(
                true,
                Forks.make(growth.ours(), growth.own(), growth.theirs(), growth.other())
                        .isEmpty());
    }

    @Test
    void w25_headsOfTwoIncarnationsAreNoFork() {
        ForkProof proof = proof(alice, 5, 8, 11);
        LogId next = alice.rotated().catalogue();
        SignedHead moved =
                alice.head(next, proof.second().size(), proof.second().root());

        assertRejected(withSecond(proof, moved));
    }

    @Test
    void w25_badSignatureConvictsNobody() {
        ForkProof proof = proof(alice, 5, 8, 11);
        SignedHead second = proof.second();

        assertRejected(
                withSecond(proof, new SignedHead(second.head(), second.exact(), new Signature(Bytes.zeros(64)))));
        assertRejected(withSecond(proof, mallory.head(log, second.size(), second.root())));
        assertRejected(proof(mallory, alice, 5, 8, 11));
    }

    @Test
    void w25_keyThatChangedBetweenTheHeadsConvictsNobody() {
        Actor rotated = alice.rotated();
        ForkProof proof = proof(alice, 5, 8, 11);
        SignedHead second = proof.second();
        SignedHead byNextKey = new SignedHead(
                second.head(), second.exact(), rotated.signer().sign(SigningContext.HEAD, second.exact()));

        assertRejected(withSecond(proof, byNextKey));
    }

    @Test
    void w25_proofIsAboutItsOwnSchoolOnly() {
        assertInstanceOf(Verdict.Rejected.class, ForkCheck.verify(proof(alice, 5, 8, 11), mallory.chain(), verifier));
    }

    @Test
    void proofAboutAnUnknownIncarnationAsksForTheChain() {
        Actor rotated = alice.rotated();
        ForkProof proof = proof(rotated, 5, 8, 11);

        assertInstanceOf(Verdict.Unidentified.class, ForkCheck.verify(proof, alice.chain(), verifier));
        assertInstanceOf(Verdict.Forked.class, ForkCheck.verify(proof, rotated.chain(), verifier));
    }

    /** P13: with the old key, a thief can fork neither above nor below the seal. */
    @Test
    void w18_underAnOldKeyThereIsNoForkAnyMore() {
        ForkProof proof = proof(alice, 5, 8, 11);
        for (long size : new long[] {3, 8, 20}) {
            Actor rotated = alice.rotated(new Seal(log, size, proof.first().root()));

            assertInstanceOf(Verdict.Stopped.class, ForkCheck.verify(proof, rotated.chain(), verifier));
        }
    }

    private void assertRejected(ForkProof proof) {
        assertInstanceOf(Verdict.Rejected.class, ForkCheck.verify(proof, alice.chain(), verifier));
        assertInstanceOf(Verdict.Rejected.class, ForkCheck.verify(swapped(proof), alice.chain(), verifier));
    }

    private static ForkProof proof(Actor owner, int common, int ourSize, int theirSize) {
        return proof(owner, owner, common, ourSize, theirSize);
    }

    private static ForkProof proof(Actor signer, Actor owner, int common, int ourSize, int theirSize) {
        TwoBranches branches = TwoBranches.of(signer, owner.catalogue(), common, ourSize, theirSize);
        return Forks.make(branches.ours(), branches.own(), branches.theirs(), branches.other())
                .orElseThrow();
    }

    private static ForkProof withSecond(ForkProof proof, SignedHead second) {
        return new ForkProof(
                proof.first(),
                second,
                proof.index(),
                proof.firstLeaf(),
                proof.secondLeaf(),
                proof.firstPath(),
                proof.secondPath());
    }

    private static ForkProof swapped(ForkProof proof) {
        return new ForkProof(
                proof.second(),
                proof.first(),
                proof.index(),
                proof.secondLeaf(),
                proof.firstLeaf(),
                proof.secondPath(),
                proof.firstPath());
    }
}
