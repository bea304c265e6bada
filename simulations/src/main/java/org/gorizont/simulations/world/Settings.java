// SPDX-License-Identifier: Apache-2.0
package org.gorizont.simulations.world;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import org.gorizont.protocol.core.Limits;

/**
 * What is fixed for one run.
 *
 * @param push whether machines tell news unasked
 * @param poll how often they ask
 * @param natted for each machine, whether nobody can dial it; its size is the number of machines
 * @param waiting for each machine, whether it waits at the relay
 * @param floorAtLeast entries above the floor of an own log from which on machines think of raising it
 */
public record Settings(
        long seed,
        Instant start,
        boolean push,
        Duration poll,
        List<Boolean> natted,
        List<Boolean> waiting,
        int floorAtLeast) {
    public Settings {
        natted = List.copyOf(natted);
        waiting = List.copyOf(waiting);
    }

    /** A world with such floors as schools have them, which its logs are too small for. */
    public Settings(
            long seed, Instant start, boolean push, Duration poll, List<Boolean> natted, List<Boolean> waiting) {
        this(seed, start, push, poll, natted, waiting, Limits.FLOOR_AT_LEAST);
    }

    /** The same world, where floors rise early. */
    public Settings withFloorAtLeast(int entries) {
        return new Settings(seed, start, push, poll, natted, waiting, entries);
    }

    /** A world without a relay. */
    public Settings(long seed, Instant start, boolean push, Duration poll, List<Boolean> natted) {
        this(seed, start, push, poll, natted, Collections.nCopies(natted.size(), false));
    }
}
