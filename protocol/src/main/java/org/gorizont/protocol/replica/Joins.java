// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.replica;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.gorizont.protocol.codec.CircleCodec;
import org.gorizont.protocol.codec.Malformed;
import org.gorizont.protocol.core.Change;
import org.gorizont.protocol.core.Input;
import org.gorizont.protocol.core.Joining;
import org.gorizont.protocol.core.Limits;
import org.gorizont.protocol.core.LogStore;
import org.gorizont.protocol.core.OpenInvitation;
import org.gorizont.protocol.core.Outcome;
import org.gorizont.protocol.core.Refusal;
import org.gorizont.protocol.core.RequestId;
import org.gorizont.protocol.core.Turn;
import org.gorizont.protocol.crypto.Hashing;
import org.gorizont.protocol.frame.Charters;
import org.gorizont.protocol.frame.InvitationProof;
import org.gorizont.protocol.gossip.Neighbours;
import org.gorizont.protocol.membership.Invitations;
import org.gorizont.protocol.membership.Membership;
import org.gorizont.protocol.model.Bytes;
import org.gorizont.protocol.model.CircleId;
import org.gorizont.protocol.model.Invitation;
import org.gorizont.protocol.model.PublicKey;
import org.gorizont.protocol.model.SchoolId;
import org.gorizont.protocol.model.Way;

/** Both ends of joining by a code: making and redeeming invitations, and following one to its inviter. */
final class Joins {
    private final SchoolId self;
    private final Membership membership;
    private final OwnDesk desk;
    private final Neighbours neighbours;
    private final Map<CircleId, Attempt> attempts = new TreeMap<>();
    private final Invitations invitations;

    /**
     * A join under way; somebody may wait for its end.
     *
     * @param answered the inviter has accepted the code: any link with it will do from now on
     */
    private record Attempt(Invitation invitation, Optional<RequestId> waiting, boolean answered) {
        boolean isBy(SchoolId inviter) {
            return invitation.inviter().equals(inviter);
        }

        Attempt withAnswer() {
            return new Attempt(invitation, waiting, true);
        }

        /** Whoever has waited was told. */
        Attempt told() {
            return new Attempt(invitation, Optional.empty(), answered);
        }
    }

    Joins(SchoolId self, LogStore store, Membership membership, OwnDesk desk, Neighbours neighbours) {
        this.self = self;
        this.membership = membership;
        this.desk = desk;
        this.neighbours = neighbours;
        this.invitations = new Invitations(store.invitations());
        for (Joining joining : store.joinings()) {
            CircleId circle = joining.invitation().circle();
            attempts.put(circle, new Attempt(joining.invitation(), Optional.empty(), false));
            if (membership.charterKnown(circle)) {
                membership.addProvisional(circle, joining.invitation().inviter());
            }
        }
    }

    void invite(Turn turn, Input.InvitationMade input) {
        OpenInvitation invitation = new OpenInvitation(input.circle(), input.secret(), input.salt());
        Optional<Refusal> refusal = membership.isMember(input.circle(), self)
                ? invitations.open(invitation)
                : Optional.of(Refusal.NOT_A_MEMBER);
        if (refusal.isPresent()) {
            turn.reply(
                    input.request(),
                    new Outcome.Refused(refusal.get(), input.circle().toString()));
        } else {
            turn.persist(new Change.InvitationOpened(invitation));
            turn.reply(input.request(), new Outcome.Invited(input.circle()));
        }
    }

