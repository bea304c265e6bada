// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.admin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.gorizont.node.readmodel.HeldEntries;
import org.gorizont.protocol.codec.InvitationCode;
import org.gorizont.protocol.core.Input;
import org.gorizont.protocol.core.Outcome;
import org.gorizont.protocol.core.Refusal;
import org.gorizont.protocol.model.Bytes;
import org.gorizont.protocol.model.Endpoint;
import org.gorizont.protocol.model.Invitation;
import org.gorizont.protocol.wire.v1.AdminWire;
import org.gorizont.protocol.wire.v1.AdminWire.JoinProgress;
import org.junit.jupiter.api.Test;

/** Who may call, codes and joins, and how a node ends. */
final class AdminPortIT extends AdminScene {
    @Test
    void refusesEveryCallWithoutTheTokenOfThisStart() throws Exception {
        start(LoopDouble.replying(AdminScene::reply));

        for (String shown : List.of("", "Bearer ", "Bearer " + "0".repeat(64), token(), "Bearer " + token() + "0")) {
            var failure = assertThrows(
                    StatusRuntimeException.class, () -> client(shown).stop(AdminWire.StopRequest.getDefaultInstance()));
            assertEquals(Status.Code.UNAUTHENTICATED, failure.getStatus().getCode(), shown);
        }
        assertFalse(stopped.get());
    }

    @Test
    void keepsTokenForOwnerAloneAndMakesANewOneEachStart() throws Exception {
        AdminPort first = start(LoopDouble.replying(AdminScene::reply));
        String before = token();
        assertEquals(
                "rw-------",
                PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("admin.token"))));
        assertEquals(64, before.length());

        first.close();
        assertFalse(Files.exists(folder.resolve("admin.port")));
        start(LoopDouble.replying(AdminScene::reply));

        assertFalse(before.equals(token()));
    }

    @Test
    void invitationCarriesTheAddressOfThisNode() throws Exception {
        start(LoopDouble.replying(AdminScene::reply));

        var answer = client().invite(AdminWire.InviteRequest.getDefaultInstance());

        Invitation invitation = InvitationCode.parse(answer.getCode());
        assertEquals(new Endpoint("127.0.0.1", 7777), invitation.address());
        assertEquals(HeldEntries.CIRCLE, invitation.circle());
        assertEquals(ALICE, invitation.inviter());
    }

    @Test
    void tellsThatNobodyAnswersAndThenThatTheSchoolHasJoined() throws Exception {
        AtomicInteger asked = new AtomicInteger();
        start(LoopDouble.replying(input -> input instanceof Input.JoinAsked(var _, Invitation invitation)
                ? asked.getAndIncrement() == 0
                        ? new Outcome.Unreachable(invitation)
                        : new Outcome.Joined(invitation.circle())
                : reply(input)));

        assertEquals(
                List.of(
                        JoinProgress.State.STATE_ASKED,
                        JoinProgress.State.STATE_UNREACHABLE,
                        JoinProgress.State.STATE_JOINED),
                join());
    }

    @Test
    void joinThatCameToItsEndBetweenTwoQuestionsIsJoined() throws Exception {
        AtomicInteger asked = new AtomicInteger();
        start(LoopDouble.replying(input -> input instanceof Input.JoinAsked(var _, Invitation invitation)
                ? asked.getAndIncrement() == 0
                        ? new Outcome.Unreachable(invitation)
                        : new Outcome.Refused(Refusal.ALREADY_A_MEMBER, "")
                : reply(input)));

        assertEquals(JoinProgress.State.STATE_JOINED, join().getLast());
    }

    @Test
    void refusedJoinEndsTheStream() throws Exception {
        start(LoopDouble.replying(_ -> new Outcome.Refused(Refusal.INVITATION_REFUSED, "")));

        assertEquals(List.of(JoinProgress.State.STATE_ASKED, JoinProgress.State.STATE_REFUSED), join());
    }

    @Test
    void stoppingLoopIsAnUnavailableNodeAndNoStackTrace() throws Exception {
        start(new LoopDouble(_ -> CompletableFuture.failedFuture(new IllegalStateException("ended"))));

        var failure = assertThrows(
                StatusRuntimeException.class, () -> client().status(AdminWire.StatusRequest.getDefaultInstance()));

        assertEquals(Status.Code.UNAVAILABLE, failure.getStatus().getCode());
    }

    @Test
    void answersBeforeItStops() throws Exception {
        start(LoopDouble.replying(AdminScene::reply));

        client().stop(AdminWire.StopRequest.getDefaultInstance());

        Awaitility.await().untilTrue(stopped);
    }

    private List<JoinProgress.State> join() {
        String code = InvitationCode.format(new Invitation(
                HeldEntries.CIRCLE, BOB, new Endpoint("127.0.0.1", 1), Bytes.zeros(Invitation.SECRET_SIZE)));
        List<JoinProgress.State> states = new ArrayList<>();
        client().join(AdminWire.JoinRequest.newBuilder().setCode(code).build())
                .forEachRemaining(progress -> states.add(progress.getState()));
        return states;
    }
}
