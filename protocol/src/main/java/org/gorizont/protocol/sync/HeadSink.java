// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.sync;

import org.gorizont.protocol.core.LinkId;
import org.gorizont.protocol.core.Turn;
import org.gorizont.protocol.model.LogId;
import org.gorizont.protocol.model.SignedHead;

/** Where heads that a neighbour names go: to the gate, and on to the pulls. */
public interface HeadSink {
    Offer offer(Turn turn, LinkId link, SignedHead head);

    /** Whether a log that is behind is not asked for now, to spare the line. */
    default boolean isHeldBack(Turn turn, LogId log) {
        return false;
    }

    /** What became of a head. */
    enum Offer {
        /** All of it is held. */
        HELD,
        /** More than is held: it is being pulled. */
        PENDING,
        /** Not wanted, refused, or not understood. */
        SKIPPED
    }
}