    /**
     * The other side proves that it holds a code of ours: admits its school, and spends the code. A school that is a member
     * already needs no code: the link may have broken after the code was spent and before the school heard of it.
     */
    boolean redeem(Turn turn, PeerLink link, SchoolId school, InvitationProof proof, PublicKey ownKey) {
        CircleId circle = proof.circle();
        if (membership.isRemoved(circle, school)) {
            return false;
        }
        if (membership.shared(self, school).contains(circle)
                || sponsoring(school).contains(circle)) {
            return true;
        }
        Optional<OpenInvitation> spent = invitations.find(proof, link.key, ownKey);
        if (spent.isEmpty()) {
            return false;
        }
        boolean admitted =
                desk.sponsor(turn, proof.circle(), school, spent.get().salt()) instanceof Outcome.Saved;
        if (admitted) {
            invitations.spend(proof, link.key, ownKey);
            turn.persist(new Change.InvitationSpent(spent.get()));
        }
        return admitted;
    }

    /** The circles to which this school has admitted another one that needs further sponsors. */
    SortedSet<CircleId> sponsoring(SchoolId school) {
        SortedSet<CircleId> found = new TreeSet<>();
        for (CircleId circle : membership.circlesOf(self)) {
            if (membership.isSponsoredBy(circle, school, self)
                    && !membership.isMember(circle, school)
                    && !membership.isRemoved(circle, school)) {
                found.add(circle);
            }
        }
        return found;
    }

    /** How many more members must admit the school, at most, in these circles. */
    int missingSponsors(SchoolId school, SortedSet<CircleId> joining) {
        return joining.stream()
                .mapToInt(circle -> membership.missingSponsors(circle, school))
                .max()
                .orElse(0);
    }

    void ask(Turn turn, Input.JoinAsked input) {
        Invitation invitation = input.invitation();
        if (membership.isMember(invitation.circle(), self)) {
            turn.reply(
                    input.request(),
                    new Outcome.Refused(
                            Refusal.ALREADY_A_MEMBER, invitation.circle().toString()));
            return;
        }
        if (!isJoining(invitation.circle()) && membership.ownOrJoining(self).size() >= Limits.CIRCLES) {
            turn.reply(
                    input.request(),
                    new Outcome.Refused(Refusal.TOO_LARGE, "more than " + Limits.CIRCLES + " circles"));
            return;
        }
        drop(invitation.circle())
                .flatMap(Attempt::waiting)
                .ifPresent(request -> turn.reply(
                        request, new Outcome.Refused(Refusal.INVITATION_REFUSED, "another code is followed now")));
        attempts.put(invitation.circle(), new Attempt(invitation, Optional.of(input.request()), false));
        if (membership.charterKnown(invitation.circle())) {
            membership.addProvisional(invitation.circle(), invitation.inviter());
        }
        turn.persist(new Change.JoinBegun(new Joining(invitation)));
        neighbours.dial(turn, invitation.way(), Optional.empty());
    }

    /** The invitation for which this way was dialled, if it was for one; of several, one that waits for its answer. */
    Optional<Invitation> behind(Way way) {
        return attempts.values().stream()
                .filter(attempt -> attempt.invitation.way().equals(way))
                .min(Comparator.comparing(Attempt::answered))
                .map(Attempt::invitation);
    }

    static InvitationProof proof(Invitation invitation, PublicKey ownKey, PublicKey inviterKey) {
        return Invitations.proof(invitation.circle(), invitation.secret(), ownKey, inviterKey);
    }

    /** Dials inviters again with whom no link stands. */
    void redial(Turn turn, PeerLinks links) {
        for (Attempt attempt : attempts.values()) {
            Invitation invitation = attempt.invitation;
            boolean linked = links.all().stream().anyMatch(link -> link.invitation.equals(Optional.of(invitation)))
                    || (attempt.answered || membership.isMember(invitation.circle(), self))
                            && !links.of(invitation.inviter()).isEmpty();
            if (!linked) {
                neighbours.dial(turn, invitation.way(), Optional.empty());
            }
        }
    }

    void dialFailed(Turn turn, Way way) {
        attempts.replaceAll((circle, attempt) -> {
            if (attempt.invitation.way().equals(way)) {
                attempt.waiting.ifPresent(request -> turn.reply(request, new Outcome.Unreachable(attempt.invitation)));
                return attempt.told();
            }
            return attempt;
        });
    }

