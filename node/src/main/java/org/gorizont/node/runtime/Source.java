// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.runtime;

import java.util.Optional;
import org.gorizont.protocol.core.Input;
import org.gorizont.protocol.core.RequestId;

/** Who causes an input; each has its own room in the {@link Inbox}, so that nobody takes that of another. */
enum Source {
    /** Links. They offer again when there is no room. */
    PEERS(Inbox.PEER_INPUTS),
    /** This school's people. They are told to try again. */
    PEOPLE(Inbox.REQUESTS),
    /** The node itself; bounded by the number of timers that the replica sets. */
    NODE(Integer.MAX_VALUE);

    private final int room;

    Source(int room) {
        this.room = room;
    }

    /** Inputs of this source that may wait at a time. */
    int room() {
        return room;
    }

    static Source of(Input input) {
        return switch (input) {
            case Input.PeerConnected _,
                    Input.FrameReceived _,
                    Input.FrameUnreadable _,
                    Input.PeerGone _,
                    Input.DialFailed _,
                    Input.Nearby _ -> PEERS;
            case Input.Started _, Input.TimerFired _ -> NODE;
            case Input.Asked _ -> PEOPLE;
        };
    }

    /** The number of a request of this school's people. */
    static Optional<RequestId> request(Input input) {
        return input instanceof Input.Asked asked ? Optional.of(asked.request()) : Optional.empty();
    }
}
