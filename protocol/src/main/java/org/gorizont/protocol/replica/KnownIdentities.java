// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.replica;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.gorizont.protocol.core.Change;
import org.gorizont.protocol.core.LinkId;
import org.gorizont.protocol.core.LogStore;
import org.gorizont.protocol.core.Turn;
import org.gorizont.protocol.crypto.SignatureVerifier;
import org.gorizont.protocol.frame.IdentityRequest;
import org.gorizont.protocol.identity.ChainCheck;
import org.gorizont.protocol.identity.ChainOrder;
import org.gorizont.protocol.identity.ChainVerdict;
import org.gorizont.protocol.model.IdentityChain;
import org.gorizont.protocol.model.IdentityClaim;
import org.gorizont.protocol.model.SchoolId;
import org.gorizont.protocol.model.SignedHead;

/** Verified identity chains, and the heads that wait for one. */
final class KnownIdentities {
    private static final int MAX_WAITING = 4_096;

    private final SignatureVerifier verifier;
    private final Map<SchoolId, IdentityChain> chains = new TreeMap<>();
    private final Map<SchoolId, List<Waiting>> waiting = new LinkedHashMap<>();
    private final List<IdentityChain> fresh = new ArrayList<>();
    private int waitingHeads;

    /** A head that cannot be checked yet. */
    record Waiting(LinkId link, SignedHead head) {}

    KnownIdentities(IdentityChain own, LogStore store, SignatureVerifier verifier) {
        this.verifier = verifier;
        store.chains().forEach(chain -> chains.put(chain.school(), chain));
        chains.put(own.school(), own);
    }

    Optional<IdentityChain> chain(SchoolId school) {
        return Optional.ofNullable(chains.get(school));
    }

    ChainVerdict verify(IdentityClaim claim) {
        return ChainCheck.verify(claim, verifier);
    }

    /** Keeps a verified chain if it is new or longer; true if it was. */
    boolean keep(Turn turn, IdentityChain chain) {
        IdentityChain known = chains.get(chain.school());
        if (known != null && ChainCheck.compare(known, chain) != ChainOrder.LONGER) {
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

    /** Asks the link for the identity of a school that is not known. */
    void ask(Turn turn, LinkId link, SchoolId school) {
        if (!chains.containsKey(school)) {
            turn.send(link, new IdentityRequest(List.of(school)));
        }
    }

    /** Asks the link for the identity of a head's owner, and keeps the head until it comes. */
    void ask(Turn turn, LinkId link, SignedHead head) {
        SchoolId owner = head.log().school();
        if (waitingHeads >= MAX_WAITING) {
            return;
        }
        List<Waiting> heads = waiting.computeIfAbsent(owner, o -> new ArrayList<>());
        if (heads.stream().noneMatch(w -> w.link.equals(link))) {
            turn.send(link, new IdentityRequest(List.of(owner)));
        }
        heads.add(new Waiting(link, head));
        waitingHeads++;
    }

    /** Heads that waited for this school. */
    List<Waiting> released(SchoolId school) {
        List<Waiting> heads = waiting.remove(school);
        if (heads == null) {
            return List.of();
        }
        waitingHeads -= heads.size();
        return heads;
    }

    void linkGone(LinkId link) {
        waiting.values().forEach(heads -> {
            int before = heads.size();
            heads.removeIf(w -> w.link.equals(link));
            waitingHeads -= before - heads.size();
        });
        waiting.values().removeIf(List::isEmpty);
    }
}
