// SPDX-License-Identifier: Apache-2.0
package org.gorizont.simulations.plan;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.gorizont.protocol.core.Draft;
import org.gorizont.protocol.core.Input;
import org.gorizont.protocol.core.Limits;
import org.gorizont.protocol.model.Body;
import org.gorizont.protocol.model.Channel;
import org.gorizont.protocol.model.Kind;
import org.gorizont.protocol.model.RecordId;
import org.gorizont.protocol.model.Retention;
import org.gorizont.protocol.model.Scope;
import org.gorizont.protocol.model.Verb;
import org.gorizont.simulations.scenario.Scenario;
import org.gorizont.simulations.world.Machine;
import org.gorizont.simulations.world.World;

/** What schools publish: so many entries a day on average, at any minute of the hours, unless the school is off then. */
final class Publishing {
    private static final Kind KIND = new Kind("note", 1, 0);
    /** Of a normal distribution, 99 % lie below so many standard deviations. */
    private static final double P99 = 2.326;

    private final World world;
    private final Scenario.Load load;
    private final Machine machine;
    private final SplittableRandom luck;

    /** @param number of the load in its scenario: each has its own stream */
    Publishing(World world, Scenario.Load load, int number, Machine machine) {
        this.world = world;
        this.load = load;
        this.machine = machine;
        this.luck = world.streams().of("load-" + number, machine.number());
    }

    /** Plans a day that begins after {@code midnight}. */
    void day(Duration midnight) {
        int entries = poisson(load.perSchoolPerDay());
        for (int i = 0; i < entries; i++) {
            long second =
                    60L * load.hours().from() + luck.nextLong(60L * load.hours().minutes());
            int size = size();
            world.later(midnight.plusSeconds(second), () -> publish(size));
        }
    }

    private void publish(int size) {
        Draft draft = new Draft(
                KIND,
                new RecordId(machine.bytes(RecordId.SIZE)),
                Verb.PUT,
                Retention.LATEST,
                world.now(),
                List.of(),
                Optional.of(new Body(machine.bytes(Body.SALT_SIZE), machine.bytes(size))));
        machine.ask(
                request -> new Input.Published(request, Channel.CATALOGUE, Scope.everyCircle(), List.of(draft)),
                _ -> {});
    }

    private int size() {
        double sigma = StrictMath.log((double) load.p99Size() / load.medianSize()) / P99;
        double size = load.medianSize() * StrictMath.exp(sigma * luck.nextGaussian());
        return Math.clamp((long) size, 1, Limits.BODY_BYTES);
    }

    /** Knuth's method: multiplies until it is below the threshold; in parts, so that large means do not vanish. */
    private int poisson(double mean) {
        int count = 0;
        for (double left = mean; left > 0; left -= 16) {
            double threshold = StrictMath.exp(-Math.min(left, 16));
            double product = luck.nextDouble();
            while (product > threshold) {
                product *= luck.nextDouble();
                count++;
            }
        }
        return count;
    }
}
