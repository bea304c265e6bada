// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.membership;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.gorizont.protocol.core.Limits;
import org.gorizont.protocol.core.OpenInvitation;
import org.gorizont.protocol.core.Refusal;
import org.gorizont.protocol.crypto.KeyedHash;
import org.gorizont.protocol.frame.InvitationProof;
import org.gorizont.protocol.model.Bytes;
import org.gorizont.protocol.model.CircleId;
import org.gorizont.protocol.model.PublicKey;

/**
 * The invitations that this school has made and nobody has used yet. A proof is bound to the TLS keys of both sides, so
 * that who overhears or relays one cannot use it. For one thread.
 */
public final class Invitations {
    private static final String TAG = "gorizont/invitation/1";

    private final SortedSet<OpenInvitation> open =
            new TreeSet<>(Comparator.comparing(OpenInvitation::circle).thenComparing(OpenInvitation::secret));

    /** @param stored those that were open when the program stopped */
    public Invitations(List<OpenInvitation> stored) {
        open.addAll(stored);
    }

    /**
     * What the first frame of a joining school carries: HMAC-SHA256 under the invitation's secret of (tag, 0x00,
     * circle, key of who dialled, key of who was dialled).
     */
    public static InvitationProof proof(CircleId circle, Bytes secret, PublicKey dialler, PublicKey acceptor) {
        return new InvitationProof(
                circle, KeyedHash.of(secret, TAG, circle.hash().bytes(), dialler.bytes(), acceptor.bytes()));
    }

    /** Empty when the invitation is open now, also when it was already; refused beyond the limit. */
    public Optional<Refusal> open(OpenInvitation invitation) {
        if (open.size() >= Limits.OPEN_INVITATIONS && !open.contains(invitation)) {
            return Optional.of(Refusal.TOO_LARGE);
        }
        open.add(invitation);
        return Optional.empty();
    }

    /** The open invitation that the proof fits; it stays open. Takes the same time whichever it is. */
    public Optional<OpenInvitation> find(InvitationProof proof, PublicKey dialler, PublicKey acceptor) {
        Optional<OpenInvitation> found = Optional.empty();
        for (OpenInvitation invitation : open) {
            InvitationProof expected = proof(invitation.circle(), invitation.secret(), dialler, acceptor);
            boolean fits = KeyedHash.same(expected.mac(), proof.mac());
            if (fits && invitation.circle().equals(proof.circle())) {
                found = Optional.of(invitation);
            }
        }
        return found;
    }

    /** As {@link #find}, and the invitation is used up. */
    public Optional<OpenInvitation> spend(InvitationProof proof, PublicKey dialler, PublicKey acceptor) {
        Optional<OpenInvitation> found = find(proof, dialler, acceptor);
        found.ifPresent(open::remove);
        return found;
    }

    /** How many are open. */
    public int size() {
        return open.size();
    }
}
