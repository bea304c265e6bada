// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.peers;

import io.netty.buffer.ByteBuf;
import java.time.Duration;

/**
 * Follows the HTTP/2 frames of one side of a connection (RFC 9113 §4.1) and counts those that cost the receiver work and
 * carry nothing: SETTINGS, PING, PRIORITY, CONTINUATION, and DATA that is empty and ends no stream. Resets are limited by
 * gRPC itself. Looks at bytes only, keeps nothing of them.
 */
final class HousekeepingCount {
    /** Such frames in each {@link #PERIOD}; one more closes the connection. */
    static final int FRAMES = 100;

    static final Duration PERIOD = Duration.ofSeconds(10);

    private static final int PREFACE_BYTES = 24;
    private static final int HEADER_BYTES = 9;
    private static final int DATA = 0;
    private static final int PRIORITY = 2;
    private static final int SETTINGS = 4;
    private static final int PING = 6;
    private static final int CONTINUATION = 9;
    private static final int END_STREAM = 1;

    private final byte[] header = new byte[HEADER_BYTES];
    private int headerBytes;
    private int skip;
    private int frames;
    private long periodBegan;

    private HousekeepingCount(int skip) {
        this.skip = skip;
    }

    /** For what a client sends: its preface comes first. */
    static HousekeepingCount ofClient() {
        return new HousekeepingCount(PREFACE_BYTES);
    }

    static HousekeepingCount ofServer() {
        return new HousekeepingCount(0);
    }

    /** Counts on through these bytes, which follow those before; their position does not move. */
    boolean isWithinLimit(ByteBuf bytes, long nanoTime) {
        int at = bytes.readerIndex();
        int end = bytes.writerIndex();
        while (at < end) {
            if (skip > 0) {
                int skipped = Math.min(skip, end - at);
                skip -= skipped;
                at += skipped;
            } else {
                header[headerBytes++] = bytes.getByte(at++);
                if (headerBytes == HEADER_BYTES && !count(nanoTime)) {
                    return false;
                }
            }
        }
        return true;
    }

    private boolean count(long nanoTime) {
        headerBytes = 0;
        skip = (header[0] & 0xff) << 16 | (header[1] & 0xff) << 8 | (header[2] & 0xff);
        if (!carriesNothing(header[3], header[4])) {
            return true;
        }
        if (frames == 0 || nanoTime - periodBegan > PERIOD.toNanos()) {
            periodBegan = nanoTime;
            frames = 0;
        }
        frames++;
        return frames <= FRAMES;
    }

    private boolean carriesNothing(int type, int flags) {
        return switch (type) {
            case DATA -> skip == 0 && (flags & END_STREAM) == 0;
            case PRIORITY, SETTINGS, PING, CONTINUATION -> true;
            default -> false;
        };
    }
}
