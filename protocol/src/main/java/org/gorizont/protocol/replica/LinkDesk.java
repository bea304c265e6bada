// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.replica;

import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import org.gorizont.protocol.core.Limits;
import org.gorizont.protocol.core.LinkId;
import org.gorizont.protocol.core.Turn;
import org.gorizont.protocol.frame.Frame;
import org.gorizont.protocol.frame.Goodbye;
import org.gorizont.protocol.frame.Hello;
import org.gorizont.protocol.frame.Identities;
import org.gorizont.protocol.frame.IdentityRequest;
import org.gorizont.protocol.frame.Reason;
import org.gorizont.protocol.model.Endpoint;
import org.gorizont.protocol.model.IdentityChain;
import org.gorizont.protocol.model.PublicKey;
import org.gorizont.protocol.model.SchoolId;
import org.gorizont.protocol.model.Way;

/**
 * Connections from their first frame to their last: who is dialled, who is let in as which school, and who is told to go.
 * Frames of a school that was let in go to {@link Incoming}.
 */
final class LinkDesk {
    /** Links of one school, from that which is missed least; the older one of two equals, which may be dead already. */
    private static final Comparator<PeerLink> SPARE_FIRST = Comparator.comparing((PeerLink link) -> link.invited)
            .thenComparing(link -> !link.invited && link.dialled.isPresent())
            .thenComparing(link -> link.id);

    private final Parts parts;
    private final Incoming incoming;

    LinkDesk(Parts parts, Incoming incoming) {
        this.parts = parts;
        this.incoming = incoming;
    }

    void connected(Turn turn, LinkId id, PublicKey key, Optional<Way> dialled) {
        PeerLink link = new PeerLink(id, key, dialled, dialled.flatMap(parts.joins::behind), turn.now());
        if (parts.links.count() >= Limits.LINKS || dialled.isEmpty() && parts.links.strangers() >= Limits.STRANGERS) {
            turn.disconnect(id, Reason.LIMIT, "too many connections");
            dialled.ifPresent(way -> parts.neighbours.refused(way, turn.now()));
            return;
        }
        parts.links.add(link);
        if (dialled.isPresent()) {
            parts.greeting.begin(turn, link, parts.neighbours.schoolAt(dialled.get()));
        }
    }

    void received(Turn turn, LinkId id, Frame frame) {
        PeerLink link = parts.links.get(id);
        if (link == null) {
            return;
        }
        parts.status.frame();
        if (link.school.isPresent()) {
            parts.status.heard(link.school.get(), turn.now());
            incoming.handle(turn, link, link.school.get(), frame).ifPresent(problem -> offend(turn, link, problem));
            return;
        }
        strangerSays(turn, link, frame);
    }

    private void strangerSays(Turn turn, PeerLink link, Frame frame) {
        switch (frame) {
            case Hello hello ->
                parts.greeting
                        .answer(turn, link, hello)
                        .ifPresentOrElse(
                                refused -> disconnect(turn, link, refused.reason(), refused.text()),
                                () -> welcome(turn, link, hello));
            case Goodbye goodbye -> farewell(turn, link, goodbye);
            case Identities told -> parts.identityMail.toldOfUs(turn, told);
            case IdentityRequest asked when asked.schools().isEmpty() -> whoIs(turn, link);
            default -> disconnect(turn, link, Reason.BAD_FRAME, "the first frame must be Hello");
        }
    }

    void unreadable(Turn turn, LinkId id, String problem) {
        PeerLink link = parts.links.get(id);
        if (link != null) {
            offend(turn, link, problem);
        }
    }

    /** Somebody shows a recovery key and asks whose it is. */
    private void whoIs(Turn turn, PeerLink link) {
        if (!parts.identityMail.whoIs(turn, link)) {
            disconnect(turn, link, Reason.NOT_A_MEMBER, "no school of a circle in common has this paper");
        }
    }

    private void welcome(Turn turn, PeerLink link, Hello hello) {
        SchoolId school = link.school.orElseThrow();
        parts.status.heard(school, turn.now());
        // Who says Hello without a circle in common does so only to tell us why we are out.
        link.accepted =
                link.invited || parts.joins.follows(school) || !hello.circles().isEmpty();
        if (link.accepted) {
            link.dialled.ifPresent(parts.neighbours::accepted);
        }
        parts.greeting.catchUp(turn, link);
        hello.address().ifPresent(record -> parts.addresses.received(turn, link, List.of(record)));
        hello.yourHeads().forEach(head -> incoming.ownHead(turn, link, head));
        parts.recovery.heard(school);
        parts.lineages.welcome(turn, link, hello.lineage());
        parts.greeting.charters(turn, link, hello);
        parts.farewells.tell(turn, link);
        parts.forks.welcome(turn, link, school);
        parts.addresses.welcome(turn, link, school);
        parts.receipts.welcome(turn, link, school);
        parts.exchange.adjust(turn, link);
        parts.identityMail.askUnknown(turn, List.of(link));
        parts.identityMail.welcome(turn, link);
        parts.bodies.welcome();
        dropDuplicate(turn, school);
        dropReplaced(turn, school);
    }

