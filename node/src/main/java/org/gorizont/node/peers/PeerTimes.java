// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.peers;

import java.time.Duration;
import org.gorizont.protocol.core.Limits;

/**
 * How long things may take between nodes.
 *
 * @param handshake from an accepted connection to the end of its TLS handshake; then it is closed
 * @param dial from dialling to the first answer of the peer, name look-up included; then the dial has failed
 * @param hello from a link's beginning to the peer's Hello; then the link is closed
 * @param noProgress for one frame to leave while others wait, and for a frame that has begun to arrive to be here; then
 *     the link is closed
 * @param linger for the last frames of a link that closes; then the connection is cut
 * @param tick how often these times are looked at
 */
public record PeerTimes(
        Duration handshake, Duration dial, Duration hello, Duration noProgress, Duration linger, Duration tick) {
    /** {@code dial} has room for a cold JVM on both sides, where the first handshake takes seconds. */
    public static final PeerTimes DEFAULTS = new PeerTimes(
            Duration.ofSeconds(5),
            Duration.ofSeconds(20),
            Limits.HELLO,
            Duration.ofSeconds(60),
            Duration.ofSeconds(5),
            Duration.ofMillis(500));

    public PeerTimes withHandshake(Duration duration) {
        return new PeerTimes(duration, dial, hello, noProgress, linger, tick);
    }

    public PeerTimes withDial(Duration duration) {
        return new PeerTimes(handshake, duration, hello, noProgress, linger, tick);
    }

    public PeerTimes withHello(Duration duration) {
        return new PeerTimes(handshake, dial, duration, noProgress, linger, tick);
    }

    public PeerTimes withNoProgress(Duration duration) {
        return new PeerTimes(handshake, dial, hello, duration, linger, tick);
    }

    public PeerTimes withLinger(Duration duration) {
        return new PeerTimes(handshake, dial, hello, noProgress, duration, tick);
    }

    public PeerTimes withTick(Duration duration) {
        return new PeerTimes(handshake, dial, hello, noProgress, linger, duration);
    }
}
