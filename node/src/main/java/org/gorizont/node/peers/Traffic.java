// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.peers;

/**
 * What went over one or more links; bytes are those of frames, without HTTP/2 and TLS.
 *
 * @param hintsDropped hints for which a queue had no room
 */
public record Traffic(long framesIn, long bytesIn, long framesOut, long bytesOut, long hintsDropped) {
    static final Traffic NONE = new Traffic(0, 0, 0, 0, 0);

    Traffic plus(Traffic other) {
        return new Traffic(
                framesIn + other.framesIn,
                bytesIn + other.bytesIn,
                framesOut + other.framesOut,
                bytesOut + other.bytesOut,
                hintsDropped + other.hintsDropped);
    }
}
