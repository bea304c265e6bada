// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.replica;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import org.gorizont.protocol.core.Limits;
import org.gorizont.protocol.core.LogStore;
import org.gorizont.protocol.core.Turn;
import org.gorizont.protocol.frame.Charters;
import org.gorizont.protocol.frame.CircleGreeting;
import org.gorizont.protocol.frame.HeadNotice;
import org.gorizont.protocol.frame.Hello;
import org.gorizont.protocol.frame.Identities;
import org.gorizont.protocol.frame.InvitationProof;
import org.gorizont.protocol.frame.Reason;
import org.gorizont.protocol.identity.ChainCheck;
import org.gorizont.protocol.identity.ChainOrder;
import org.gorizont.protocol.identity.ChainVerdict;
import org.gorizont.protocol.identity.ReturningKey;
import org.gorizont.protocol.membership.Membership;
import org.gorizont.protocol.model.Bytes;
import org.gorizont.protocol.model.Charter;
import org.gorizont.protocol.model.CircleId;
import org.gorizont.protocol.model.IdentityChain;
import org.gorizont.protocol.model.IdentityClaim;
import org.gorizont.protocol.model.SchoolId;
import org.gorizont.protocol.model.SignedHead;

/**
 * The first frame of both sides. TLS proves possession of a key and no more; Hello says whose key it is, and membership
 * or an invitation decides whether the link stays. The side that was dialled speaks second, so that a stranger learns
 * nothing from knocking.
 */
final class Greeting {
    private final ReplicaConfig config;
    private final LogStore store;
    private final LogTable logs;
    private final KnownIdentities identities;
    private final Membership membership;
    private final PeerLinks links;
    private final Joins joins;
    private final OwnStatements statements;
    private final Farewells farewells;

    Greeting(
            ReplicaConfig config,
            LogStore store,
            LogTable logs,
            KnownIdentities identities,
            Membership membership,
            PeerLinks links,
            Joins joins,
            OwnStatements statements,
            Farewells farewells) {
        this.config = config;
        this.store = store;
        this.logs = logs;
        this.identities = identities;
        this.membership = membership;
        this.links = links;
        this.joins = joins;
        this.statements = statements;
        this.farewells = farewells;
    }

    /** A Hello was refused for this reason. */
    record Refused(Reason reason, String text) {}

    /** Speaks first on a link that we dialled. */
    void begin(Turn turn, PeerLink link, Optional<SchoolId> expected) {
        link.greeted = true;
        Optional<SchoolId> known = expected.filter(school -> isKeyOf(link, school));
        link.anonymous = expected.isPresent() && known.isEmpty();
        turn.send(link.id, hello(link, known));
    }

    /** The other side had changed its keys and we did not know: what Hello could not say to a stranger follows. */
    void catchUp(Turn turn, PeerLink link) {
        if (link.anonymous) {
            List<SignedHead> heads = headsOf(link.school.orElseThrow());
            turn.send(link.id, new HeadNotice(heads, List.of()));
        }
    }

    private boolean isKeyOf(PeerLink link, SchoolId school) {
        return identities
                .chain(school)
                .map(chain -> chain.signingKey().equals(link.key))
                .orElse(true);
    }

    /** Judges the other side's Hello; on acceptance the link has its school, and our own Hello is out. */
    Optional<Refused> answer(Turn turn, PeerLink link, Hello hello) {
        if (hello.oldestVersion() > Hello.VERSION || hello.version() < Hello.VERSION) {
            return refuse(Reason.VERSION, "speaks versions " + hello.oldestVersion() + " to " + hello.version());
        }
        return switch (identities.verify(hello.chain())) {
            case ChainVerdict.Invalid(String problem) -> refuse(Reason.WRONG_IDENTITY, problem);
            case ChainVerdict.Valid(IdentityChain chain) -> identify(turn, link, hello, chain);
        };
    }

    /** Hands over the charters that the other side needs and did not name: of common circles, and of one it is joining. */
    void charters(Turn turn, PeerLink link, Hello hello) {
        List<CircleId> named =
                hello.circles().stream().map(CircleGreeting::circle).toList();
        SchoolId school = link.school.orElseThrow();
        SortedSet<CircleId> common = membership.shared(config.chain().school(), school);
        SortedSet<CircleId> joining = joins.sponsoring(school);
        common.addAll(joining);
        List<Bytes> missing = store.charters().stream()
                .filter(charter -> common.contains(charter.circle()) && !named.contains(charter.circle()))
                .map(LogStore.CharterBytes::bytes)
                .toList();
        if (!missing.isEmpty()) {
            turn.send(link.id, new Charters(missing, joins.missingSponsors(school, joining)));
        }
    }

    /** Whether nothing is left that this link is for: its school was removed, or one of us has left. */
    boolean isUninvited(PeerLink link) {
        return link.school.filter(school -> !mayStay(school)).isPresent();
    }

    private boolean mayStay(SchoolId school) {
        SchoolId self = config.chain().school();
        return !membership.shared(self, school).isEmpty()
                || !membership.parted(self, school).isEmpty()
                || joins.follows(school)
                || !joins.sponsoring(school).isEmpty();
    }

