// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.peers;

import java.util.ArrayDeque;
import java.util.Queue;
import org.gorizont.protocol.core.Limits;

/**
 * How many more frames a peer may send now. A stranger may be one frame ahead of the loop; others {@link #HELD_FRAMES}, or
 * {@link #HELD_BYTES} and what was asked for before those came. Each method returns how many to ask for. Safe for several
 * threads.
 */
final class Demand {
    /** Frames that have arrived and wait for the loop: one full turn of it. */
    static final int HELD_FRAMES = 64;
    /** The same in bytes. */
    static final int HELD_BYTES = 4 * Limits.FRAME_BYTES;
    /** Frames that are asked for and have not arrived. */
    static final int ASKED = 4;

    private final Queue<Integer> held = new ArrayDeque<>();
    private int heldBytes;
    private int asked;
    private boolean greeted;

    synchronized int begin() {
        return more();
    }

    /** The peer has said Hello. */
    synchronized int greeted() {
        greeted = true;
        return more();
    }

    synchronized int arrived(int bytes) {
        asked--;
        held.add(bytes);
        heldBytes += bytes;
        return more();
    }

    /** The loop has taken the oldest frame. */
    synchronized int taken() {
        Integer bytes = held.poll();
        heldBytes -= bytes == null ? 0 : bytes;
        return more();
    }

    private int more() {
        int more = greeted ? ofKnown() : 1 - held.size() - asked;
        asked += Math.max(0, more);
        return Math.max(0, more);
    }

    private int ofKnown() {
        return heldBytes >= HELD_BYTES ? 0 : Math.min(ASKED - asked, HELD_FRAMES - held.size() - asked);
    }
}
