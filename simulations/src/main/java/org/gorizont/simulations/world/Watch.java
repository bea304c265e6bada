// SPDX-License-Identifier: Apache-2.0
package org.gorizont.simulations.world;

import java.util.List;
import org.gorizont.protocol.core.Change;
import org.gorizont.protocol.core.Effect;
import org.gorizont.protocol.frame.Frame;

/** Somebody who looks on: told of each thing when it has become true, and of nothing that a crash can still undo. */
public interface Watch {
    Watch NOBODY = new Watch() {};

    /** A machine is on, with what its disk has kept. */
    default void started(Machine machine) {}

    /** These changes are durable. */
    default void synced(Machine machine, List<Change> changes) {}

    /** Somebody on this machine was answered. */
    default void replied(Machine machine, Effect.Reply reply) {}

    /** A frame leaves; {@code bytes} is its encoded size. */
    default void sends(Machine from, Machine to, Frame frame, int bytes) {}

    /** One event of the world has been carried out. */
    default void stepped(World world) {}
}
