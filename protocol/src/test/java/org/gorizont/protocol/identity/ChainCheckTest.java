// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.gorizont.protocol.actors.Actor;
import org.gorizont.protocol.codec.IdentityCodec;
import org.gorizont.protocol.core.Limits;
import org.gorizont.protocol.crypto.Ed25519Verifier;
import org.gorizont.protocol.crypto.SignatureVerifier;
import org.gorizont.protocol.model.Bytes;
import org.gorizont.protocol.model.Genesis;
import org.gorizont.protocol.model.Hash;
import org.gorizont.protocol.model.IdentityClaim;
import org.gorizont.protocol.model.Link;
import org.gorizont.protocol.model.LogId;
import org.gorizont.protocol.model.PublicKey;
import org.gorizont.protocol.model.Seal;
import org.gorizont.protocol.model.SealingKey;
import org.gorizont.protocol.model.Signature;
import org.gorizont.protocol.model.Signed;
import org.junit.jupiter.api.Test;

class ChainCheckTest {
    /** The identity of the curve's group: encodes as 1, has order 1. */
    private static final PublicKey SMALL_ORDER = new PublicKey(Bytes.ofHex("01" + "00".repeat(31)));

    private static final Hash SOME_ROOT = new Hash(Actor.bytes("root"));

    private final SignatureVerifier verifier = new Ed25519Verifier();
    private final Actor alice = Actor.named("alice");
    private final Actor mallory = Actor.named("mallory");

    @Test
    void acceptsGenesisAlone() {
        assertEquals(new ChainVerdict.Valid(alice.chain()), ChainCheck.verify(alice.claim(), verifier));
    }

    @Test
    void acceptsLinksThatFollowOneAnother() {
        Actor later = alice.rotated(new Seal(alice.catalogue(), 7, SOME_ROOT)).rotated();

        assertEquals(new ChainVerdict.Valid(later.chain()), ChainCheck.verify(later.claim(), verifier));
        assertEquals(2, later.chain().epoch());
        assertEquals(alice.id(), later.id());
    }

    @Test
    void acceptsAsManyLinksAsTheLimitAndNoMore() {
        Actor old = alice;
        for (int i = 0; i < Limits.CHAIN_LINKS; i++) {
            old = old.rotated();
        }
        List<Signed<Link>> tooMany = new ArrayList<>(old.rotated().chain().links());

        assertInstanceOf(ChainVerdict.Valid.class, ChainCheck.verify(old.claim(), verifier));
        assertThrows(
                IllegalArgumentException.class,
                () -> new IdentityClaim(
                        alice.chain().genesisBytes(), alice.chain().genesis(), tooMany));
    }

    @Test
    void otherGenesisIsAnotherSchool() {
        Genesis genesis = alice.chain().genesis();
        Genesis other =
                new Genesis(genesis.signingKey(), genesis.sealingKey(), genesis.recoveryCommitment(), Bytes.zeros(16));
        IdentityClaim claim = new IdentityClaim(IdentityCodec.genesis(other), other, List.of());

        ChainVerdict.Valid verdict = assertInstanceOf(ChainVerdict.Valid.class, ChainCheck.verify(claim, verifier));

        assertEquals(false, verdict.chain().school().equals(alice.id()));
    }

    @Test
    void w23_refusesSmallOrderKeyInGenesis() {
        Genesis genesis = alice.chain().genesis();

        refusesGenesis(new Genesis(SMALL_ORDER, genesis.sealingKey(), genesis.recoveryCommitment(), genesis.nonce()));
        refusesGenesis(new Genesis(
                genesis.signingKey(), new SealingKey(Bytes.zeros(32)), genesis.recoveryCommitment(), genesis.nonce()));
    }

    @Test
    void w23_refusesSmallOrderKeyInLink() {
        refuses("a key that nobody can use", link -> withSigningKey(link, SMALL_ORDER));
        refuses("a key that nobody can use", link -> withSealingKey(link, new SealingKey(Bytes.zeros(32))));
    }

    @Test
    void refusesLinkOfAnotherSchool() {
        refuses(
                "another school",
                link -> new Link(
                        mallory.id(),
                        link.epoch(),
                        link.parent(),
                        link.recoveryKey(),
                        link.nextRecoveryCommitment(),
                        link.signingKey(),
                        link.sealingKey(),
                        link.seals()));
    }

    @Test
    void refusesLinkOutOfItsPlace() {
        refuses("claims epoch 2", link -> at(link, 2, link.parent()));
        refuses("another parent", link -> at(link, 1, SOME_ROOT));
    }

