// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.codec;

import org.gorizont.protocol.core.Limits;
import org.gorizont.protocol.model.Ballot;
import org.gorizont.protocol.model.BallotProof;
import org.gorizont.protocol.model.Body;
import org.gorizont.protocol.model.Bytes;
import org.gorizont.protocol.model.Certificate;
import org.gorizont.protocol.model.CircleId;
import org.gorizont.protocol.model.Hash;
import org.gorizont.protocol.model.Proposal;
import org.gorizont.protocol.model.SignedHead;
import org.gorizont.protocol.wire.v1.CircleWire;

/** Proposals, ballots and certificates. Formats: docs/protocol.md, "Votes". */
public final class VoteCodec {
    private static final int VERSION = 1;

    private VoteCodec() {}

    /** The bytes whose hash names the proposal. */
    public static Bytes proposal(Proposal proposal) {
        var wire = CircleWire.Proposal.newBuilder()
                .setVersion(VERSION)
                .setCircle(ToWire.hash(proposal.circle().hash()))
                .setElectorate(ToWire.hash(proposal.electorate()))
                .setNonce(ToWire.bytes(proposal.nonce()));
        ActionForm.into(wire, proposal.action());
        return ToWire.bytes(wire.build());
    }

    public static Proposal proposal(Bytes exact) throws Malformed {
        var wire = FromWire.parse(
                exact, Limits.BODY_BYTES, CircleWire.Proposal.getDescriptor(), CircleWire.Proposal.parser());
        FromWire.version("proposal", wire.getVersion());
        CircleId circle = FromWire.circle(wire.getCircle());
        Hash electorate = FromWire.hash("proposal.electorate", wire.getElectorate());
        Bytes nonce = FromWire.bytes("proposal.nonce", wire.getNonce(), Proposal.NONCE_SIZE);
        return new Proposal(circle, electorate, ActionForm.read(wire), nonce);
    }

    public static Bytes ballot(Ballot ballot) {
        return ToWire.bytes(CircleWire.Ballot.newBuilder()
                .setCircle(ToWire.hash(ballot.circle().hash()))
                .setProposal(ToWire.hash(ballot.proposal()))
                .setYes(ballot.yes())
                .build());
    }

    public static Ballot ballot(Bytes body) throws Malformed {
        var wire =
                FromWire.parse(body, Limits.BODY_BYTES, CircleWire.Ballot.getDescriptor(), CircleWire.Ballot.parser());
        CircleId circle = FromWire.circle(wire.getCircle());
        return new Ballot(circle, FromWire.hash("ballot.proposal", wire.getProposal()), wire.getYes());
    }

    public static Bytes certificate(Certificate certificate) {
        var wire = CircleWire.Certificate.newBuilder()
                .setVersion(VERSION)
                .setProposal(ToWire.bytes(certificate.proposal()));
        certificate.ballots().forEach(ballot -> wire.addBallots(toWire(ballot)));
        return ToWire.bytes(wire.build());
    }

    /** Reads a certificate; whether its ballots prove anything is not asked. */
    public static Certificate certificate(Bytes bytes) throws Malformed {
        var wire = FromWire.parse(
                bytes,
                Limits.CERTIFICATE_BYTES,
                CircleWire.Certificate.getDescriptor(),
                CircleWire.Certificate.parser());
        FromWire.version("certificate", wire.getVersion());
        var ballots = FromWire.list(wire.getBallotsList(), VoteCodec::read);
        return FromWire.make("certificate", () -> new Certificate(FromWire.bytes(wire.getProposal()), ballots));
    }

    private static CircleWire.BallotProof toWire(BallotProof ballot) {
        return CircleWire.BallotProof.newBuilder()
                .setHead(ToWire.head(ballot.head()))
                .setSeq(ballot.seq())
                .setHeader(ToWire.bytes(ballot.headerBytes()))
                .setSalt(ToWire.bytes(ballot.body().salt()))
                .setBody(ToWire.bytes(ballot.body().content()))
                .addAllPath(ToWire.hashes(ballot.path()))
                .build();
    }

    private static BallotProof read(CircleWire.BallotProof wire) throws Malformed {
        SignedHead head = HeadForm.signed(wire.getHead());
        Bytes salt = FromWire.bytes("certificate.ballots.salt", wire.getSalt(), Body.SALT_SIZE);
        Body body = new Body(salt, FromWire.bytes(wire.getBody()));
        var path = FromWire.hashes("certificate.ballots.path", wire.getPathList());
        return FromWire.make(
                "certificate.ballots",
                () -> new BallotProof(head, wire.getSeq(), FromWire.bytes(wire.getHeader()), body, path));
    }
}
