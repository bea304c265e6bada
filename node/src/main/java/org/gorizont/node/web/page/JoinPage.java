// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.web.page;

import org.gorizont.node.circles.JoinState;
import org.gorizont.node.circles.Networks;
import org.gorizont.protocol.core.Refusal;
import org.gorizont.protocol.model.Invitation;

/**
 * What a code of invitation means, before anybody is asked.
 *
 * @param code as it was typed
 */
public record JoinPage(Frame frame, String code, Invitation invitation) {
    public String inviter() {
        return invitation.inviter().shortForm();
    }

    public String address() {
        return invitation.way().dialled().toString();
    }

    @Override
    public String toString() {
        return "a code of invitation";
    }

    /** What has come of it so far. */
    public record Following(Frame frame, Networks.Attempt attempt) {
        public String line() {
            return switch (attempt.state()) {
                case JoinState.Asked _ -> frame.say("begin.joining.asked");
                case JoinState.Unreachable _ ->
                    frame.say(
                            "begin.joining.unreachable",
                            attempt.invitation().way().dialled());
                case JoinState.Sponsored(int missing) ->
                    frame.say("begin.joining.sponsored", frame.words().count("count.schools", missing));
                case JoinState.Joined _ -> frame.say("begin.joining.joined");
                case JoinState.Refused(Refusal why, var _) ->
                    frame.say(
                            switch (why) {
                                case INVITATION_REFUSED -> "begin.joining.refused.code";
                                case ALREADY_A_MEMBER -> "begin.joining.refused.member";
                                case REMOVED -> "begin.joining.refused.removed";
                                case NEWER_RULES -> "begin.joining.refused.newer";
                                default -> "begin.joining.refused.other";
                            });
            };
        }

        public boolean isDecided() {
            return attempt.state().isDecided();
        }

        public boolean isRefused() {
            return attempt.state() instanceof JoinState.Refused;
        }

        /** Whether people have to wait for others, and can do something meanwhile. */
        public boolean isUnreachable() {
            return attempt.state() instanceof JoinState.Unreachable;
        }
    }
}
