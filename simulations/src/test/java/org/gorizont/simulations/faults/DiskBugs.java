// SPDX-License-Identifier: Apache-2.0
package org.gorizont.simulations.faults;

import java.time.Duration;
import java.util.List;
import org.gorizont.protocol.core.Change;
import org.gorizont.protocol.core.Effect;
import org.gorizont.protocol.memory.MemoryLogStore;
import org.gorizont.simulations.world.Build;
import org.gorizont.simulations.world.FailedWrite;

/** Machines that are wrong about what their disk has taken. */
final class DiskBugs {
    private DiskBugs() {}

    /** After a power cut the disk is as it was when the machine was new. */
    static Build forgetfulDisk() {
        return new Build() {
            @Override
            public MemoryLogStore afterPowerCut(MemoryLogStore store) {
                return new MemoryLogStore(store.epoch());
            }
        };
    }

    /** Frames leave before the turn is on disk. */
    static Build impatientMachine() {
        return new Build() {
            @Override
            public Duration syncsLate() {
                return Duration.ofSeconds(3);
            }
        };
    }

    /** "Saved" is said, and nothing is written. */
    static Build emptyPromises() {
        return Wrong.effects(effects -> effects.stream()
                .filter(effect -> !(effect instanceof Effect.Persist(List<Change> changes)
                        && changes.stream().anyMatch(Change.EntriesAdded.class::isInstance)
                        && effects.stream().anyMatch(Effect.Reply.class::isInstance)))
                .toList());
    }

    /** What could not be written leaves all the same. */
    static Build sendsWhatItCouldNotWrite() {
        return with(FailedWrite.LEAVES_ANYWAY);
    }

    /** When there is room again, nobody writes what could not be written. */
    static Build forgetsWhatItCouldNotWrite() {
        return with(FailedWrite.IS_FORGOTTEN);
    }

    private static Build with(FailedWrite failedWrite) {
        return new Build() {
            @Override
            public FailedWrite failedWrite() {
                return failedWrite;
            }
        };
    }
}
