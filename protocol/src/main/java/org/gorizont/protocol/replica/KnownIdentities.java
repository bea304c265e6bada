// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.replica;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.gorizont.protocol.core.Change;
import org.gorizont.protocol.core.LinkId;
import org.gorizont.protocol.core.LogStore;
import org.gorizont.protocol.core.Turn;
import org.gorizont.protocol.crypto.Hashing;
import org.gorizont.protocol.crypto.SignatureVerifier;
import org.gorizont.protocol.frame.IdentityRequest;
import org.gorizont.protocol.identity.ChainCheck;
import org.gorizont.protocol.identity.ChainOrder;
import org.gorizont.protocol.identity.ChainVerdict;
import org.gorizont.protocol.identity.ReturningKey;
import org.gorizont.protocol.model.IdentityChain;
import org.gorizont.protocol.model.IdentityClaim;
import org.gorizont.protocol.model.LogId;
import org.gorizont.protocol.model.PublicKey;
import org.gorizont.protocol.model.SchoolId;
import org.gorizont.protocol.model.Seal;
import org.gorizont.protocol.model.SignedHead;

/** Verified identity chains, and the heads that wait for one. */
final class KnownIdentities {
    /** Heads of one link that wait; who names more of unknown schools is asked again later. */
    private static final int MAX_WAITING = 4_096;

    private final SignatureVerifier verifier;
    private final Map<SchoolId, IdentityChain> chains = new TreeMap<>();
    private final Map<SchoolId, IdentityChain> conflicts = new TreeMap<>();
    private final List<SchoolId> frozen = new ArrayList<>();
    private final Map<LinkId, Room> waiting = new TreeMap<>();
    private final List<IdentityChain> fresh = new ArrayList<>();

    /** A head that cannot be checked yet. */
    record Waiting(LinkId link, SignedHead head) {}

    KnownIdentities(IdentityChain own, LogStore store, SignatureVerifier verifier) {
        this.verifier = verifier;
        store.chains().forEach(chain -> chains.put(chain.school(), chain));
        store.conflicts().forEach(other -> conflicts.put(other.school(), other));
        chains.merge(own.school(), own, (kept, held) -> kept.epoch() > held.epoch() ? kept : held);
    }

    Optional<IdentityChain> chain(SchoolId school) {
        return Optional.ofNullable(chains.get(school));
    }

    /** Where a log was sealed, if its epoch has ended as far as is known here. */
    Optional<Seal> seal(LogId log) {
        return chain(log.school()).flatMap(chain -> chain.seal(log));
    }

    /** Judges a claim; one that says what is known already costs no signature check. */
    ChainVerdict verify(IdentityClaim claim) {
        IdentityChain known = chains.get(Hashing.schoolId(claim.genesisBytes()));
        if (known != null && known.links().equals(claim.links())) {
            return new ChainVerdict.Valid(known);
        }
        return ChainCheck.verify(claim, verifier);
    }

    /** Keeps a verified chain if it is new or longer; true if it was. */
    boolean keep(Turn turn, IdentityChain chain) {
        IdentityChain known = chains.get(chain.school());
        ChainOrder order = known == null ? ChainOrder.LONGER : ChainCheck.compare(known, chain);
        if (order == ChainOrder.CONFLICT && conflicts.putIfAbsent(chain.school(), chain) == null) {
            frozen.add(chain.school());
            turn.persist(new Change.ConflictStored(chain));
        }
        if (order != ChainOrder.LONGER) {
            return false;
        }
        chains.put(chain.school(), chain);
        fresh.add(chain);
        turn.persist(new Change.ChainStored(chain));
        return true;
    }

    /** Chains that were kept since this was last asked. */
    List<IdentityChain> takeFresh() {
        List<IdentityChain> taken = List.copyOf(fresh);
        fresh.clear();
        return taken;
    }

    /** Schools of which two chains that contradict each other were seen since this was last asked. */
    List<SchoolId> takeFrozen() {
        List<SchoolId> taken = List.copyOf(frozen);
        frozen.clear();
        return taken;
    }

    /** Two links with one parent: two persons hold the paper of this school, and nobody can say who is right. */
    boolean isFrozen(SchoolId school) {
        return conflicts.containsKey(school);
    }

    SortedSet<SchoolId> frozen() {
        return new TreeSet<>(conflicts.keySet());
    }

    /** What is to be told of a school: its chain, and the one that contradicts it. */
    List<IdentityClaim> claims(SchoolId school) {
        return Stream.concat(Stream.ofNullable(chains.get(school)), Stream.ofNullable(conflicts.get(school)))
                .map(chain -> new IdentityClaim(chain.genesisBytes(), chain.genesis(), chain.links()))
                .toList();
    }

    /** Asks the link for the identity of a school that is not known. */
    void ask(Turn turn, LinkId link, SchoolId school) {
        if (!chains.containsKey(school)) {
            turn.send(link, new IdentityRequest(List.of(school)));
        }
    }

    /** The school whose paper this key is from. */
    Optional<IdentityChain> returning(PublicKey key) {
        return chains.values().stream()
                .filter(chain -> ReturningKey.isOf(chain, key))
                .findFirst();
    }

    /** Whether the school has changed its keys more often than is known here; true also if nothing is known of it. */
    boolean isBehind(SchoolId school, int epoch) {
        IdentityChain known = chains.get(school);
        return known == null || known.epoch() < epoch;
    }

    /** Asks the link for the identity of a head's owner, and keeps its newest head of that log until it comes. */
    void ask(Turn turn, LinkId link, SignedHead head) {
        SchoolId owner = head.log().school();
        Room room = waiting.computeIfAbsent(link, _ -> new Room());
        if (room.count >= MAX_WAITING) {
            return;
        }
        if (!room.heads.containsKey(owner)) {
            turn.send(link, new IdentityRequest(List.of(owner)));
        }
        Map<LogId, SignedHead> heads = room.heads.computeIfAbsent(owner, _ -> new TreeMap<>());
        SignedHead before = heads.get(head.log());
        if (before == null) {
            room.count++;
        }
        if (before == null || before.size() < head.size()) {
            heads.put(head.log(), head);
        }
    }

    /** Heads that waited for this school. */
    List<Waiting> released(SchoolId school) {
        List<Waiting> released = new ArrayList<>();
        waiting.forEach((link, room) -> {
            Map<LogId, SignedHead> heads = room.heads.remove(school);
            if (heads != null) {
                room.count -= heads.size();
                heads.values().forEach(head -> released.add(new Waiting(link, head)));
            }
        });
        return released;
    }

    void linkGone(LinkId link) {
        waiting.remove(link);
    }

    /** What one link named; each has its own, so that nobody takes the room of others. */
    private static final class Room {
        private final Map<SchoolId, Map<LogId, SignedHead>> heads = new TreeMap<>();
        private int count;
    }
}
