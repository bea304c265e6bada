// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.membership;

import java.util.Optional;
import org.gorizont.protocol.codec.LogCodec;
import org.gorizont.protocol.codec.Malformed;
import org.gorizont.protocol.codec.VoteCodec;
import org.gorizont.protocol.crypto.Hashing;
import org.gorizont.protocol.merkle.Inclusion;
import org.gorizont.protocol.model.Ballot;
import org.gorizont.protocol.model.BallotProof;
import org.gorizont.protocol.model.Channel;
import org.gorizont.protocol.model.CircleId;
import org.gorizont.protocol.model.Entry;
import org.gorizont.protocol.model.Hash;
import org.gorizont.protocol.model.Header;
import org.gorizont.protocol.model.LogId;
import org.gorizont.protocol.model.Retention;
import org.gorizont.protocol.model.Scope;

/**
 * Judges the ballots that a certificate shows. A yes counts if its entry stands in the voter's CONTROL log of the circle under
 * a head that the voter has signed. Whether the voter may vote is not asked here.
 */
final class BallotCheck {
    private BallotCheck() {}

    /** Whether the entry says yes to this proposal, and stands under the head; the signature is not asked. */
    static boolean isYes(BallotProof proof, CircleId circle, Hash proposal) {
        LogId log = proof.head().log();
        Entry entry = LogCodec.entry(proof.headerBytes(), Optional.of(proof.body()));
        return log.channel().equals(Channel.CONTROL)
                && log.scope().equals(Scope.of(circle))
                && entry.header().filter(header -> isBallot(header, proof)).isPresent()
                && says(proof, new Ballot(circle, proposal, true))
                && new Inclusion(proof.seq(), proof.head().size(), proof.path())
                        .verifies(entry.hash(), proof.head().root());
    }

    private static boolean isBallot(Header header, BallotProof proof) {
        return header.kind().type().equals(ControlDrafts.BALLOT_TYPE)
                && header.kind().major() == ControlDrafts.MAJOR
                && header.retention() == Retention.HISTORY
                && !header.sealed()
                && Hashing.fits(proof.body(), header.commitment());
    }

    private static boolean says(BallotProof proof, Ballot expected) {
        try {
            return VoteCodec.ballot(proof.body().content()).equals(expected);
        } catch (Malformed _) {
            return false;
        }
    }
}
