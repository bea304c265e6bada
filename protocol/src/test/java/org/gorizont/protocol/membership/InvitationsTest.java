// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.membership;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.List;
import java.util.Optional;
import org.gorizont.protocol.actors.Actor;
import org.gorizont.protocol.core.Limits;
import org.gorizont.protocol.core.OpenInvitation;
import org.gorizont.protocol.core.Refusal;
import org.gorizont.protocol.frame.InvitationProof;
import org.gorizont.protocol.model.Bytes;
import org.gorizont.protocol.model.CircleId;
import org.gorizont.protocol.model.PublicKey;
import org.junit.jupiter.api.Test;

class InvitationsTest {
    private final PublicKey alice = Actor.named("alice").signer().publicKey();
    private final PublicKey bob = Actor.named("bob").signer().publicKey();
    private final PublicKey mallory = Actor.named("mallory").signer().publicKey();
    private final CircleId circle = Circle.of("town", 1, Circle.school("alice")).id();
    private final CircleId other = Circle.of("other", 1, Circle.school("alice")).id();
    private final OpenInvitation invitation = invitation(circle, "secret");
    private final Invitations invitations = new Invitations(List.of(invitation));

    @Test
    void proofOpensOnce() {
        InvitationProof proof = proof(invitation);

        assertEquals(Optional.of(invitation), invitations.find(proof, bob, alice));
        assertEquals(Optional.of(invitation), invitations.spend(proof, bob, alice));
        assertEquals(Optional.empty(), invitations.spend(proof, bob, alice));
        assertEquals(0, invitations.size());
    }

    @Test
    void proofIsWorthNothingOnAnotherConnection() {
        InvitationProof proof = proof(invitation);

        assertEquals(Optional.empty(), invitations.spend(proof, mallory, alice));
        assertEquals(Optional.empty(), invitations.spend(proof, bob, mallory));
        assertEquals(Optional.empty(), invitations.spend(proof, alice, bob));
        assertEquals(1, invitations.size());
    }

    @Test
    void proofOfAnotherSecretOrCircleIsRefused() {
        InvitationProof right = proof(invitation);

        assertNotEquals(right.mac(), proof(invitation(other, "secret")).mac());
        assertEquals(Optional.empty(), invitations.spend(proof(invitation(circle, "guess")), bob, alice));
        assertEquals(Optional.empty(), invitations.spend(proof(invitation(other, "secret")), bob, alice));
        assertEquals(Optional.empty(), invitations.spend(new InvitationProof(other, right.mac()), bob, alice));
    }

    @Test
    void onlyTheInvitationOfTheProofIsSpent() {
        OpenInvitation second = invitation(circle, "second");
        invitations.open(second);

        assertEquals(Optional.of(second), invitations.spend(proof(second), bob, alice));
        assertEquals(Optional.of(invitation), invitations.spend(proof(invitation), bob, alice));
    }

    @Test
    void opensAsManyAsTheLimitAndNoMore() {
        for (int i = 1; i < Limits.OPEN_INVITATIONS; i++) {
            assertEquals(Optional.empty(), invitations.open(invitation(circle, "secret " + i)));
        }

        assertEquals(Optional.of(Refusal.TOO_LARGE), invitations.open(invitation(circle, "one more")));
        assertEquals(Optional.empty(), invitations.open(invitation), "it is open already");
        invitations.spend(proof(invitation), bob, alice);
        assertEquals(Optional.empty(), invitations.open(invitation(circle, "one more")));
    }

    private InvitationProof proof(OpenInvitation of) {
        return Invitations.proof(of.circle(), of.secret(), bob, alice);
    }

    private static OpenInvitation invitation(CircleId circle, String secret) {
        Bytes bytes = Actor.bytes(secret).slice(0, 16);
        return new OpenInvitation(circle, bytes, Actor.bytes("salt " + secret));
    }
}
