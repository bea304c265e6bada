// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import org.gorizont.protocol.actors.Actor;
import org.gorizont.protocol.core.Verdict;
import org.gorizont.protocol.crypto.Ed25519Verifier;
import org.gorizont.protocol.crypto.SignatureVerifier;
import org.gorizont.protocol.crypto.SigningContext;
import org.gorizont.protocol.model.Bytes;
import org.gorizont.protocol.model.Hash;
import org.gorizont.protocol.model.LogId;
import org.gorizont.protocol.model.PublicKey;
import org.gorizont.protocol.model.Seal;
import org.gorizont.protocol.model.Signature;
import org.gorizont.protocol.model.SignedHead;
import org.junit.jupiter.api.Test;

class HeadCheckTest {
    private static final Hash ROOT = new Hash(Actor.bytes("root"));
    private static final Hash OTHER_ROOT = new Hash(Actor.bytes("other root"));

    private final Actor alice = Actor.named("alice");
    private final Actor mallory = Actor.named("mallory");
    private final LogId log = alice.catalogue();
    private final CountingVerifier verifier = new CountingVerifier();
    private final HeadCheck heads = new HeadCheck();

    @Test
    void acceptsHeadSignedByItsOwner() {
        assertAccepted(alice.head(log, 3, ROOT), alice);
    }

    @Test
    void sameHeadIsVerifiedOnce() {
        SignedHead head = alice.head(log, 3, ROOT);

        for (int i = 0; i < 5; i++) {
            assertAccepted(head, alice);
        }
        assertAccepted(alice.head(log, 4, ROOT), alice);

        assertEquals(2, verifier.calls);
    }

    @Test
    void rightBytesWithAnotherSignatureAreVerifiedAgain() {
        SignedHead head = alice.head(log, 3, ROOT);
        assertAccepted(head, alice);
        SignedHead forged = new SignedHead(head.head(), head.exact(), new Signature(Bytes.zeros(64)));

        assertRejected(forged, alice);
        assertAccepted(head, alice);
    }

    @Test
    void w03_refusesEveryFlippedBitOfBytesAndSignature() {
        SignedHead head = alice.head(log, 3, ROOT);

        for (int bit = 0; bit < head.exact().size() * 8; bit++) {
            assertRejected(new SignedHead(head.head(), flipped(head.exact(), bit), head.signature()), alice);
        }
        for (int bit = 0; bit < Signature.SIZE * 8; bit++) {
            Signature signature = new Signature(flipped(head.signature().bytes(), bit));
            assertRejected(new SignedHead(head.head(), head.exact(), signature), alice);
        }
    }

    @Test
    void w20_refusesHeadUnderAnotherSchool() {
        assertRejected(alice.head(log, 3, ROOT), mallory);
    }

    @Test
    void w21_refusesHeadSignedByAnotherKey() {
        Actor rotated = alice.rotated();

        assertRejected(mallory.head(log, 3, ROOT), alice);
        SignedHead byOldKey = resigned(alice, alice.head(rotated.catalogue(), 3, ROOT), 0);
        assertRejected(byOldKey, rotated);
    }

    @Test
    void w22_refusesZeroSignature() {
        SignedHead head = alice.head(log, 3, ROOT);

        assertRejected(new SignedHead(head.head(), head.exact(), new Signature(Bytes.zeros(64))), alice);
    }

    @Test
    void headOfAnUnknownIncarnationAsksForTheChain() {
        Actor rotated = alice.rotated();
        SignedHead head = rotated.head(rotated.catalogue(), 3, ROOT);

        assertInstanceOf(Verdict.Unidentified.class, heads.check(head, alice.chain(), verifier));
        assertAccepted(head, rotated);
    }

    @Test
    void w21_headsUpToTheSealStayValidAndLaterOnesStop() {
        Actor rotated = alice.rotated(new Seal(log, 5, ROOT));

        assertAccepted(alice.head(log, 4, OTHER_ROOT), rotated);
        assertAccepted(alice.head(log, 5, ROOT), rotated);
        assertInstanceOf(Verdict.Stopped.class, heads.check(alice.head(log, 5, OTHER_ROOT), rotated.chain(), verifier));
        assertInstanceOf(Verdict.Stopped.class, heads.check(alice.head(log, 6, ROOT), rotated.chain(), verifier));
    }

    @Test
    void logThatTheSealDoesNotNameStopsAtNothing() {
        Actor rotated = alice.rotated();

        assertInstanceOf(Verdict.Stopped.class, heads.check(alice.head(log, 1, ROOT), rotated.chain(), verifier));
    }

    @Test
    void sealAppliesToAHeadThatWasVerifiedBefore() {
        SignedHead head = alice.head(log, 6, ROOT);
        assertAccepted(head, alice);

        Actor rotated = alice.rotated(new Seal(log, 5, ROOT));

        assertInstanceOf(Verdict.Stopped.class, heads.check(head, rotated.chain(), verifier));
    }

    @Test
    void w24_headOfAnySizeIsOnlyANumber() {
        assertAccepted(alice.head(log, 1_000_000_000_000_000_000L, ROOT), alice);
        assertAccepted(alice.head(log, Long.MAX_VALUE, ROOT), alice);
    }

    private void assertAccepted(SignedHead head, Actor owner) {
        assertEquals(new Verdict.Accepted(), heads.check(head, owner.chain(), verifier));
    }

    private void assertRejected(SignedHead head, Actor owner) {
        assertInstanceOf(Verdict.Rejected.class, heads.check(head, owner.chain(), verifier));
    }

    private static SignedHead resigned(Actor actor, SignedHead head, int epoch) {
        return new SignedHead(head.head(), head.exact(), actor.signer(epoch).sign(SigningContext.HEAD, head.exact()));
    }

    private static Bytes flipped(Bytes bytes, int bit) {
        byte[] array = bytes.toArray();
        array[bit / 8] ^= (byte) (1 << bit % 8);
        return Bytes.wrap(array);
    }

    private static final class CountingVerifier implements SignatureVerifier {
        private final SignatureVerifier real = new Ed25519Verifier();
        private int calls;

        @Override
        public boolean verify(PublicKey key, SigningContext context, Bytes content, Signature signature) {
            calls++;
            return real.verify(key, context, content, signature);
        }

        @Override
        public boolean isUsable(PublicKey key) {
            return real.isUsable(key);
        }
    }
}
