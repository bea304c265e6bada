// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.core;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gorizont.protocol.frame.Frame;
import org.gorizont.protocol.frame.Reason;
import org.gorizont.protocol.model.PublicKey;
import org.gorizont.protocol.model.Way;

/**
 * What one input leads to: the parts of the replica write their orders here, in the order in which they are to be carried
 * out. All changes of a turn become one {@link Effect.Persist}, which stands first.
 */
public final class Turn {
    private final Instant now;
    private final List<Change> changes = new ArrayList<>();
    private final List<Effect> effects = new ArrayList<>();

    public Turn(Instant now) {
        this.now = now;
    }

    public Instant now() {
        return now;
    }

    public void persist(Change change) {
        changes.add(change);
    }

    public void persist(List<Change> more) {
        changes.addAll(more);
    }

    public void reply(RequestId request, Outcome outcome) {
        effects.add(new Effect.Reply(request, outcome));
    }

    public void deliver(long arrival) {
        effects.add(new Effect.Deliver(arrival));
    }

    public void send(LinkId link, Frame frame) {
        effects.add(new Effect.Send(link, frame));
    }

    public void schedule(Timer timer, Duration after) {
        effects.add(new Effect.Schedule(timer, now.plus(after)));
    }

    public void dial(Way way, Optional<PublicKey> expected) {
        effects.add(new Effect.Dial(way, expected));
    }

    public void markRestored(boolean restored) {
        effects.add(new Effect.MarkRestored(restored));
    }

    public void startsCounted(long startCounter) {
        effects.add(new Effect.StartsCounted(startCounter));
    }

    public void disconnect(LinkId link, Reason reason, String text) {
        effects.add(new Effect.Disconnect(link, reason, text));
    }

    /** The orders in their order. */
    public List<Effect> effects() {
        List<Effect> all = new ArrayList<>(effects.size() + 1);
        if (!changes.isEmpty()) {
            all.add(new Effect.Persist(changes));
        }
        all.addAll(effects);
        return all;
    }
}
