// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.replica;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.gorizont.protocol.core.Change;
import org.gorizont.protocol.core.Limits;
import org.gorizont.protocol.core.LinkId;
import org.gorizont.protocol.core.LogStore;
import org.gorizont.protocol.core.Timer;
import org.gorizont.protocol.core.Turn;
import org.gorizont.protocol.crypto.SignatureVerifier;
import org.gorizont.protocol.crypto.SigningContext;
import org.gorizont.protocol.frame.Addresses;
import org.gorizont.protocol.frame.IdentityRequest;
import org.gorizont.protocol.gossip.Neighbours;
import org.gorizont.protocol.membership.Membership;
import org.gorizont.protocol.model.AddressRecord;
import org.gorizont.protocol.model.SchoolId;
import org.gorizont.protocol.model.Signed;

/**
 * Signed addresses of members: learned from anybody who shares a circle with both, told to those who share one. An
 * address often comes before the identity of its school does, and waits for it.
 */
final class AddressMail {
    /** So many neighbours may tell an address that cannot be verified yet. */
    private static final int TELLERS = 8;

    private final SchoolId self;
    private final KnownIdentities identities;
    private final SignatureVerifier verifier;
    private final Membership membership;
    private final Neighbours neighbours;
    private final PeerLinks links;
    private final Map<SchoolId, Map<SchoolId, Signed<AddressRecord>>> waiting = new TreeMap<>();
    private final Map<SchoolId, News> news = new TreeMap<>();

    /** What was learned, and who told it. */
    private record News(Signed<AddressRecord> record, Optional<LinkId> source) {}

    AddressMail(
            SchoolId self,
            LogStore store,
            KnownIdentities identities,
            SignatureVerifier verifier,
            Membership membership,
            Neighbours neighbours,
            PeerLinks links) {
        this.self = self;
        this.identities = identities;
        this.verifier = verifier;
        this.membership = membership;
        this.neighbours = neighbours;
        this.links = links;
        store.addresses().forEach(neighbours::learn);
    }

    /** Tells a neighbour the addresses of those with whom it shares a circle of ours. */
    void welcome(Turn turn, PeerLink link, SchoolId school) {
        List<Signed<AddressRecord>> records = membership.shared(self, school).stream()
                .flatMap(circle -> membership.members(circle).stream())
                .distinct()
                .filter(member -> !member.equals(school) && !member.equals(self))
                .map(neighbours::address)
                .flatMap(Optional::stream)
                .toList();
        tell(turn, link, records);
    }

    /**
     * Tells a neighbour the addresses of schools whose identity it has asked for. What it was told before it knew that they
     * are members, it had to leave.
     */
    void about(Turn turn, PeerLink link, SchoolId asker, List<SchoolId> schools) {
        tell(
                turn,
                link,
                schools.stream()
                        .limit(IdentityMail.ANSWERED_AT_ONCE)
                        .filter(school -> !membership.shared(school, asker).isEmpty())
                        .map(neighbours::address)
                        .flatMap(Optional::stream)
                        .toList());
    }

    /** Learns what is new and passes it on to other neighbours. */
    void received(Turn turn, PeerLink from, List<Signed<AddressRecord>> records) {
        List<SchoolId> renewed = new ArrayList<>();
        for (Signed<AddressRecord> record : records) {
            SchoolId school = record.value().school();
            if (identities.isBehind(school, record.value().epoch())) {
                from.school.filter(teller -> isExpected(teller, record)).ifPresent(teller -> await(teller, record));
                if (identities.chain(school).isPresent()) {
                    renewed.add(school);
                }
            }
        }
        askAbout(turn, from, renewed);
        learn(turn, Optional.of(from), records);
    }

    /** The address of a school is signed by a newer key than is known: this is how a change of keys gets around. */
    private static void askAbout(Turn turn, PeerLink from, List<SchoolId> renewed) {
        for (int start = 0; start < renewed.size(); start += IdentityMail.ANSWERED_AT_ONCE) {
            int end = Math.min(renewed.size(), start + IdentityMail.ANSWERED_AT_ONCE);
            turn.send(from.id, new IdentityRequest(renewed.subList(start, end)));
        }
    }

    /** Learns what a bundle has brought; there, identities come before addresses. */
    void carried(Turn turn, List<Signed<AddressRecord>> records) {
        learn(turn, Optional.empty(), records);
    }

    private boolean isExpected(SchoolId teller, Signed<AddressRecord> record) {
        return membership.shared(self, teller).stream()
                .anyMatch(
                        circle -> membership.isCandidate(circle, record.value().school()));
    }

    /** Keeps the newest of each teller: nothing is verified yet, so nobody may push out what another one told. */
    private void await(SchoolId teller, Signed<AddressRecord> record) {
        var told = waiting.computeIfAbsent(record.value().school(), _ -> new TreeMap<>());
        if (told.containsKey(teller) || told.size() < TELLERS) {
            told.merge(teller, record, (a, b) -> Neighbours.BY_AGE.compare(a.value(), b.value()) >= 0 ? a : b);
        }
    }

    /** The identity of a school has become known. */
    void identified(Turn turn, SchoolId school) {
        Map<SchoolId, Signed<AddressRecord>> told = waiting.remove(school);
        if (told != null) {
            learn(turn, Optional.empty(), List.copyOf(told.values()));
        }
    }

    private void learn(Turn turn, Optional<PeerLink> from, List<Signed<AddressRecord>> records) {
        for (Signed<AddressRecord> record : records) {
            // Most of what is told is known: that costs no signature check.
            if (neighbours.isNews(record) && isVerified(record) && neighbours.learn(record)) {
                turn.persist(new Change.AddressStored(record));
                if (news.isEmpty()) {
                    turn.schedule(Timer.ADDRESSES, Limits.ADDRESS_DELAY);
                }
                news.put(record.value().school(), new News(record, from.map(link -> link.id)));
            }
        }
    }

    /** Passes on what was collected, to whoever it did not come from. */
    void flush(Turn turn) {
        for (PeerLink link : links.schools()) {
            tell(
                    turn,
                    link,
                    news.values().stream()
                            .filter(item -> !item.source.equals(Optional.of(link.id)))
                            .map(News::record)
                            .filter(record -> mayKnow(link, record))
                            .toList());
        }
        news.clear();
    }

    private boolean mayKnow(PeerLink link, Signed<AddressRecord> record) {
        return link.school
                .filter(school ->
                        !membership.shared(school, record.value().school()).isEmpty())
                .isPresent();
    }

    private static void tell(Turn turn, PeerLink link, List<Signed<AddressRecord>> records) {
        for (int from = 0; from < records.size(); from += Limits.REPEATED) {
            turn.send(link.id, new Addresses(records.subList(from, Math.min(records.size(), from + Limits.REPEATED))));
        }
    }

    private boolean isVerified(Signed<AddressRecord> record) {
        SchoolId school = record.value().school();
        return !school.equals(self)
                && identities
                        .chain(school)
                        .flatMap(chain -> chain.signingKey(record.value().epoch()))
                        .map(key -> verifier.verify(key, SigningContext.ADDRESS, record.exact(), record.signature()))
                        .orElse(false);
    }
}
