// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.membership;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gorizont.protocol.codec.CircleCodec;
import org.gorizont.protocol.codec.LogCodec;
import org.gorizont.protocol.codec.VoteCodec;
import org.gorizont.protocol.core.Draft;
import org.gorizont.protocol.core.Limits;
import org.gorizont.protocol.crypto.Hashing;
import org.gorizont.protocol.model.Ballot;
import org.gorizont.protocol.model.Body;
import org.gorizont.protocol.model.Bytes;
import org.gorizont.protocol.model.Certificate;
import org.gorizont.protocol.model.EntryRef;
import org.gorizont.protocol.model.Hash;
import org.gorizont.protocol.model.Kind;
import org.gorizont.protocol.model.Leave;
import org.gorizont.protocol.model.LogId;
import org.gorizont.protocol.model.Proposal;
import org.gorizont.protocol.model.RecordId;
import org.gorizont.protocol.model.Retention;
import org.gorizont.protocol.model.Sponsorship;
import org.gorizont.protocol.model.Verb;

/**
 * Entries that found a circle, admit to it, leave it and vote in it, for the CONTROL log of that circle's scope. A record is
 * named by what it says, so that a second sponsorship of one school, or a second ballot on one proposal, is the same
 * record.
 */
public final class ControlDrafts {
    static final String CHARTER_TYPE = "charter";
    static final String SPONSORSHIP_TYPE = "sponsorship";
    static final String LEAVE_TYPE = "leave";
    static final String PROPOSAL_TYPE = "proposal";
    static final String BALLOT_TYPE = "ballot";
    static final String CERTIFICATE_TYPE = "certificate";
    static final String PART_TYPE = "certificate-part";
    static final int MAJOR = 1;

    /** A founder adopts the charter; the body is its exact bytes. */
    public static final Kind CHARTER = kind(CHARTER_TYPE);

    /** A member admits a school. */
    public static final Kind SPONSORSHIP = kind(SPONSORSHIP_TYPE);

    /** A member leaves. */
    public static final Kind LEAVE = kind(LEAVE_TYPE);

    /** A member asks its electorate to decide. */
    public static final Kind PROPOSAL = kind(PROPOSAL_TYPE);

    /** A member's answer to a proposal. */
    public static final Kind BALLOT = kind(BALLOT_TYPE);

    /** A decision; the body is the end of a {@code Certificate}, its references name the parts before. */
    public static final Kind CERTIFICATE = kind(CERTIFICATE_TYPE);

    /** A piece of a certificate that does not fit into one entry. */
    public static final Kind CERTIFICATE_PART = kind(PART_TYPE);

    private ControlDrafts() {}

    /** @param salt 32 random bytes */
    public static Draft charterEntry(Bytes charterBytes, Bytes salt, Instant claimedAt) {
        RecordId record =
                record(CHARTER_TYPE, Hashing.circleId(charterBytes).hash().bytes());
        return draft(CHARTER, record, new Body(salt, charterBytes), claimedAt);
    }

    /** @param salt 32 random bytes */
    public static Draft sponsorship(Sponsorship sponsorship, Bytes salt, Instant claimedAt) {
        RecordId record = record(
                SPONSORSHIP_TYPE,
                sponsorship.circle().hash().bytes(),
                sponsorship.school().hash().bytes(),
                number(sponsorship.term()));
        return draft(SPONSORSHIP, record, new Body(salt, CircleCodec.sponsorship(sponsorship)), claimedAt);
    }

    /** @param salt 32 random bytes */
    public static Draft leave(Leave leave, Bytes salt, Instant claimedAt) {
        RecordId record = record(LEAVE_TYPE, leave.circle().hash().bytes(), number(leave.term()));
        return draft(LEAVE, record, new Body(salt, CircleCodec.leave(leave)), claimedAt);
    }

    /** @param salt 32 random bytes */
    public static Draft proposal(Proposal proposal, Bytes salt, Instant claimedAt) {
        Bytes content = VoteCodec.proposal(proposal);
        RecordId record = record(PROPOSAL_TYPE, Hashing.proposal(content).bytes());
        return draft(PROPOSAL, record, new Body(salt, content), claimedAt);
    }

    /** @param salt 32 random bytes */
    public static Draft ballot(Ballot ballot, Bytes salt, Instant claimedAt) {
        RecordId record = record(BALLOT_TYPE, ballot.proposal().bytes());
        return draft(BALLOT, record, new Body(salt, VoteCodec.ballot(ballot)), claimedAt);
    }

    /**
     * The entries that carry a certificate, the last one with references to those before. Its content is for everybody who
     * may read the log, so that salts follow from the proposal.
     *
     * @param log that they are written to
     * @param from seq of the first one
     * @return empty for a certificate that is too large
     */
    public static Optional<List<Draft>> certificate(Certificate certificate, LogId log, long from, Instant claimedAt) {
        Bytes bytes = VoteCodec.certificate(certificate);
        if (bytes.size() > Limits.CERTIFICATE_BYTES) {
            return Optional.empty();
        }
        Hash proposal = Hashing.proposal(certificate.proposal());
        List<Draft> drafts = new ArrayList<>();
        List<EntryRef> parts = new ArrayList<>();
        int at = 0;
        for (; bytes.size() - at > Limits.CERTIFICATE_PART_BYTES; at += Limits.CERTIFICATE_PART_BYTES) {
            Bytes piece = bytes.slice(at, at + Limits.CERTIFICATE_PART_BYTES);
            Draft part = piece(CERTIFICATE_PART, proposal, drafts.size(), piece, List.of(), claimedAt);
            parts.add(new EntryRef(
                    log,
                    from + drafts.size(),
                    LogCodec.entry(LogCodec.header(part.header()), part.body()).hash()));
            drafts.add(part);
        }
        drafts.add(piece(CERTIFICATE, proposal, drafts.size(), bytes.slice(at, bytes.size()), parts, claimedAt));
        return Optional.of(drafts);
    }

    private static Draft piece(
            Kind kind, Hash proposal, int index, Bytes content, List<EntryRef> parts, Instant claimedAt) {
        Bytes salt = Hashing.tagged("gorizont/certificate/salt/1", proposal.bytes(), number(index))
                .bytes();
        RecordId record = record(kind.type(), proposal.bytes(), number(index));
        return new Draft(
                kind, record, Verb.PUT, Retention.HISTORY, claimedAt, parts, Optional.of(new Body(salt, content)));
    }

    private static Kind kind(String type) {
        return new Kind(type, MAJOR, 0);
    }

    private static Bytes number(int number) {
        return Bytes.wrap(ByteBuffer.allocate(Integer.BYTES).putInt(number).array());
    }

    private static RecordId record(String type, Bytes... parts) {
        Bytes hash = Hashing.tagged("gorizont/record/" + type + "/1", parts).bytes();
        return new RecordId(hash.slice(0, RecordId.SIZE));
    }

    private static Draft draft(Kind kind, RecordId record, Body body, Instant claimedAt) {
        return new Draft(kind, record, Verb.PUT, Retention.HISTORY, claimedAt, List.of(), Optional.of(body));
    }
}
