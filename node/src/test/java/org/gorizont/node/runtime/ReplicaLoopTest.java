// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.runtime;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.gorizont.node.storage.DiskSpace;
import org.gorizont.protocol.core.Input;
import org.gorizont.protocol.core.LinkId;
import org.gorizont.protocol.core.LogStore.StoreUnreadable;
import org.gorizont.protocol.core.RequestId;
import org.gorizont.protocol.frame.Bodies;
import org.gorizont.protocol.frame.Frame;
import org.gorizont.protocol.model.Channel;
import org.gorizont.protocol.model.Hash;
import org.gorizont.protocol.model.LogId;
import org.gorizont.protocol.model.SchoolId;
import org.gorizont.protocol.model.Scope;
import org.junit.jupiter.api.Test;

final class ReplicaLoopTest {
    private static final long MIB = DiskSpace.MEBIBYTE;

    @Test
    void writesBeforeAnythingLeaves() {
        try (LoopScene scene = new LoopScene()) {
            scene.inbox.offer(LoopScene.published(1));
            scene.inbox.offer(LoopScene.published(2));
            scene.loop.start();
            scene.awaitTraced("taken published 2");

            assertEquals(
                    List.of(
                            "handle published 1",
                            "stage",
                            "handle published 2",
                            "stage",
                            "commit",
                            "reply 1 Founded",
                            "deliver 1",
                            "send",
                            "reply 2 Founded",
                            "deliver 2",
                            "send",
                            "taken published 1",
                            "taken published 2"),
                    scene.trace);
        }
    }

    @Test
    void sharesOneFsyncAmong64Inputs() {
        try (LoopScene scene = new LoopScene()) {
            LongStream.rangeClosed(1, 100).forEach(i -> scene.inbox.offer(LoopScene.published(i)));
            scene.loop.start();
            scene.awaitTraced("taken published 100");

            List<String> order = scene.traced("handle", "commit");
            assertEquals(ReplicaLoop.TURN_INPUTS, order.indexOf("commit"));
            assertEquals(2, scene.traced("commit").size());
        }
    }

    @Test
    void isDoneWithWhatNeedsNoWritingBeforeItTakesTheNext() {
        try (LoopScene scene = new LoopScene()) {
            scene.inbox.offer(LoopScene.frame(7));
            scene.inbox.offer(LoopScene.frame(8));
            scene.loop.start();
            scene.awaitTraced("taken frame 8");

            assertEquals(
                    List.of("handle frame 7", "taken frame 7", "handle frame 8", "taken frame 8"),
                    scene.traced("handle", "taken"));
        }
    }

    @Test
    void endsATurnEarlyWhenMuchIsStaged() {
        try (LoopScene scene = new LoopScene()) {
            scene.store.bytesOfChange = ReplicaLoop.TURN_BYTES / 2;
            LongStream.rangeClosed(1, 4).forEach(i -> scene.inbox.offer(LoopScene.published(i)));
            scene.loop.start();
            scene.awaitTraced("taken published 4");

            assertEquals(2, scene.traced("handle", "commit").indexOf("commit"));
        }
    }

    @Test
    void p2NothingLeavesAfterAFailedWriteUntilTheSameBytesAreWritten() {
        try (LoopScene scene = new LoopScene()) {
            scene.store.failures.set(Integer.MAX_VALUE);
            scene.inbox.offer(LoopScene.published(1));
            scene.loop.start();
            await().until(() -> scene.traced("recover").size() >= 2);
            scene.inbox.offer(LoopScene.frame(7));
            assertEquals(List.of(), scene.traced("reply", "send", "deliver", "taken"));

            scene.store.failures.set(0);
            scene.awaitTraced("taken frame 7");

            assertEquals(
                    List.of("reply 1 Founded", "deliver 1", "send", "taken published 1", "handle frame 7"),
                    scene.traced("reply", "deliver", "send", "taken", "handle").subList(1, 6));
            assertEquals(Optional.empty(), scene.loop.trouble());
        }
    }

