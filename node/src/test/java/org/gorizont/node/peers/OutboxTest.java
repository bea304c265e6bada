// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.peers;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.gorizont.node.peers.Outbox.Offer;
import org.junit.jupiter.api.Test;

class OutboxTest {
    private static final byte[] TEN = new byte[10];

    @Test
    void takesAsManyFramesAsAllowedAndNoMore() {
        Outbox outbox = new Outbox(2, 1_000);

        assertEquals(Offer.QUEUED, outbox.offer(TEN, false));
        assertEquals(Offer.QUEUED, outbox.offer(TEN, false));
        assertEquals(Offer.FULL, outbox.offer(TEN, false));
    }

    @Test
    void takesAsManyBytesAsAllowedAndNoMore() {
        Outbox outbox = new Outbox(100, 20);

        assertEquals(Offer.QUEUED, outbox.offer(TEN, false));
        assertEquals(Offer.QUEUED, outbox.offer(TEN, false));
        assertEquals(Offer.FULL, outbox.offer(new byte[1], false));
    }

    @Test
    void leavesHalfToFramesThatMustNotBeMissing() {
        Outbox byFrames = new Outbox(2, 1_000);
        Outbox byBytes = new Outbox(100, 20);

        byFrames.offer(TEN, true);
        byBytes.offer(TEN, true);

        assertEquals(Offer.DROPPED, byFrames.offer(TEN, true));
        assertEquals(Offer.DROPPED, byBytes.offer(TEN, true));
        assertEquals(Offer.QUEUED, byFrames.offer(TEN, false));
        assertEquals(Offer.QUEUED, byBytes.offer(TEN, false));
    }

    @Test
    void hasRoomAgainForWhatHasLeft() {
        Outbox outbox = new Outbox(1, 10);
        outbox.offer(TEN, false);

        outbox.poll();

        assertEquals(Offer.QUEUED, outbox.offer(TEN, false));
    }

    @Test
    void lastFrameFindsRoomAndNothingComesAfterIt() {
        byte[] last = {1, 2, 3};
        Outbox outbox = new Outbox(1, 10);
        outbox.offer(TEN, false);

        outbox.close(Optional.of(last), false);
        outbox.close(Optional.of(TEN), false);

        assertEquals(Offer.CLOSED, outbox.offer(TEN, false));
        assertArrayEquals(TEN, outbox.poll().orElseThrow());
        assertFalse(outbox.isDone());
        assertArrayEquals(last, outbox.poll().orElseThrow());
        assertTrue(outbox.isDone());
    }

    @Test
    void dropsWhatWaitsWhenThePeerTakesNothing() {
        byte[] last = {1, 2, 3};
        Outbox outbox = new Outbox(1, 10);
        outbox.offer(TEN, false);

        outbox.close(Optional.of(last), true);

        assertArrayEquals(last, outbox.poll().orElseThrow());
        assertTrue(outbox.isEmpty());
    }
}
