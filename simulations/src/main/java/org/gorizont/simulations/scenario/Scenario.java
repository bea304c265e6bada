// SPDX-License-Identifier: Apache-2.0
package org.gorizont.simulations.scenario;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A network as somebody plans it. Everything is given or has its default in {@link #defaults}.
 *
 * @param runs how many seeds, from {@code seed} on
 * @param start midnight at the schools
 */
public record Scenario(
        String name,
        long seed,
        int runs,
        Instant start,
        Duration duration,
        List<School> schools,
        List<Circle> circles,
        List<Load> loads,
        List<SwitchOff> faults,
        List<Default> defaults) {
    public Scenario {
        schools = List.copyOf(schools);
        circles = List.copyOf(circles);
        loads = List.copyOf(loads);
        faults = List.copyOf(faults);
        defaults = List.copyOf(defaults);
    }

    public record School(String name, Hours working, Line line) {}

    /** @param members indices of schools, ascending */
    public record Circle(String name, List<Integer> members) {
        public Circle {
            members = List.copyOf(members);
        }
    }

    /**
     * A kind of line.
     *
     * @param share part of the schools whose line the scenario does not name
     * @param nat nobody can dial the school
     * @param downBits and {@code upBits} a second
     * @param loss part of the packets
     * @param latencyMedian and {@code latencyP95} one way to a middle of the network
     */
    public record Line(
            String name,
            double share,
            boolean nat,
            double downBits,
            double upBits,
            double loss,
            Duration latencyMedian,
            Duration latencyP95) {}

    /** @param perSchoolPerDay on average; sizes are log-normal with this median and 99th percentile, in bytes */
    public record Load(String what, double perSchoolPerDay, int medianSize, int p99Size, Hours hours) {}

    /** Schools are switched off at a time since the start. */
    public record SwitchOff(Duration at, Whom whom, Duration lasting) {}

    /** Which schools: these, or so many at random or with the most connections. */
    public record Whom(Optional<String> rule, int count, List<Integer> schools) {
        public Whom {
            schools = List.copyOf(schools);
        }
    }
}
