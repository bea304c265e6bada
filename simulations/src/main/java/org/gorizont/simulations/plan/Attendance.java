// SPDX-License-Identifier: Apache-2.0
package org.gorizont.simulations.plan;

import java.time.Duration;
import java.util.List;
import org.gorizont.simulations.scenario.Hours;
import org.gorizont.simulations.scenario.Scenario;
import org.gorizont.simulations.world.Machine;
import org.gorizont.simulations.world.World;

/** Who is on: by the hours of its school, and unless something has switched it off. Counts the time off. */
final class Attendance {
    private static final Duration DAY = Duration.ofDays(1);

    private final World world;
    private final List<Scenario.School> schools;
    private final boolean[] working;
    private final int[] switchedOff;
    private final long[] offSince;
    private final long[] offBefore;

    Attendance(World world, Scenario scenario) {
        this.world = world;
        this.schools = scenario.schools();
        int count = schools.size();
        working = new boolean[count];
        switchedOff = new int[count];
        offSince = new long[count];
        offBefore = new long[count];
        java.util.Arrays.fill(working, true);
    }

    /** From now on, which is midnight, schools keep their hours. */
    void begin() {
        for (int i = 0; i < schools.size(); i++) {
            Hours hours = schools.get(i).working();
            if (!hours.allDay()) {
                works(i, false);
                day(i, hours);
            }
        }
    }

    private void day(int school, Hours hours) {
        world.later(Duration.ofMinutes(hours.from()), () -> works(school, true));
        world.later(Duration.ofMinutes(hours.to()), () -> works(school, false));
        world.later(DAY, () -> day(school, hours));
    }

    private void works(int school, boolean works) {
        working[school] = works;
        adjust(school);
    }

    void switchOff(int school, Duration lasting) {
        switchedOff[school]++;
        adjust(school);
        world.later(lasting, () -> {
            switchedOff[school]--;
            adjust(school);
        });
    }

    private void adjust(int school) {
        Machine machine = world.machine(school);
        boolean on = working[school] && switchedOff[school] == 0;
        if (on && !machine.isOn()) {
            offBefore[school] += world.nanos() - offSince[school];
            machine.start();
        } else if (!on && machine.isOn()) {
            offSince[school] = world.nanos();
            machine.stop();
        }
    }

    /** How long this school has been off so far. */
    long offNanos(int school) {
        return offBefore[school] + (world.machine(school).isOn() ? 0 : world.nanos() - offSince[school]);
    }
}
