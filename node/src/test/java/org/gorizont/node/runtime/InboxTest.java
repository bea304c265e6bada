// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Objects;
import org.gorizont.protocol.core.Input;
import org.junit.jupiter.api.Test;

final class InboxTest {
    private final Inbox inbox = new Inbox();

    @Test
    void peersCannotTakeTheRoomOfPeople() {
        for (int i = 0; i < Inbox.PEER_INPUTS; i++) {
            assertTrue(inbox.offer(LoopScene.frame(i)));
        }

        assertFalse(inbox.offer(LoopScene.frame(9_999)));
        assertTrue(inbox.offer(LoopScene.published(1)));
        assertTrue(inbox.offer(LoopScene.timer()));
    }

    @Test
    void refusesOneRequestMoreThanItHasRoomFor() {
        for (int i = 0; i < Inbox.REQUESTS; i++) {
            assertTrue(inbox.offer(LoopScene.published(i)));
        }

        assertFalse(inbox.offer(LoopScene.published(9_999)));
        assertTrue(inbox.offer(LoopScene.frame(1)));
    }

    @Test
    void anInputTakesRoomUntilTheLoopIsDoneWithIt() throws Exception {
        for (int i = 0; i < Inbox.REQUESTS; i++) {
            inbox.offer(LoopScene.published(i));
        }
        Input taken = Objects.requireNonNull(inbox.take(0));
        assertFalse(inbox.offer(LoopScene.published(9_998)));

        inbox.done(taken);

        assertTrue(inbox.offer(LoopScene.published(9_999)));
        assertEquals(LoopScene.published(0), taken);
    }

    @Test
    void givesNothingWhenNothingHasHappened() throws Exception {
        assertNull(inbox.take(0));
        assertNull(inbox.take(1_000));
    }
}