    /** Takes the charters of circles that we are joining; true if one was new. */
    boolean charters(Turn turn, Charters frame) {
        boolean found = false;
        for (Bytes bytes : frame.charters()) {
            CircleId circle = Hashing.circleId(bytes);
            Attempt attempt = attempts.get(circle);
            if (attempt == null) {
                continue;
            }
            if (!membership.charterKnown(circle)) {
                try {
                    membership.addCharter(circle, CircleCodec.charter(bytes));
                } catch (Malformed e) {
                    end(turn, circle, new Outcome.Refused(Refusal.NEWER_RULES, String.valueOf(e.getMessage())));
                    continue;
                }
                membership.addProvisional(circle, attempt.invitation.inviter());
                turn.persist(new Change.CharterStored(circle, bytes));
                found = true;
            }
            sponsored(turn, circle, frame.missingSponsors());
        }
        return found;
    }

    /** These charters came from this school on a link: codes of it for their circles have been accepted. */
    void answered(SchoolId inviter, Charters frame) {
        for (Bytes bytes : frame.charters()) {
            attempts.computeIfPresent(
                    Hashing.circleId(bytes), (_, attempt) -> attempt.isBy(inviter) ? attempt.withAnswer() : attempt);
        }
    }

    /** An inviter has accepted its code: where more sponsors are needed, whoever waits is told. */
    private void sponsored(Turn turn, CircleId circle, int missing) {
        Attempt attempt = attempts.get(circle);
        if (attempt != null && missing > 0 && !membership.isMember(circle, self)) {
            attempt.waiting.ifPresent(request -> turn.reply(request, new Outcome.Sponsored(circle, missing)));
            attempts.put(circle, attempt.told());
        }
    }

    /** The inviter does not accept the code. */
    void refused(Turn turn, Invitation invitation) {
        Refusal why = membership.isRemoved(invitation.circle(), self) ? Refusal.REMOVED : Refusal.INVITATION_REFUSED;
        end(
                turn,
                invitation.circle(),
                new Outcome.Refused(why, invitation.circle().toString()));
    }

    /**
     * Answers those joins that have led to membership. The inviter counts as a candidate until it is known to be a member:
     * this school may have been let in by somebody else, and the inviter be the only one to tell it of the others.
     *
     * @return whether there was any
     */
    boolean membersChanged(Turn turn) {
        boolean joined = false;
        for (Attempt attempt : List.copyOf(attempts.values())) {
            CircleId circle = attempt.invitation.circle();
            if (membership.isMember(circle, self)) {
                joined = true;
                attempt.waiting.ifPresent(request -> turn.reply(request, new Outcome.Joined(circle)));
                attempts.put(circle, attempt.told());
                if (membership.isMember(circle, attempt.invitation.inviter())) {
                    end(turn, circle, new Outcome.Joined(circle));
                }
            }
        }
        return joined;
    }

    boolean isJoining(CircleId circle) {
        return attempts.containsKey(circle) && !membership.isMember(circle, self);
    }

    /** Whether a join under way was begun by a code of this school. */
    boolean follows(SchoolId inviter) {
        return attempts.values().stream().anyMatch(attempt -> attempt.isBy(inviter));
    }

    private void end(Turn turn, CircleId circle, Outcome outcome) {
        Optional<Attempt> attempt = drop(circle);
        if (attempt.isPresent()) {
            turn.persist(new Change.JoinEnded(circle));
            attempt.get().waiting.ifPresent(request -> turn.reply(request, outcome));
        }
    }

    private Optional<Attempt> drop(CircleId circle) {
        Optional<Attempt> attempt = Optional.ofNullable(attempts.remove(circle));
        attempt.ifPresent(a -> membership.removeProvisional(circle, a.invitation.inviter()));
        return attempt;
    }
}
