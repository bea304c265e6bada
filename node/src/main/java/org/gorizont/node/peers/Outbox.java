// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.peers;

import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;

/**
 * Frames that wait for one peer, in order, bounded in number and bytes. Hints get half of it, so that what was asked for
 * finds room. Safe for several threads.
 */
final class Outbox {
    /** What became of an offered frame. */
    enum Offer {
        QUEUED,
        /** No room, and nothing is lost but time. */
        DROPPED,
        /** No room for a frame that must not be missing: the stream is broken from here on. */
        FULL,
        /** Nothing more is taken. */
        CLOSED
    }

    private final int maxFrames;
    private final int maxBytes;
    private final Queue<byte[]> frames = new ArrayDeque<>();
    private int bytes;
    private boolean closed;

    Outbox(int maxFrames, int maxBytes) {
        this.maxFrames = maxFrames;
        this.maxBytes = maxBytes;
    }

    synchronized Offer offer(byte[] frame, boolean hint) {
        if (closed) {
            return Offer.CLOSED;
        }
        int share = hint ? 2 : 1;
        if (frames.size() >= maxFrames / share || bytes > maxBytes / share - frame.length) {
            return hint ? Offer.DROPPED : Offer.FULL;
        }
        add(frame);
        return Offer.QUEUED;
    }

    /** Takes nothing more, but for this last frame, which always finds room. */
    synchronized void close(Optional<byte[]> last, boolean dropWaiting) {
        if (dropWaiting) {
            frames.clear();
            bytes = 0;
        }
        if (!closed) {
            closed = true;
            last.ifPresent(this::add);
        }
    }

    synchronized Optional<byte[]> poll() {
        byte[] frame = frames.poll();
        if (frame == null) {
            return Optional.empty();
        }
        bytes -= frame.length;
        return Optional.of(frame);
    }

    synchronized boolean isEmpty() {
        return frames.isEmpty();
    }

    /** Whether nothing waits and nothing will. */
    synchronized boolean isDone() {
        return closed && frames.isEmpty();
    }

    private void add(byte[] frame) {
        frames.add(frame);
        bytes += frame.length;
    }
}
