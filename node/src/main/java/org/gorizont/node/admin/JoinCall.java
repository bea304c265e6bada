// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.admin;

import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import org.gorizont.node.circles.JoinAttempt;
import org.gorizont.node.circles.JoinState;
import org.gorizont.protocol.model.Invitation;
import org.gorizont.protocol.wire.v1.AdminWire.JoinProgress;
import org.gorizont.protocol.wire.v1.AdminWire.JoinProgress.State;

/** Tells a caller how an attempt to join goes, until it is decided or the caller has gone. */
final class JoinCall implements JoinAttempt.Listener {
    private final LoopPort loop;
    private final Invitation invitation;
    private final StreamObserver<JoinProgress> caller;

    JoinCall(LoopPort loop, Invitation invitation, StreamObserver<JoinProgress> caller) {
        this.loop = loop;
        this.invitation = invitation;
        this.caller = caller;
    }

    void run() throws InterruptedException {
        try {
            new JoinAttempt(loop::ask, invitation, this).run();
        } catch (JoinAttempt.NoAnswer e) {
            throw new Calls.NodeEnding("the node is busy or stopping", e);
        }
        if (!isGone()) {
            caller.onCompleted();
        }
    }

    @Override
    public void told(JoinState state) {
        caller.onNext(
                progress(state).setCircle(Forms.of(invitation.circle().hash())).build());
    }

    @Override
    public boolean isGone() {
        return caller instanceof ServerCallStreamObserver<JoinProgress> call && call.isCancelled();
    }

    private static JoinProgress.Builder progress(JoinState state) {
        JoinProgress.Builder progress = JoinProgress.newBuilder();
        return switch (state) {
            case JoinState.Asked _ -> progress.setState(State.STATE_ASKED);
            case JoinState.Unreachable _ -> progress.setState(State.STATE_UNREACHABLE);
            case JoinState.Joined _ -> progress.setState(State.STATE_JOINED);
            case JoinState.Sponsored(int missing) ->
                progress.setState(State.STATE_SPONSORED).setMissingSponsors(missing);
            case JoinState.Refused(var why, var detail) ->
                progress.setState(State.STATE_REFUSED).setRefused(Forms.refused(why, detail));
        };
    }
}
