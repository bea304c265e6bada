// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.admin;

import org.gorizont.protocol.core.Input;
import org.gorizont.protocol.core.Outcome;
import org.gorizont.protocol.model.Action;
import org.gorizont.protocol.model.Body;
import org.gorizont.protocol.model.Bytes;
import org.gorizont.protocol.model.CircleId;
import org.gorizont.protocol.model.Hash;
import org.gorizont.protocol.model.Proposal;
import org.gorizont.protocol.wire.v1.AdminWire;

/** Proposing, answering, leaving. */
final class VoteCalls {
    private final AdminParts parts;
    private final Circles circles;
    private final FreshBytes fresh;

    VoteCalls(AdminParts parts, Circles circles, FreshBytes fresh) {
        this.parts = parts;
        this.circles = circles;
        this.fresh = fresh;
    }

    AdminWire.ProposeAnswer propose(AdminWire.ProposeRequest request) throws BadRequest, InterruptedException {
        CircleId circle = circles.meant(request.getCircle());
        Action action = VoteActions.read(request.getAction());
        Bytes nonce = fresh.of(Proposal.NONCE_SIZE);
        Bytes salt = fresh.of(Body.SALT_SIZE);
        Bytes ballotSalt = fresh.of(Body.SALT_SIZE);
        var answer = AdminWire.ProposeAnswer.newBuilder().setCircle(Forms.of(circle.hash()));
        Outcome outcome =
                Calls.ask(parts.loop(), id -> new Input.ProposalMade(id, circle, action, nonce, salt, ballotSalt));
        return switch (outcome) {
            case Outcome.Proposed(CircleId _, Hash proposal) ->
                answer.setProposal(Forms.of(proposal)).build();
            case Outcome.Refused(var refusal, var detail) ->
                answer.setRefused(Forms.refused(refusal, detail)).build();
            case Outcome other -> throw Forms.unexpected(other);
        };
    }

    AdminWire.VoteAnswer vote(AdminWire.VoteRequest request) throws BadRequest, InterruptedException {
        CircleId circle = circles.meant(request.getCircle());
        Hash proposal = Forms.hash("proposal", request.getProposal());
        Bytes salt = fresh.of(Body.SALT_SIZE);
        boolean yes = request.getYes();
        var answer = AdminWire.VoteAnswer.newBuilder();
        return switch (Calls.ask(parts.loop(), id -> new Input.BallotCast(id, circle, proposal, yes, salt))) {
            case Outcome.Answered _ -> answer.build();
            case Outcome.Refused(var refusal, var detail) ->
                answer.setRefused(Forms.refused(refusal, detail)).build();
            case Outcome other -> throw Forms.unexpected(other);
        };
    }

    AdminWire.LeaveCircleAnswer leave(AdminWire.LeaveCircleRequest request) throws BadRequest, InterruptedException {
        CircleId circle = circles.meant(request.getCircle());
        Bytes salt = fresh.of(Body.SALT_SIZE);
        var answer = AdminWire.LeaveCircleAnswer.newBuilder().setCircle(Forms.of(circle.hash()));
        return switch (Calls.ask(parts.loop(), id -> new Input.CircleLeft(id, circle, salt))) {
            case Outcome.Left _ -> answer.build();
            case Outcome.Refused(var refusal, var detail) ->
                answer.setRefused(Forms.refused(refusal, detail)).build();
            case Outcome other -> throw Forms.unexpected(other);
        };
    }
}
