// SPDX-License-Identifier: Apache-2.0
package org.gorizont.simulations.runs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import org.gorizont.protocol.replica.Replica;
import org.gorizont.simulations.faults.Scene;
import org.gorizont.simulations.world.Build;
import org.gorizont.simulations.world.Core;
import org.gorizont.simulations.world.Machine;
import org.junit.jupiter.api.Test;

final class CampaignTest {
    private static final Duration LONG = Duration.ofDays(1);

    @Test
    void runsEachSeedOfEachSceneOnce() {
        Campaign.Result result = campaign(LONG, Build.REAL).run();

        assertEquals(List.of(), result.failures());
        assertEquals(4, result.runs());
        assertTrue(result.runsAnHour() > 0);
    }

    @Test
    void tellsWhatFailedWithTheCommandThatRepeatsIt() {
        Build broken = new Build() {
            @Override
            public Core core(Machine machine, Replica replica) {
                throw new IllegalStateException("planted");
            }
        };

        List<Campaign.Failure> failures = campaign(LONG, broken).run().failures();

        assertEquals(4, failures.size());
        assertEquals(new Campaign.Failure(Scene.VOTES, 7, failures.getFirst().problem()), failures.getFirst());
        assertTrue(failures.getFirst().problem().contains("planted"), failures::toString);
        assertEquals("./gorizont simulate check --scene votes --seed 7", Scene.VOTES.replay(7));
        assertEquals("./gorizont simulate check --scene faults --seed 7 --push off", Scene.FAULTS.replay(7));
    }

    @Test
    void beginsNoRunWhenTheTimeIsOver() {
        assertEquals(0, campaign(Duration.ZERO, Build.REAL).run().runs());
    }

    private static Campaign campaign(Duration atMost, Build build) {
        return new Campaign(List.of(Scene.VOTES, Scene.COURIERS), 7, 2, atMost, build, _ -> {});
    }
}
