// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.gorizont.protocol.actors.Actor;
import org.gorizont.protocol.crypto.Ed25519Verifier;
import org.gorizont.protocol.model.Link;
import org.gorizont.protocol.model.PublicKey;
import org.gorizont.protocol.model.Signed;
import org.junit.jupiter.api.Test;

class NextLinkTest {
    private final Actor alice = Actor.named("alice");
    private final Actor mallory = Actor.named("mallory");

    @Test
    void isValidAfterGenesisAndAfterAnotherLink() {
        Actor once = alice.with(next(alice).orElseThrow());
        Actor twice = once.with(next(once).orElseThrow());

        assertInstanceOf(ChainVerdict.Valid.class, ChainCheck.verify(twice.claim(), new Ed25519Verifier()));
        assertEquals(alice.signer(2).publicKey(), twice.chain().signingKey());
    }

    @Test
    void isNotMadeWithTheSheetOfAnotherSchool() {
        PublicKey key = mallory.signer(1).publicKey();

        assertEquals(Optional.empty(), NextLink.make(alice.chain(), mallory.sheet(), key, List.of()));
        assertFalse(NextLink.fits(alice.chain(), mallory.sheet()));
    }

    @Test
    void onlyTheFirstRecoveryKeyOfTheSheetShowsWhoReturns() {
        Actor rotated = alice.with(next(alice).orElseThrow());

        assertTrue(
                ReturningKey.isOf(rotated.chain(), alice.sheet().recoveryKey(1).publicKey()));
        assertFalse(
                ReturningKey.isOf(rotated.chain(), alice.sheet().recoveryKey(2).publicKey()));
        assertFalse(ReturningKey.isOf(
                rotated.chain(), mallory.sheet().recoveryKey(1).publicKey()));
    }

    private static Optional<Signed<Link>> next(Actor actor) {
        int epoch = actor.chain().epoch() + 1;
        return NextLink.make(actor.chain(), actor.sheet(), actor.signer(epoch).publicKey(), List.of());
    }
}
