// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.runtime;

import org.gorizont.node.storage.DiskSpace;
import org.gorizont.node.storage.DiskSpace.Level;
import org.gorizont.protocol.core.Input;
import org.gorizont.protocol.frame.Bodies;
import org.gorizont.protocol.frame.Chunk;
import org.gorizont.protocol.frame.Entries;
import org.gorizont.protocol.frame.Frame;

/** What the free room on the disk allows. Looks now and then, not at every turn. For the loop's thread. */
final class SpaceWatch {
    private static final long LOOK_EVERY_NANOS = 5_000_000_000L;

    private final DiskSpace space;
    private Level level = Level.ENOUGH;
    private long lookedAtNanos = System.nanoTime() - LOOK_EVERY_NANOS;

    SpaceWatch(DiskSpace space) {
        this.space = space;
    }

    /** Whether anything may be written. */
    boolean allowsWriting() {
        if (System.nanoTime() - lookedAtNanos >= LOOK_EVERY_NANOS) {
            lookNow();
        }
        return level != Level.READ_ONLY;
    }

    /**
     * Whether this input may be handled. What a neighbour said is passed over as if it was lost on its way, and asked for
     * again.
     */
    boolean allows(Input input) {
        return level.compareTo(Level.OWN_ONLY) < 0 || !bringsMuch(input);
    }

    private static boolean bringsMuch(Input input) {
        return input instanceof Input.FrameReceived(var _, Frame received) && bringsMuch(received)
                || input instanceof Input.BundleFrame(var _, Frame carried) && bringsMuch(carried);
    }

    void lookNow() {
        level = space.level();
        lookedAtNanos = System.nanoTime();
    }

    private static boolean bringsMuch(Frame frame) {
        return frame instanceof Entries || frame instanceof Bodies || frame instanceof Chunk;
    }
}
