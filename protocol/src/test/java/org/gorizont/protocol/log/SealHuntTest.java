// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.gorizont.protocol.actors.Actor;
import org.gorizont.protocol.frame.Proof;
import org.gorizont.protocol.frame.ProofRequest;
import org.gorizont.protocol.merkle.HashSource;
import org.gorizont.protocol.merkle.Inclusion;
import org.gorizont.protocol.merkle.Proofs;
import org.gorizont.protocol.model.Hash;
import org.gorizont.protocol.model.LogId;
import org.junit.jupiter.api.Test;

class SealHuntTest {
    private final Actor alice = Actor.named("alice");
    private final LogId log = alice.catalogue();

    @Test
    void findsTheFirstEntryThatWasNotSealedWhereverItIs() {
        for (int common : new int[] {0, 1, 5, 255, 256, 299}) {
            for (int held : new int[] {300, 301, 777}) {
                TwoBranches branches = TwoBranches.of(alice, log, common, held, 500);

                assertEquals(new SealHunt.Parts(common), hunt(branches, held));
            }
        }
    }

    @Test
    void agreesWithABeginningOfWhatWasSealed() {
        TwoBranches branches = TwoBranches.of(alice, log, 300, 300, 500);

        assertEquals(new SealHunt.Agrees(), hunt(branches, 300));
        assertEquals(new SealHunt.Agrees(), hunt(branches, 1));
    }

    @Test
    void believesNoPathThatDoesNotLeadToTheSealedRoot() {
        TwoBranches branches = TwoBranches.of(alice, log, 3, 9, 12);
        SealHunt hunt = SealHunt.begin(9, branches.theirs());

        assertEquals(new SealHunt.Unverified(), hunt.answer(answer(hunt, branches.own(), 9), branches.own()));
        assertEquals(
                new SealHunt.Unverified(),
                hunt.answer(new Proof.OfConsistency(log, Proofs.consistency(3, 12, branches.other())), branches.own()));
    }

    private static SealHunt hunt(TwoBranches branches, int held) {
        SealHunt hunt = SealHunt.begin(held, branches.theirs());
        int questions = 0;
        while (hunt.next().isPresent()) {
            hunt = hunt.answer(answer(hunt, branches.other(), branches.theirs().size()), branches.own());
            questions++;
        }
        assertTrue(questions <= ForkHunt.MAX_QUESTIONS);
        return hunt;
    }

    private static Proof answer(SealHunt hunt, HashSource tree, long size) {
        ProofRequest.OfInclusion asked = (ProofRequest.OfInclusion) hunt.next().orElseThrow();
        Inclusion path = Proofs.inclusion(asked.seq(), size, tree);
        Hash leaf = tree.node(0, asked.seq());
        return new Proof.OfInclusion(asked.log(), path, leaf);
    }
}