    private void dropReplaced(Turn turn, SchoolId school) {
        List<SchoolId> mine = parts.links.schools().stream()
                .filter(link -> link.dialled.isPresent())
                .flatMap(link -> link.school.stream())
                .filter(other -> !parts.joins.follows(other))
                .toList();
        parts.neighbours.replaced(school, Limits.NEIGHBOURS, circles(), parts.links.linkedSchools(), mine).stream()
                .flatMap(other -> parts.links.of(other).stream())
                .forEach(link -> disconnect(turn, link, Reason.ENOUGH_NEIGHBOURS, "another neighbour takes its place"));
    }

    /** Members of each circle of ours. */
    private List<SortedSet<SchoolId>> circles() {
        return parts.membership.ownOrJoining(parts.self).stream()
                .map(parts.membership::candidates)
                .toList();
    }

    /**
     * Both sides may dial at once, and a code is shown on a link of its own: the lower of the two schools closes one of two
     * links. The link of a code stays, since its answer may still be on the way; all else goes on over either.
     */
    private void dropDuplicate(Turn turn, SchoolId school) {
        List<PeerLink> both = parts.links.of(school);
        if (both.size() > 1 && parts.self.compareTo(school) < 0) {
            PeerLink spare = Collections.min(both, SPARE_FIRST);
            disconnect(turn, spare, Reason.DUPLICATE, "another connection is kept");
        }
    }

    private void farewell(Turn turn, PeerLink link, Goodbye goodbye) {
        if (goodbye.reason().equals(Optional.of(Reason.INVITATION_REFUSED))) {
            link.invitation.ifPresent(invitation -> parts.joins.refused(turn, invitation));
        }
    }

    void gone(Turn turn, LinkId id) {
        PeerLink link = parts.links.remove(id);
        if (link == null) {
            return;
        }
        link.dialled.ifPresent(way -> {
            if (link.accepted) {
                parts.neighbours.ended(way, link.since, turn.now());
            } else {
                parts.neighbours.refused(way, turn.now());
            }
        });
        parts.identities.linkGone(id);
        parts.forks.linkGone(id);
        parts.seals.linkGone(id);
        parts.pulls.linkGone(turn, id);
        look(turn);
    }

    void look(Turn turn) {
        parts.joins.redial(turn, parts.links);
        parts.returning.look(turn, parts.neighbours);
        parts.neighbours.look(
                turn,
                parts.recovery.isUnderWay() ? Limits.LINKS : Limits.NEIGHBOURS,
                circles(),
                parts.links.linkedSchools(),
                school -> parts.identities.chain(school).map(IdentityChain::signingKey));
    }

    void meetMembers(Turn turn) {
        parts.identityMail.askUnknown(turn, parts.links.schools());
        look(turn);
    }

    /** Whoever is no member is left out: anybody in the building may say anything. */
    void near(SchoolId school, Endpoint endpoint) {
        SchoolId self = parts.self;
        if (!school.equals(self)
                && parts.membership.ownOrJoining(self).stream()
                        .anyMatch(circle -> parts.membership.isCandidate(circle, school))) {
            parts.neighbours.near(school, endpoint);
        }
    }

    void dropSilentStrangers(Turn turn) {
        for (PeerLink link : parts.links.all()) {
            if (link.isStranger() && link.since.plus(Limits.HELLO).isBefore(turn.now())) {
                disconnect(turn, link, Reason.NO_PROGRESS, "no Hello");
            }
        }
    }

    /** Whoever is connected under a key that has ended may have stolen it; its owner dials again. */
    void dropOldKeys(Turn turn, IdentityChain chain) {
        for (PeerLink link : parts.links.of(chain.school())) {
            if (!link.key.equals(chain.signingKey()) && !link.returning) {
                disconnect(turn, link, Reason.WRONG_IDENTITY, "the keys of this school were changed");
            }
        }
    }

    /** What has changed may have left a link without a circle in common. */
    void dropUninvited(Turn turn) {
        parts.links.all().stream().filter(parts.greeting::isUninvited).forEach(link -> {
            parts.farewells.tell(turn, link);
            disconnect(turn, link, Reason.NOT_A_MEMBER, "no circle in common");
        });
    }

    private void offend(Turn turn, PeerLink link, String problem) {
        parts.status.rejectedFrame();
        if (link.isStranger() || link.offend(Limits.OFFENCES)) {
            disconnect(turn, link, Reason.BAD_FRAME, problem);
        }
    }

    void disconnect(Turn turn, PeerLink link, Reason reason, String text) {
        turn.disconnect(link.id, reason, text);
    }
}
