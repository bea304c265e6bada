// SPDX-License-Identifier: Apache-2.0
package org.gorizont.simulations.world;

import java.util.List;
import java.util.SplittableRandom;
import org.gorizont.protocol.core.Change;
import org.gorizont.protocol.core.Input;
import org.gorizont.protocol.frame.Bodies;
import org.gorizont.protocol.frame.Chunk;
import org.gorizont.protocol.frame.Entries;
import org.gorizont.protocol.frame.Frame;
import org.gorizont.protocol.memory.MemoryLogStore;

/** What a machine keeps over a power cut, and how much room there is for more. */
public final class Disk {
    private final Build build;
    private final SplittableRandom luck;
    private MemoryLogStore store;
    private Room room = Room.ENOUGH;

    /** How much is free. */
    public enum Room {
        ENOUGH,
        /** Nothing large is taken from others. */
        SCARCE,
        /** Nothing can be written. */
        NONE
    }

    /** What has become of a write. */
    enum Written {
        YES,
        /** It is told that it was not, and it was. */
        UNNOTICED,
        NO
    }

    Disk(Build build, SplittableRandom luck, MemoryLogStore store) {
        this.build = build;
        this.luck = luck;
        this.store = store;
    }

    MemoryLogStore store() {
        return store;
    }

    /** The disk is another one now, with as much room. */
    void replaceBy(MemoryLogStore other) {
        store = other;
    }

    /** Whether that is news. */
    boolean room(Room now) {
        boolean changed = room != now;
        room = now;
        return changed;
    }

    /** What is applied can be read at once, and is lost unless it is written. */
    void apply(List<Change> changes) {
        store.apply(changes);
    }

    boolean isFull() {
        return room == Room.NONE;
    }

    /** Whether it is seen, before anything is tried, that nothing can be written. */
    boolean isSeenToBeFull() {
        return isFull() && luck.nextBoolean();
    }

    /** Whether there is room for what this brings; else it counts as lost on its way. */
    boolean hasRoomFor(Input input) {
        return room == Room.ENOUGH
                || !(input instanceof Input.FrameReceived(var _, Frame frame)
                        && (frame instanceof Entries || frame instanceof Bodies || frame instanceof Chunk));
    }

    /** Makes durable what was applied so far. */
    Written write() {
        if (isFull() && luck.nextInt(4) > 0) {
            return Written.NO;
        }
        store.sync();
        return isFull() ? Written.UNNOTICED : Written.YES;
    }

    /** What was not written is gone. */
    void lose() {
        store.loseUnsynced();
    }

    void powerCut() {
        store = build.afterPowerCut(store);
    }
}
