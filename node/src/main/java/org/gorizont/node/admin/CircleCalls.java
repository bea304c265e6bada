// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.admin;

import io.grpc.stub.StreamObserver;
import java.util.Optional;
import org.gorizont.node.circles.Charters;
import org.gorizont.protocol.codec.InvitationCode;
import org.gorizont.protocol.codec.Malformed;
import org.gorizont.protocol.core.Input;
import org.gorizont.protocol.core.Outcome;
import org.gorizont.protocol.model.Body;
import org.gorizont.protocol.model.Bytes;
import org.gorizont.protocol.model.Charter;
import org.gorizont.protocol.model.CircleId;
import org.gorizont.protocol.model.Endpoint;
import org.gorizont.protocol.model.Invitation;
import org.gorizont.protocol.model.RelayEndpoint;
import org.gorizont.protocol.wire.v1.AdminWire;

/** Founding a circle and inviting to it. */
final class CircleCalls {
    private final AdminParts parts;
    private final Circles circles;
    private final FreshBytes fresh;

    CircleCalls(AdminParts parts, Circles circles, FreshBytes fresh) {
        this.parts = parts;
        this.circles = circles;
        this.fresh = fresh;
    }

    AdminWire.FoundCircleAnswer found(AdminWire.FoundCircleRequest request) throws BadRequest, InterruptedException {
        Charter charter = charter(request);
        Bytes salt = fresh.of(Body.SALT_SIZE);
        var answer = AdminWire.FoundCircleAnswer.newBuilder();
        return switch (Calls.ask(parts.loop(), id -> new Input.CircleFounded(id, charter, salt))) {
            case Outcome.Founded(CircleId circle) ->
                answer.setCircle(Forms.of(circle.hash())).build();
            case Outcome.Refused(var refusal, var detail) ->
                answer.setRefused(Forms.refused(refusal, detail)).build();
            case Outcome other -> throw Forms.unexpected(other);
        };
    }

    AdminWire.InviteAnswer invite(AdminWire.InviteRequest request) throws BadRequest, InterruptedException {
        CircleId circle = circles.meant(request.getCircle());
        Where where = where(request);
        Bytes secret = fresh.of(Invitation.SECRET_SIZE);
        Bytes salt = fresh.of(Body.SALT_SIZE);
        var answer = AdminWire.InviteAnswer.newBuilder().setCircle(Forms.of(circle.hash()));
        return switch (Calls.ask(parts.loop(), id -> new Input.InvitationMade(id, circle, secret, salt))) {
            case Outcome.Invited _ ->
                answer.setCode(InvitationCode.format(
                                new Invitation(circle, parts.self(), where.address(), where.token(), secret)))
                        .build();
            case Outcome.Refused(var refusal, var detail) ->
                answer.setRefused(Forms.refused(refusal, detail)).build();
            case Outcome other -> throw Forms.unexpected(other);
        };
    }

    void join(AdminWire.JoinRequest request, StreamObserver<AdminWire.JoinProgress> caller)
            throws BadRequest, InterruptedException {
        try {
            new JoinCall(parts.loop(), InvitationCode.parse(request.getCode()), caller).run();
        } catch (Malformed e) {
            throw new BadRequest("code: " + e.getMessage());
        }
    }

    private Charter charter(AdminWire.FoundCircleRequest request) throws BadRequest {
        try {
            return Charters.of(request.getName(), parts.self(), request.getSponsors(), fresh::of);
        } catch (IllegalArgumentException e) {
            throw new BadRequest("charter: " + e.getMessage());
        }
    }

    /** Where the newcomer finds this node: what was asked for, its own address, or its relay. */
    private record Where(Endpoint address, Optional<Bytes> token) {}

    private Where where(AdminWire.InviteRequest request) throws BadRequest {
        NodeFacts facts = parts.facts().get();
        Optional<Endpoint> own = facts.endpoints().stream().findFirst();
        Optional<RelayEndpoint> relay = facts.ways().relay();
        if (request.getHost().isEmpty() && own.isEmpty() && relay.isPresent()) {
            return new Where(relay.get().relay(), Optional.of(relay.get().token()));
        }
        String host = request.getHost().isEmpty() ? own.map(Endpoint::host).orElse("") : request.getHost();
        int port = request.getPort() == 0 ? own.map(Endpoint::port).orElse(0) : request.getPort();
        try {
            return new Where(new Endpoint(host, port), Optional.empty());
        } catch (IllegalArgumentException _) {
            throw new BadRequest("address: this node does not know where others can reach it, say host and port");
        }
    }
}
