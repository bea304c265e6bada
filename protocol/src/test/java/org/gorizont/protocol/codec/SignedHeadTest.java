// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.codec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collections;
import java.util.List;
import org.gorizont.protocol.core.Limits;
import org.gorizont.protocol.crypto.Ed25519Verifier;
import org.gorizont.protocol.crypto.SigningContext;
import org.gorizont.protocol.frame.HeadNotice;
import org.gorizont.protocol.model.Bytes;
import org.gorizont.protocol.model.Head;
import org.gorizont.protocol.model.Signature;
import org.gorizont.protocol.model.SignedHead;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignedHeadTest {
    private static final SignedHead HEAD = Samples.HEAD;
    private final Ed25519Verifier verifier = new Ed25519Verifier();

    private boolean accepted(Bytes exact, Signature signature) {
        try {
            SignedHead head = LogCodec.signedHead(exact, signature);
            return verifier.verify(
                    Samples.ALICE_GENESIS.signingKey(), SigningContext.HEAD, head.exact(), head.signature());
        } catch (Malformed _) {
            return false;
        }
    }

    private static Malformed refused(Bytes exact) {
        return assertThrows(Malformed.class, () -> LogCodec.signedHead(exact, HEAD.signature()));
    }

    @Test
    void wholeHeadIsReadAndVerifies() throws Malformed {
        assertEquals(HEAD, LogCodec.signedHead(HEAD.exact(), HEAD.signature()));
        assertTrue(accepted(HEAD.exact(), HEAD.signature()));
    }

    @Test
    void noTruncatedHeadIsAcceptedW02() {
        for (int size = 0; size < HEAD.exact().size(); size++) {
            assertFalse(accepted(HEAD.exact().slice(0, size), HEAD.signature()), "size " + size);
        }
    }

    @Test
    void noHeadWithAFlippedBitIsAcceptedW03() {
        for (int bit = 0; bit < HEAD.exact().size() * Byte.SIZE; bit++) {
            assertFalse(accepted(Raw.flip(HEAD.exact(), bit), HEAD.signature()), "bit " + bit);
        }
        Bytes signature = HEAD.signature().bytes();
        for (int bit = 0; bit < signature.size() * Byte.SIZE; bit++) {
            assertFalse(accepted(HEAD.exact(), new Signature(Raw.flip(signature, bit))), "signature bit " + bit);
        }
    }

    @Test
    void signatureForAnotherUseIsNotAcceptedW22() {
        Signature receipt = Samples.signer(Samples.ALICE_SIGNING).sign(SigningContext.RECEIPT, HEAD.exact());

        assertFalse(accepted(HEAD.exact(), receipt));
        assertFalse(accepted(HEAD.exact(), new Signature(Bytes.zeros(Signature.SIZE))));
    }

    @Test
    void rightHeadOfAnotherLogIsNotAcceptedW20() {
        Head other =
                new Head(Samples.CONTROL, HEAD.size(), HEAD.root(), HEAD.head().floor());

        assertFalse(accepted(LogCodec.head(other), HEAD.signature()));
    }

    @Test
    void headWithUnknownFieldKeepsItsBytesW08() throws Malformed {
        Bytes exact = HEAD.exact().plus(Raw.number(900, 1));

        SignedHead read = LogCodec.signedHead(exact, HEAD.signature());

        assertEquals(HEAD.head(), read.head());
        assertEquals(exact, read.exact());
    }

    @ParameterizedTest
    @ValueSource(longs = {0, -1, Long.MIN_VALUE})
    void refusesSizesThatNoLogHasW15(long size) {
        refused(withSize(size));
    }

    @ParameterizedTest
    @ValueSource(longs = {1_000_000_000_000_000_000L, Long.MAX_VALUE})
    void readsVastSizesWithoutAllocationW24(long size) throws Malformed {
        SignedHead head = LogCodec.signedHead(withSize(size), HEAD.signature());

        assertEquals(size, head.size());
    }

    @Test
    void refusesFloorAboveSizeAndOtherVersions() {
        assertEquals(
                "head: floor 6 is above size 5",
                refused(HEAD.exact().slice(0, HEAD.exact().size() - 2).plus(Raw.number(5, 6)))
                        .getMessage());
        Bytes rest = HEAD.exact().slice(2, HEAD.exact().size());
        refused(rest);
        refused(Raw.number(1, 2).plus(rest));
        refused(HEAD.exact().plus(Raw.block(900, Bytes.zeros(5_000))));
    }

    private static Bytes withSize(long size) {
        Bytes whole = LogCodec.head(new Head(Samples.CATALOGUE, 5, HEAD.root(), 0));
        Bytes before = whole.slice(0, whole.size() - 36);
        Bytes root = whole.slice(whole.size() - 34, whole.size());
        return before.plus(Raw.number(3, size)).plus(root);
    }

    @Test
    void w11_headsOfTheLongestFormFitIntoOneFrame() throws Malformed {
        Bytes longest = HEAD.exact();
        while (longest.size() + Raw.number(900, 1).size() <= Limits.HEAD_BYTES) {
            longest = longest.plus(Raw.number(900, 1));
        }
        SignedHead head = LogCodec.signedHead(longest, HEAD.signature());

        byte[] frame = FrameCodec.encode(new HeadNotice(Collections.nCopies(Limits.HEADS_IN_FRAME, head), List.of()));

        assertTrue(frame.length + Limits.RIDING_BYTES + Limits.BODY_BYTES < Limits.FRAME_BYTES);
        Bytes tooLong = longest;
        while (tooLong.size() <= Limits.HEAD_BYTES) {
            tooLong = tooLong.plus(Raw.number(900, 1));
        }
        refused(tooLong);
    }
}
