// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.core;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.gorizont.protocol.frame.Frame;
import org.gorizont.protocol.frame.Reason;
import org.gorizont.protocol.model.PublicKey;
import org.gorizont.protocol.model.Way;

/**
 * An order to the world around the core. Effects of one input are carried out in their order; no other effect of a turn
 * is carried out before all its {@link Persist} are on disk.
 */
public sealed interface Effect {
    /** Write these changes together, or none of them. Visible to reads at once, durable at the end of the turn. */
    record Persist(List<Change> changes) implements Effect {
        public Persist {
            changes = List.copyOf(changes);
        }
    }

    /** Answer somebody on this node. */
    record Reply(RequestId request, Outcome outcome) implements Effect {}

    /** Wake the read models: entries up to this arrival number are held. */
    record Deliver(long arrival) implements Effect {}

    /** Put a frame into the link's bounded queue. Never blocks; may be lost with the link. */
    record Send(LinkId link, Frame frame) implements Effect {}

    /** Give the timer back as {@link Input.TimerFired} at {@code at} or soon after. */
    record Schedule(Timer timer, Instant at) implements Effect {}

    /**
     * Open a connection; the answer is {@link Input.PeerConnected} or {@link Input.DialFailed}.
     *
     * @param expected the only key to accept, when it is known
     */
    record Dial(Way way, Optional<PublicKey> expected) implements Effect {}

    /** Remember for the next start whether the store counts as restored: {@link Input.Started#restored()}. */
    record MarkRestored(boolean restored) implements Effect {}

    /** Remember that so many starts are told to others: {@link Input.Started#startCounter()} of the next one is higher. */
    record StartsCounted(long startCounter) implements Effect {}

    /** Say goodbye and close. {@link Input.PeerGone} follows. */
    record Disconnect(LinkId link, Reason reason, String text) implements Effect {}
}
