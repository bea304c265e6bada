// SPDX-License-Identifier: Apache-2.0
package org.gorizont.simulations.plan;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.gorizont.simulations.scenario.Scenario;
import org.gorizont.simulations.world.World;

/** Which schools a fault hits. */
final class Victims {
    private final World world;
    private final Scenario.Whom whom;
    private final SplittableRandom luck;

    Victims(World world, Scenario.Whom whom, SplittableRandom luck) {
        this.world = world;
        this.whom = whom;
        this.luck = luck;
    }

    List<Integer> choose() {
        if (whom.rule().isEmpty()) {
            return whom.schools();
        }
        List<Integer> all = new ArrayList<>(
                IntStream.range(0, world.machines().size()).boxed().toList());
        if (whom.rule().get().equals("random")) {
            Collections.shuffle(all, luck);
        } else {
            all.sort(Comparator.comparingInt((Integer i) -> -world.network().connections(i)));
        }
        return all.subList(0, whom.count());
    }
}
