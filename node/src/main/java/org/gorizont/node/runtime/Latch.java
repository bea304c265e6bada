// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.runtime;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.gorizont.node.storage.DiskSpace;
import org.gorizont.protocol.core.Input;

/** What waits while nothing can be written. For the loop's thread, but for {@link #reason} and {@link #isWithoutRoom}. */
final class Latch {
    private final Pauses pauses;
    private final String reason;
    private final Work postponed;
    private final List<Input> kept = new ArrayList<>();
    private Duration pause;
    private long retryAtNanos;
    private volatile boolean withoutRoom;

    /** @param postponed of the turn whose write failed, to be finished once it is known to be written */
    Latch(Pauses pauses, String reason, Work postponed) {
        this.pauses = pauses;
        this.reason = reason;
        this.postponed = postponed;
        this.pause = pauses.first();
        this.retryAtNanos = System.nanoTime() + pause.toNanos();
    }

    /** Nothing was written: there was no room to begin with. */
    static Latch withoutRoom(Pauses pauses) {
        Latch latch = new Latch(
                pauses,
                "less than " + DiskSpace.READ_ONLY_BYTES / DiskSpace.MEBIBYTE + " MiB of disk are free",
                new Work());
        latch.waitForRoom();
        return latch;
    }

    /** One line for people. */
    String reason() {
        return reason;
    }

    /** Whether too little of the disk is free, whatever else is wrong. On any thread. */
    boolean isWithoutRoom() {
        return withoutRoom;
    }

    Work postponed() {
        return postponed;
    }

    /** 0 or less when it is time to try again. */
    long nanosToRetry() {
        return retryAtNanos - System.nanoTime();
    }

    /** There is no room yet. That costs one look at the disk, so the next one is soon, however long it has been so. */
    void waitForRoom() {
        withoutRoom = true;
        retryAtNanos = System.nanoTime() + pauses.first().toNanos();
    }

    void failedAgain() {
        withoutRoom = false;
        pause = pauses.after(pause);
        retryAtNanos = System.nanoTime() + pause.toNanos();
    }

    /** Keeps an input that came meanwhile. */
    void keep(Input input) {
        kept.add(input);
    }

    /** Inputs that came meanwhile, oldest first. */
    List<Input> kept() {
        return kept;
    }
}
