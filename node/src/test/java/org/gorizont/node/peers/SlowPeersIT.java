// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.peers;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.time.Duration;
import java.util.stream.IntStream;
import org.gorizont.protocol.core.Input.PeerGone;
import org.gorizont.protocol.core.Limits;
import org.gorizont.protocol.core.LinkId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Mallory is slow on purpose, and alice has little patience. */
class SlowPeersIT {
    private static final PeerTls MALLORY = Certificates.selfSigned(Certificates.ed25519());
    private static final Duration BRIEF = Duration.ofMillis(100);

    private final Party alice = Party.with(Party.LIMITS.withTimes(
            Party.LIMITS.times().withNoProgress(BRIEF).withLinger(BRIEF).withTick(Duration.ofMillis(20))));

    @AfterEach
    void close() {
        alice.close();
    }

    @Test
    void t08ClosesReceiverThatNeverReads() throws IOException {
        try (RawClient mallory = RawClient.connect(alice.port(), MALLORY)) {
            mallory.call(1);
            LinkId link = alice.firstLink();

            IntStream.range(0, 10).forEach(i -> alice.links.send(link, Frames.sized(64 << 10)));

            assertEquals(link, alice.await(PeerGone.class).link());
            mallory.readToEnd();
        }
    }

    @Test
    void t08ClosesLinkWhoseQueueIsFull() throws IOException {
        try (RawClient mallory = RawClient.connect(alice.port(), MALLORY)) {
            mallory.call(1);
            LinkId link = alice.firstLink();

            IntStream.range(0, 100).forEach(i -> alice.links.send(link, Frames.sized(Limits.ANSWER_BYTES)));

            assertEquals(link, alice.await(PeerGone.class).link());
        }
    }

    @Test
    void t08ClosesSenderWhoseFrameNeverEnds() throws IOException {
        try (RawClient mallory = RawClient.connect(alice.port(), MALLORY)) {
            mallory.call(1);
            mallory.message(1, 1_000, new byte[10]);

            LinkId link = alice.firstLink();
            assertEquals(link, alice.await(PeerGone.class).link());
            mallory.readToEnd();
        }
    }
}