    @Test
    void secondLinkNamesTheHashOfTheFirst() {
        Actor once = alice.rotated();
        Actor twice = once.rotated(link -> at(link, 2, alice.id().hash()));

        assertInvalid("another parent", twice.claim());
    }

    @Test
    void stolenSigningKeyCannotRotate() {
        Actor thief = alice.with(Actor.signed(alice.nextLink(List.of()), alice.signer()));

        assertInvalid("not signed by its recovery key", thief.claim());
    }

    @Test
    void refusesRecoveryKeyThatWasNotCommittedTo() {
        Link honest = alice.nextLink(List.of());
        Link link = new Link(
                honest.school(),
                honest.epoch(),
                honest.parent(),
                mallory.sheet().recoveryKey(1).publicKey(),
                honest.nextRecoveryCommitment(),
                honest.signingKey(),
                honest.sealingKey(),
                List.of());
        Actor thief = alice.with(Actor.signed(link, mallory.sheet().recoveryKey(1)));

        assertInvalid("not committed to", thief.claim());
    }

    @Test
    void w22_refusesZeroSignatureOfLink() {
        Signed<Link> honest = alice.rotated().chain().links().getFirst();
        Signed<Link> unsigned = new Signed<>(honest.value(), honest.exact(), new Signature(Bytes.zeros(64)));

        assertInvalid("not signed", alice.with(unsigned).claim());
    }

    @Test
    void refusesSealOfWhatTheLinkDoesNotEnd() {
        LogId ownLog = alice.catalogue();
        LogId nextLog = alice.rotated().catalogue();

        assertInvalid(
                "log of another school",
                alice.rotated(new Seal(mallory.catalogue(), 1, SOME_ROOT)).claim());
        assertInvalid(
                "incarnation 1", alice.rotated(new Seal(nextLog, 1, SOME_ROOT)).claim());
        assertInvalid(
                "one log twice",
                alice.rotated(new Seal(ownLog, 1, SOME_ROOT), new Seal(ownLog, 2, SOME_ROOT))
                        .claim());
    }

    @Test
    void comparesByTheLinksThatBothHave() {
        Actor once = alice.rotated();
        Actor otherwise = alice.rotated(new Seal(alice.catalogue(), 1, SOME_ROOT));

        assertEquals(ChainOrder.SAME, ChainCheck.compare(once.chain(), once.chain()));
        assertEquals(ChainOrder.LONGER, ChainCheck.compare(alice.chain(), once.chain()));
        assertEquals(ChainOrder.SHORTER, ChainCheck.compare(once.rotated().chain(), once.chain()));
        assertEquals(ChainOrder.CONFLICT, ChainCheck.compare(once.chain(), otherwise.chain()));
        assertEquals(ChainOrder.CONFLICT, ChainCheck.compare(once.rotated().chain(), otherwise.chain()));
        assertThrows(IllegalArgumentException.class, () -> ChainCheck.compare(alice.chain(), mallory.chain()));
    }

    private void refusesGenesis(Genesis genesis) {
        assertInvalid("genesis", new IdentityClaim(IdentityCodec.genesis(genesis), genesis, List.of()));
    }

    private void refuses(String why, UnaryOperator<Link> change) {
        assertInvalid(why, alice.rotated(change).claim());
    }

    private void assertInvalid(String why, IdentityClaim claim) {
        ChainVerdict.Invalid verdict = assertInstanceOf(ChainVerdict.Invalid.class, ChainCheck.verify(claim, verifier));
        assertEquals(true, verdict.reason().contains(why), verdict.reason());
    }

    private static Link at(Link link, int epoch, Hash parent) {
        return new Link(
                link.school(),
                epoch,
                parent,
                link.recoveryKey(),
                link.nextRecoveryCommitment(),
                link.signingKey(),
                link.sealingKey(),
                link.seals());
    }

    private static Link withSigningKey(Link link, PublicKey key) {
        return new Link(
                link.school(),
                link.epoch(),
                link.parent(),
                link.recoveryKey(),
                link.nextRecoveryCommitment(),
                key,
                link.sealingKey(),
                link.seals());
    }

    private static Link withSealingKey(Link link, SealingKey key) {
        return new Link(
                link.school(),
                link.epoch(),
                link.parent(),
                link.recoveryKey(),
                link.nextRecoveryCommitment(),
                link.signingKey(),
                key,
                link.seals());
    }
}
