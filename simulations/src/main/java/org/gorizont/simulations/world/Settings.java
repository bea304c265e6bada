// SPDX-License-Identifier: Apache-2.0
package org.gorizont.simulations.world;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;

/**
 * What is fixed for one run.
 *
 * @param push whether machines tell news unasked
 * @param poll how often they ask
 * @param natted for each machine, whether nobody can dial it; its size is the number of machines
 * @param waiting for each machine, whether it waits at the relay
 */
public record Settings(
        long seed, Instant start, boolean push, Duration poll, List<Boolean> natted, List<Boolean> waiting) {
    public Settings {
        natted = List.copyOf(natted);
        waiting = List.copyOf(waiting);
    }

    /** A world without a relay. */
    public Settings(long seed, Instant start, boolean push, Duration poll, List<Boolean> natted) {
        this(seed, start, push, poll, natted, Collections.nCopies(natted.size(), false));
    }
}
