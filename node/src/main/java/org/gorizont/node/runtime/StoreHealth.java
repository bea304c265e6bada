// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.runtime;

import java.io.IOException;
import java.util.Optional;
import org.gorizont.node.storage.DiskSpace;
import org.gorizont.node.storage.StoreBudget;

/**
 * What the disk allows the node, for people.
 *
 * @param freeBytes of the data directory's disk, besides the ballast; -1 when the disk does not answer
 */
public record StoreHealth(State state, long freeBytes) {
    /** Named as other programs read it in {@code status --json}. */
    public enum State {
        ENOUGH,
        /** Everything is done; soon it will not be. */
        WARN,
        /** What this school publishes is written, nothing of others. */
        OWN_ONLY,
        /** The same, since copies of other schools have taken all that the settings let them. */
        BUDGET_SPENT,
        /** Nothing is written: too little is free. */
        READ_ONLY,
        /** Nothing is written: the disk does not take it, or does not answer. */
        FAILED
    }

    /** Where nobody has looked yet, and where there is no disk. */
    public static final StoreHealth WELL = new StoreHealth(State.ENOUGH, Long.MAX_VALUE);

    /**
     * What follows from one look.
     *
     * @param freeBytes -1 when the disk does not answer
     */
    public static StoreHealth of(long freeBytes, boolean budgetSpent, Optional<Trouble> trouble) {
        return new StoreHealth(state(freeBytes, budgetSpent, trouble), freeBytes);
    }

    /** The same, looking now. Blocks on the disk. */
    public static StoreHealth of(StoreBudget budget, Optional<Trouble> trouble) {
        try {
            return of(budget.freeBytes(), budget.isSpent(), trouble);
        } catch (IOException _) {
            return of(-1, false, trouble);
        }
    }

    /** Whether the node takes what this school's people publish. */
    public boolean writes() {
        return state != State.READ_ONLY && state != State.FAILED;
    }

    private static State state(long freeBytes, boolean budgetSpent, Optional<Trouble> trouble) {
        if (freeBytes < 0) {
            return State.FAILED;
        }
        DiskSpace.Level level = DiskSpace.Level.of(freeBytes);
        // A latch outlives the full disk by a second or so: until then nothing is written.
        if (level == DiskSpace.Level.READ_ONLY
                || trouble.map(Trouble::withoutRoom).orElse(false)) {
            return State.READ_ONLY;
        }
        if (trouble.isPresent()) {
            return State.FAILED;
        }
        return switch (level) {
            case OWN_ONLY -> State.OWN_ONLY;
            case WARN -> budgetSpent ? State.BUDGET_SPENT : State.WARN;
            case ENOUGH, READ_ONLY -> budgetSpent ? State.BUDGET_SPENT : State.ENOUGH;
        };
    }
}