    @Test
    void refusesPeopleAndKeepsPeersWaitingWhileNothingCanBeWritten() {
        try (LoopScene scene = new LoopScene()) {
            scene.store.failures.set(Integer.MAX_VALUE);
            scene.inbox.offer(LoopScene.published(1));
            scene.loop.start();
            await().until(() -> scene.loop.trouble().isPresent());
            scene.inbox.offer(LoopScene.frame(7));
            scene.inbox.offer(LoopScene.published(2));
            scene.inbox.offer(LoopScene.published(3));
            scene.awaitTraced("reply 3 STORE_READ_ONLY");

            assertEquals(List.of("reply 2 STORE_READ_ONLY", "reply 3 STORE_READ_ONLY"), scene.traced("reply"));
            assertEquals(List.of("handle published 1"), scene.traced("handle"));
            assertEquals(Optional.of(new Trouble("the disk is broken", false)), scene.loop.trouble());
        }
    }

    @Test
    void s03WritesAgainWithoutRestartOnceTheDiskHasRoom() {
        try (LoopScene scene = new LoopScene()) {
            scene.freeBytes.set(99 * MIB);
            scene.inbox.offer(LoopScene.published(1));
            scene.loop.start();
            scene.awaitTraced("reply 1 STORE_READ_ONLY");
            scene.inbox.offer(LoopScene.frame(7));

            scene.freeBytes.set(100 * MIB);
            await().until(() -> scene.loop.trouble().isEmpty());
            scene.inbox.offer(LoopScene.published(2));
            scene.awaitTraced("taken published 2");

            assertEquals(List.of("handle frame 7", "handle published 2"), scene.traced("handle"));
            assertTrue(scene.trace.contains("reply 2 Founded"));
        }
    }

    @Test
    void takesNothingLargeFromOthersWhenTheDiskIsNearlyFull() {
        LogId log = new LogId(new SchoolId(Hash.ofHex("00".repeat(32))), Channel.CATALOGUE, Scope.everyCircle(), 0);
        Input bodies = new Input.FrameReceived(new LinkId(5), new Bodies(log, new TreeMap<>(), List.of()));
        try (LoopScene scene = new LoopScene()) {
            scene.freeBytes.set(199 * MIB);
            scene.inbox.offer(bodies);
            scene.inbox.offer(LoopScene.frame(6));
            scene.inbox.offer(LoopScene.published(1));
            scene.loop.start();
            scene.awaitTraced("taken published 1");

            assertEquals(List.of("handle frame 6", "handle published 1"), scene.traced("handle"));
            assertTrue(scene.trace.contains("taken frame 5"), "its link may go on");
        }
    }

    @Test
    void refusesWhatABundleBringsWhenTheDiskIsNearlyFull() {
        LogId log = new LogId(new SchoolId(Hash.ofHex("00".repeat(32))), Channel.CATALOGUE, Scope.everyCircle(), 0);
        Frame bodies = new Bodies(log, new TreeMap<>(), List.of());
        try (LoopScene scene = new LoopScene()) {
            scene.freeBytes.set(199 * MIB);
            scene.inbox.offer(new Input.BundleFrame(new RequestId(1), bodies));
            scene.inbox.offer(LoopScene.published(2));
            scene.loop.start();
            scene.awaitTraced("taken published 2");

            assertEquals(List.of("handle published 2"), scene.traced("handle"));
            assertEquals(List.of("reply 1 STORE_READ_ONLY", "reply 2 Founded"), scene.traced("reply"));
        }
    }

    @Test
    void stopsTheNodeWhenAnInvariantIsBroken() {
        try (LoopScene scene = new LoopScene((_, _) -> {
            throw new IllegalStateException("seq 7 twice");
        })) {
            scene.inbox.offer(LoopScene.published(1));
            scene.loop.start();
            await().until(() -> !scene.stops.isEmpty());

            assertEquals(List.of(StopPort.BROKEN), scene.stops);
            assertEquals(List.of(), scene.traced("commit", "reply"));
            assertFalse(scene.inbox.offer(LoopScene.published(2)));
        }
    }

    @Test
    void stopsTheNodeWhenTheStoreCannotBeRead() {
        try (LoopScene scene = new LoopScene((_, _) -> {
            throw new StoreUnreadable("bad block", new IllegalStateException());
        })) {
            scene.inbox.offer(LoopScene.timer());
            scene.loop.start();
            await().until(() -> !scene.stops.isEmpty());

            assertEquals(List.of(StopPort.STORE_UNREADABLE), scene.stops);
        }
    }

    @Test
    void closesWhileItWaits() {
        LoopScene scene = new LoopScene();
        scene.loop.start();

        scene.close();

        assertFalse(scene.inbox.offer(LoopScene.timer()));
        assertEquals(List.of(), scene.stops);
    }
}
