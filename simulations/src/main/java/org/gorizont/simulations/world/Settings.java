// SPDX-License-Identifier: Apache-2.0
package org.gorizont.simulations.world;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * What is fixed for one run.
 *
 * @param push whether machines tell news unasked
 * @param poll how often they ask
 * @param natted for each machine, whether nobody can dial it; its size is the number of machines
 */
public record Settings(long seed, Instant start, boolean push, Duration poll, List<Boolean> natted) {
    public Settings {
        natted = List.copyOf(natted);
    }
}
