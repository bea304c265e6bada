// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.membership;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.gorizont.protocol.codec.Malformed;
import org.gorizont.protocol.codec.VoteCodec;
import org.gorizont.protocol.crypto.Hashing;
import org.gorizont.protocol.model.BallotProof;
import org.gorizont.protocol.model.Bytes;
import org.gorizont.protocol.model.Certificate;
import org.gorizont.protocol.model.CircleId;
import org.gorizont.protocol.model.Hash;
import org.gorizont.protocol.model.LogId;
import org.gorizont.protocol.model.Proposal;
import org.gorizont.protocol.model.SchoolId;

/** A certificate that is held: what it decides, and those of its ballots that are genuine. Mutable, for one thread. */
final class Certified {
    private final Hash id;
    private final Proposal proposal;
    private final Map<LogId, Long> genuine = new TreeMap<>();
    private final List<BallotProof> unchecked = new ArrayList<>();

    private Certified(Hash id, Proposal proposal) {
        this.id = id;
        this.proposal = proposal;
    }

    /** Empty for what is no certificate of this circle, or is newer than this version. */
    static Optional<Certified> of(CircleId circle, Bytes bytes) {
        try {
            Certificate certificate = VoteCodec.certificate(bytes);
            Proposal proposal = VoteCodec.proposal(certificate.proposal());
            if (!proposal.circle().equals(circle)) {
                return Optional.empty();
            }
            Certified certified = new Certified(Hashing.proposal(certificate.proposal()), proposal);
            certificate.ballots().stream()
                    .filter(ballot -> BallotCheck.isYes(ballot, circle, certified.id))
                    .forEach(certified.unchecked::add);
            return Optional.of(certified);
        } catch (Malformed _) {
            return Optional.empty();
        }
    }

    Hash id() {
        return id;
    }

    Proposal proposal() {
        return proposal;
    }

    /** Whether it shows a ballot of this school. */
    boolean concerns(SchoolId school) {
        return genuine.keySet().stream().anyMatch(log -> log.school().equals(school))
                || unchecked.stream()
                        .anyMatch(ballot -> ballot.head().log().school().equals(school));
    }

    /** Checks the signatures of those voters whose identity is known by now. */
    void check(VoterKeys keys) {
        for (BallotProof ballot : List.copyOf(unchecked)) {
            LogId log = ballot.head().log();
            Optional<Boolean> signed = keys.signed(ballot.head());
            if (signed.isPresent()) {
                unchecked.remove(ballot);
            }
            if (signed.equals(Optional.of(true))) {
                genuine.merge(log, ballot.seq(), Math::min);
            }
        }
    }

    /** The voters, and where each has said yes: not those beyond the seal of an ended key. */
    void votes(VoterKeys keys, BiConsumer<SchoolId, Position> vote) {
        genuine.forEach((log, seq) -> {
            if (seq < keys.sealedAt(log)) {
                vote.accept(log.school(), new Position(log.incarnation(), seq));
            }
        });
    }
}
