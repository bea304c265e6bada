// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.replica;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.gorizont.protocol.core.Turn;
import org.gorizont.protocol.crypto.Hashing;
import org.gorizont.protocol.frame.Identities;
import org.gorizont.protocol.frame.IdentityRequest;
import org.gorizont.protocol.identity.ChainVerdict;
import org.gorizont.protocol.membership.Membership;
import org.gorizont.protocol.model.IdentityChain;
import org.gorizont.protocol.model.IdentityClaim;
import org.gorizont.protocol.model.SchoolId;

/** Identity chains between neighbours: told of schools that share a circle with the asker, taken when they verify. */
final class IdentityMail {
    static final int ANSWERED_AT_ONCE = 64;

    private final SchoolId self;
    private final KnownIdentities identities;
    private final Membership membership;
    private int turnOf;

    IdentityMail(SchoolId self, KnownIdentities identities, Membership membership) {
        this.self = self;
        this.identities = identities;
        this.membership = membership;
    }

    /**
     * Asks for the members whose identity is not known: their addresses and heads cannot be checked yet. Each is asked of
     * one neighbour, another one each time.
     */
    void askUnknown(Turn turn, Collection<PeerLink> links) {
        if (links.isEmpty()) {
            return;
        }
        List<SchoolId> unknown = membership.ownOrJoining(self).stream()
                .flatMap(circle -> membership.everybody(circle).stream())
                .distinct()
                .filter(school -> identities.chain(school).isEmpty())
                .toList();
        List<PeerLink> asked = List.copyOf(links);
        int share = Math.clamp(Math.ceilDiv(unknown.size(), asked.size()), 1, ANSWERED_AT_ONCE);
        for (int from = 0, i = 0; from < unknown.size() && i < asked.size(); from += share, i++) {
            PeerLink link = asked.get((turnOf + i) % asked.size());
            turn.send(link.id, new IdentityRequest(unknown.subList(from, Math.min(unknown.size(), from + share))));
        }
        turnOf = (turnOf + 1) % asked.size();
    }

    void asked(Turn turn, PeerLink link, SchoolId asker, IdentityRequest request) {
        List<IdentityClaim> chains = request.schools().stream()
                .limit(ANSWERED_AT_ONCE)
                .filter(school -> school.equals(self) || membership.hasShared(school, asker))
                .flatMap(school -> identities.claims(school).stream())
                .limit(ANSWERED_AT_ONCE)
                .toList();
        turn.send(link.id, new Identities(chains));
    }

    /** Tells neighbours that two chains of a school contradict each other: each of them can see it by both. */
    void warn(Turn turn, Collection<PeerLink> links, SchoolId school) {
        links.stream()
                .filter(link -> mayKnow(link, school))
                .forEach(link -> turn.send(link.id, new Identities(identities.claims(school))));
    }

    void welcome(Turn turn, PeerLink link) {
        identities.frozen().forEach(school -> warn(turn, List.of(link), school));
    }

    private boolean mayKnow(PeerLink link, SchoolId school) {
        return link.school
                .filter(to -> !membership.shared(to, school).isEmpty())
                .isPresent();
    }

    /** Tells who holds the paper of a school that shares a circle with us who it is; false for everybody else. */
    boolean whoIs(Turn turn, PeerLink link) {
        Optional<IdentityChain> returning = identities
                .returning(link.key)
                .filter(chain -> !chain.school().equals(self))
                .filter(chain -> !membership.shared(self, chain.school()).isEmpty());
        returning.ifPresent(chain -> turn.send(
                link.id,
                new Identities(List.of(new IdentityClaim(chain.genesisBytes(), chain.genesis(), chain.links())))));
        return returning.isPresent();
    }

    /** Keeps what verifies; the problem if one does not. */
    Optional<String> received(Turn turn, Identities frame) {
        for (IdentityClaim claim :
                frame.chains().subList(0, Math.min(frame.chains().size(), ANSWERED_AT_ONCE))) {
            switch (identities.verify(claim)) {
                case ChainVerdict.Invalid(String problem) -> {
                    return Optional.of(problem);
                }
                case ChainVerdict.Valid(IdentityChain chain) -> {
                    if (isExpected(chain.school())) {
                        identities.keep(turn, chain);
                    }
                }
            }
        }
        return Optional.empty();
    }

    /**
     * Somebody who does not accept us says why: our keys were changed, on another machine or after the copy was made from
     * which this one was restored. What it says of others is passed over.
     */
    void toldOfUs(Turn turn, Identities frame) {
        frame.chains().stream()
                .limit(ANSWERED_AT_ONCE)
                .filter(claim -> Hashing.schoolId(claim.genesisBytes()).equals(self))
                .forEach(claim -> {
                    if (identities.verify(claim) instanceof ChainVerdict.Valid(IdentityChain chain)) {
                        identities.keep(turn, chain);
                    }
                });
    }

    private boolean isExpected(SchoolId school) {
        return membership.circles().stream()
                .anyMatch(circle -> membership.everybody(circle).contains(school));
    }
}
