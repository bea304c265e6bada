// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.membership;

import java.util.List;
import java.util.Optional;
import org.gorizont.protocol.codec.CircleCodec;
import org.gorizont.protocol.codec.Malformed;
import org.gorizont.protocol.codec.VoteCodec;
import org.gorizont.protocol.crypto.Hashing;
import org.gorizont.protocol.model.Ballot;
import org.gorizont.protocol.model.Body;
import org.gorizont.protocol.model.Bytes;
import org.gorizont.protocol.model.CircleId;
import org.gorizont.protocol.model.Entry;
import org.gorizont.protocol.model.EntryRef;
import org.gorizont.protocol.model.Hash;
import org.gorizont.protocol.model.Header;
import org.gorizont.protocol.model.Leave;
import org.gorizont.protocol.model.Proposal;
import org.gorizont.protocol.model.Retention;
import org.gorizont.protocol.model.SchoolId;
import org.gorizont.protocol.model.Sponsorship;

/** What a CONTROL entry says in the circle that is its log's scope. */
sealed interface Claim {
    /** What a school says about who belongs to the circle. */
    sealed interface Admission extends Claim {}

    /** What a school says in a vote; without effect before a certificate shows it. */
    sealed interface Vote extends Claim {}

    /** The writer adopts the charter, whose exact bytes prove themselves. */
    record Adopts(Bytes charter) implements Admission {}

    /** The writer sponsors a school that had left so often before. */
    record Sponsors(SchoolId school, int term) implements Admission {}

    /** The writer leaves for the so-many-th time. */
    record Leaves(int term) implements Admission {}

    /** The writer asks for a decision. */
    record Proposes(Bytes exact, Proposal proposal) implements Vote {
        Hash id() {
            return Hashing.proposal(exact);
        }
    }

    /** The writer answers. */
    record Answers(Hash proposal, boolean yes) implements Vote {}

    /** Shows that something was decided; the parts stand before it in the same log. */
    record Certifies(List<EntryRef> parts, Bytes end) implements Claim {}

    /** A piece of a certificate that refers to it. */
    record Part() implements Claim {}

    /**
     * Empty for every other kind, for what this version cannot read, and for void entries: another circle than the
     * scope, bytes that are not what the kind says, a retention under which the body may vanish.
     */
    static Optional<Claim> of(CircleId scope, Entry entry) {
        Optional<Header> header = entry.header().filter(Claim::counts);
        if (header.isEmpty() || entry.body().isEmpty()) {
            return Optional.empty();
        }
        Bytes content = entry.body().map(Body::content).orElseThrow();
        try {
            return of(scope, header.get(), content);
        } catch (Malformed _) {
            return Optional.empty();
        }
    }

    private static Optional<Claim> of(CircleId scope, Header header, Bytes content) throws Malformed {
        return switch (header.kind().type()) {
            case ControlDrafts.CHARTER_TYPE -> within(scope, Hashing.circleId(content), new Adopts(content));
            case ControlDrafts.SPONSORSHIP_TYPE -> {
                Sponsorship read = CircleCodec.sponsorship(content);
                yield within(scope, read.circle(), new Sponsors(read.school(), read.term()));
            }
            case ControlDrafts.LEAVE_TYPE -> {
                Leave read = CircleCodec.leave(content);
                yield within(scope, read.circle(), new Leaves(read.term()));
            }
            case ControlDrafts.PROPOSAL_TYPE -> {
                Proposal read = VoteCodec.proposal(content);
                yield within(scope, read.circle(), new Proposes(content, read));
            }
            case ControlDrafts.BALLOT_TYPE -> {
                Ballot read = VoteCodec.ballot(content);
                yield within(scope, read.circle(), new Answers(read.proposal(), read.yes()));
            }
            case ControlDrafts.CERTIFICATE_TYPE -> Optional.of(new Certifies(header.references(), content));
            case ControlDrafts.PART_TYPE -> Optional.of(new Part());
            default -> Optional.empty();
        };
    }

    private static boolean counts(Header header) {
        return header.kind().major() == ControlDrafts.MAJOR
                && header.verb().hasBody()
                && header.retention() == Retention.HISTORY
                && !header.sealed();
    }

    private static Optional<Claim> within(CircleId scope, CircleId circle, Claim claim) {
        return circle.equals(scope) ? Optional.of(claim) : Optional.empty();
    }
}