    private Optional<Refused> identify(Turn turn, PeerLink link, Hello hello, IdentityChain chain) {
        SchoolId school = chain.school();
        link.returning = !chain.signingKey().equals(link.key) && ReturningKey.isOf(chain, link.key);
        if (!chain.signingKey().equals(link.key) && !link.returning) {
            return refuse(Reason.WRONG_IDENTITY, "the identity is not that of the TLS key");
        }
        if (school.equals(config.chain().school())) {
            return refuse(Reason.DUPLICATE, "this is our own identity");
        }
        Optional<ChainOrder> order = identities.chain(school).map(known -> ChainCheck.compare(known, chain));
        if (order.equals(Optional.of(ChainOrder.CONFLICT))) {
            identities.keep(turn, chain);
        }
        if (identities.isFrozen(school) || order.equals(Optional.of(ChainOrder.SHORTER))) {
            turn.send(link.id, new Identities(identities.claims(school)));
        }
        if (identities.isFrozen(school)) {
            return refuse(Reason.WRONG_IDENTITY, "two changes of keys of this school contradict each other");
        }
        if (order.equals(Optional.of(ChainOrder.SHORTER))) {
            return refuse(Reason.WRONG_IDENTITY, "another key of this school is known");
        }
        if (links.of(school).size() >= Limits.LINKS_OF_SCHOOL) {
            return refuse(Reason.DUPLICATE, "connected already");
        }
        return admit(turn, link, hello, chain);
    }

    private Optional<Refused> admit(Turn turn, PeerLink link, Hello hello, IdentityChain chain) {
        SchoolId school = chain.school();
        boolean redeemed = hello.invitation()
                .map(proof ->
                        joins.redeem(turn, link, school, proof, config.chain().signingKey()))
                .orElse(false);
        if (hello.invitation().isPresent() && !redeemed) {
            return refuse(Reason.INVITATION_REFUSED, "the invitation is not valid");
        }
        boolean inviter = link.invitation.map(i -> i.inviter().equals(school)).orElseGet(() -> joins.follows(school));
        if (link.invitation.isPresent() && !inviter) {
            return refuse(Reason.WRONG_IDENTITY, "not the school that invited");
        }
        boolean wasAsked = config.returning().isPresent() && link.dialled.isPresent();
        if (!redeemed && !inviter && !wasAsked && !mayStay(school)) {
            tellWhy(turn, link, school);
            return refuse(Reason.NOT_A_MEMBER, "no circle in common");
        }
        identities.keep(turn, chain);
        link.school = Optional.of(school);
        link.invited = redeemed || link.invitation.isPresent();
        if (!link.greeted) {
            link.greeted = true;
            turn.send(link.id, hello(link, Optional.of(school)));
        }
        return Optional.empty();
    }

    /** Who was removed, and may not have heard of it before it was cut off, is told why; else it would knock for ever. */
    private void tellWhy(Turn turn, PeerLink link, SchoolId school) {
        Optional<HeadNotice> why = farewells.whyRemoved(school);
        if (why.isPresent() && !link.greeted) {
            link.greeted = true;
            turn.send(link.id, hello(link, Optional.of(school)));
            turn.send(link.id, why.get());
        }
    }

    private Hello hello(PeerLink link, Optional<SchoolId> other) {
        IdentityChain own = config.chain();
        List<CircleGreeting> circles = other.map(school -> membership.shared(own.school(), school))
                .map(Greeting::greetings)
                .orElse(List.of());
        List<SignedHead> theirs = other.map(this::headsOf).orElse(List.of());
        Optional<InvitationProof> proof =
                link.invitation.map(invitation -> Joins.proof(invitation, own.signingKey(), link.key));
        return new Hello(
                Hello.VERSION,
                Hello.VERSION,
                config.software(),
                List.of(),
                claim(own),
                circles,
                theirs,
                statements.lineage(),
                proof,
                statements.address(),
                store.epoch());
    }

    private static IdentityClaim claim(IdentityChain chain) {
        return new IdentityClaim(chain.genesisBytes(), chain.genesis(), chain.links());
    }

    private static List<CircleGreeting> greetings(SortedSet<CircleId> circles) {
        return circles.stream()
                .map(circle -> new CircleGreeting(circle, Charter.RULE_VERSION))
                .toList();
    }

    /**
     * The highest that we know, also before we hold what is under it: a copy of the school must hear of it before it
     * writes. Of the newest incarnations first: the seals tell about older ones.
     */
    private List<SignedHead> headsOf(SchoolId school) {
        return logs.all(log -> log.school().equals(school)).stream()
                .map(state -> state.known() > state.held() ? state.witnessed() : state.head())
                .flatMap(Optional::stream)
                .sorted(Comparator.comparingInt((SignedHead head) -> head.log().incarnation())
                        .reversed())
                .limit(Limits.LOGS_OF_SCHOOL)
                .toList();
    }

    private static Optional<Refused> refuse(Reason reason, String text) {
        return Optional.of(new Refused(reason, text));
    }
}
