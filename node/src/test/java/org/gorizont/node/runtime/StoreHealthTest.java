// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.gorizont.node.runtime.StoreHealth.State;
import org.gorizont.node.storage.DiskSpace;
import org.junit.jupiter.api.Test;

final class StoreHealthTest {
    private static final long MUCH = DiskSpace.WARN_BYTES;
    private static final Optional<Trouble> FULL = Optional.of(new Trouble("no room", true));
    private static final Optional<Trouble> BROKEN = Optional.of(new Trouble("input/output error", false));

    @Test
    void s03NamesTheGravestThing() {
        assertEquals(State.ENOUGH, state(MUCH, false, Optional.empty()));
        assertEquals(State.WARN, state(MUCH - 1, false, Optional.empty()));
        assertEquals(State.BUDGET_SPENT, state(MUCH, true, Optional.empty()));
        assertEquals(State.BUDGET_SPENT, state(MUCH - 1, true, Optional.empty()));
        assertEquals(State.OWN_ONLY, state(DiskSpace.OWN_ONLY_BYTES - 1, true, Optional.empty()));
        assertEquals(State.READ_ONLY, state(DiskSpace.READ_ONLY_BYTES - 1, false, Optional.empty()));
        assertEquals(State.FAILED, state(MUCH, true, BROKEN));
        assertEquals(State.FAILED, state(-1, false, Optional.empty()));
    }

    @Test
    void aWriteThatFailedOnAFullDiskIsAFullDisk() {
        assertEquals(State.READ_ONLY, state(0, false, BROKEN));
        assertEquals(State.READ_ONLY, state(MUCH, false, FULL), "until the loop has looked again");
    }

    @Test
    void saysWhetherPeopleMayPublish() {
        assertTrue(new StoreHealth(State.OWN_ONLY, 0).writes());
        assertTrue(new StoreHealth(State.BUDGET_SPENT, 0).writes());
        assertFalse(new StoreHealth(State.READ_ONLY, 0).writes());
        assertFalse(new StoreHealth(State.FAILED, 0).writes());
    }

    private static State state(long freeBytes, boolean spent, Optional<Trouble> trouble) {
        return StoreHealth.of(freeBytes, spent, trouble).state();
    }
}
