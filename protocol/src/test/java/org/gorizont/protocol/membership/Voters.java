// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.membership;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.gorizont.protocol.actors.Actor;
import org.gorizont.protocol.actors.Entries;
import org.gorizont.protocol.codec.VoteCodec;
import org.gorizont.protocol.core.Draft;
import org.gorizont.protocol.crypto.Ed25519Verifier;
import org.gorizont.protocol.crypto.Hashing;
import org.gorizont.protocol.merkle.CompactRange;
import org.gorizont.protocol.merkle.HashSource;
import org.gorizont.protocol.merkle.Proofs;
import org.gorizont.protocol.model.Action;
import org.gorizont.protocol.model.Ballot;
import org.gorizont.protocol.model.BallotProof;
import org.gorizont.protocol.model.Bytes;
import org.gorizont.protocol.model.Certificate;
import org.gorizont.protocol.model.Entry;
import org.gorizont.protocol.model.Hash;
import org.gorizont.protocol.model.IdentityChain;
import org.gorizont.protocol.model.LogId;
import org.gorizont.protocol.model.Proposal;
import org.gorizont.protocol.model.SchoolId;
import org.gorizont.protocol.model.SignedHead;

/** Schools with keys that write to their CONTROL logs of one circle. */
final class Voters {
    final Circle circle;
    private final Map<SchoolId, Actor> actors = new TreeMap<>();
    private final Map<LogId, List<Entry>> logs = new TreeMap<>();

    /** All are founders. */
    Voters(Actor... founders) {
        this(List.of(founders), List.of());
    }

    Voters(List<Actor> founders, List<Actor> others) {
        circle = Circle.of("any", 1, founders.stream().map(Actor::id).toArray(SchoolId[]::new));
        founders.forEach(actor -> actors.put(actor.id(), actor));
        others.forEach(actor -> actors.put(actor.id(), actor));
        founders.forEach(
                actor -> write(actor, ControlDrafts.charterEntry(circle.bytes(), Entries.SALT, Entries.MORNING)));
    }

    Optional<IdentityChain> chain(SchoolId school) {
        return Optional.ofNullable(actors.get(school)).map(Actor::chain);
    }

    /** Its keys have changed. */
    void now(Actor actor) {
        actors.put(actor.id(), actor);
    }

    Membership fold() {
        return fold(new Membership(this::chain, new Ed25519Verifier()));
    }

    /** Takes everything in. */
    Membership fold(Membership membership) {
        logs.forEach((log, entries) -> {
            for (int seq = 0; seq < entries.size(); seq++) {
                membership.fold(log, seq, entries.get(seq));
            }
        });
        membership.join(this::entry);
        return membership;
    }

    Map<LogId, List<Entry>> logs() {
        return logs;
    }

    /** Empty for a log that nobody has written. */
    List<Entry> entries(LogId log) {
        return logs.getOrDefault(log, List.of());
    }

    Optional<Entry> entry(LogId log, long seq) {
        return seq < entries(log).size() ? Optional.of(entries(log).get((int) seq)) : Optional.empty();
    }

    LogId control(Actor actor) {
        return new LogId(
                actor.id(),
                circle.control(actor.id()).channel(),
                circle.control(actor.id()).scope(),
                actor.chain().epoch());
    }

    /** The seq of the entry. */
    long write(Actor actor, Draft draft) {
        List<Entry> log = logs.computeIfAbsent(control(actor), _ -> new ArrayList<>());
        log.add(Entries.of(draft));
        return log.size() - 1L;
    }

    Proposal proposal(Hash electorate, Action action) {
        return new Proposal(circle.id(), electorate, action, Bytes.zeros(Proposal.NONCE_SIZE));
    }

    static Hash id(Proposal proposal) {
        return Hashing.proposal(VoteCodec.proposal(proposal));
    }

    BallotProof yes(Actor voter, Proposal proposal) {
        return ballot(voter, proposal, true);
    }

    /** Writes a ballot, and shows it. */
    BallotProof ballot(Actor voter, Proposal proposal, boolean yes) {
        Ballot ballot = new Ballot(circle.id(), id(proposal), yes);
        return show(voter, write(voter, ControlDrafts.ballot(ballot, Entries.SALT, Entries.MORNING)));
    }

    BallotProof show(Actor voter, long seq) {
        LogId log = control(voter);
        List<Hash> leaves = entries(log).stream().map(Entry::hash).toList();
        HashSource tree = (level, index) -> CompactRange.empty()
                .appendAll(leaves.subList((int) index << level, (int) (index + 1) << level))
                .root();
        SignedHead head = voter.head(
                log, leaves.size(), CompactRange.empty().appendAll(leaves).root());
        Entry entry = entries(log).get((int) seq);
        return new BallotProof(
                head,
                seq,
                entry.headerBytes(),
                entry.body().orElseThrow(),
                Proofs.inclusion(seq, leaves.size(), tree).hashes());
    }

    /** Writes a certificate that shows these ballots. */
    void certify(Actor author, Proposal proposal, BallotProof... ballots) {
        certify(author, proposal, Arrays.asList(ballots));
    }

    void certify(Actor author, Proposal proposal, List<BallotProof> ballots) {
        LogId log = control(author);
        Certificate certificate = new Certificate(VoteCodec.proposal(proposal), ballots);
        ControlDrafts.certificate(
                        certificate, log, entries(log).size(), Entries.MORNING)
                .orElseThrow()
                .forEach(draft -> write(author, draft));
    }

    /** All of them vote, and the first one makes the certificate. */
    void decide(Proposal proposal, Actor... voters) {
        certify(
                voters[0],
                proposal,
                Arrays.stream(voters).map(voter -> yes(voter, proposal)).toList());
    }
}
