// SPDX-License-Identifier: Apache-2.0
package org.gorizont.simulations.faults;

import java.time.Duration;
import org.gorizont.protocol.memory.MemoryLogStore;
import org.gorizont.simulations.world.Disk;
import org.gorizont.simulations.world.Machine;
import org.gorizont.simulations.world.World;

/** Carries a plan of faults out. */
final class FaultActs {
    private final World world;
    private final Circles circles;

    FaultActs(World world, Circles circles) {
        this.world = world;
        this.circles = circles;
    }

    void schedule(FaultPlan plan) {
        plan.faults().forEach(this::schedule);
    }

    private void schedule(Fault fault) {
        switch (fault) {
            case Fault.Crash(Duration at, int machine, Duration off) ->
                world.later(at, () -> {
                    world.machine(machine).crash();
                    world.later(off, world.machine(machine)::start);
                });
            case Fault.SwitchOff(Duration at, int machine, Duration off) ->
                world.later(at, () -> {
                    world.machine(machine).stop();
                    world.later(off, world.machine(machine)::start);
                });
            case Fault.Cut(Duration at, int from, int to, Duration lasting) ->
                world.later(at, () -> {
                    world.network().cut(from, to, true);
                    world.later(lasting, () -> world.network().cut(from, to, false));
                });
            case Fault.Split(Duration at, int border, Duration lasting) ->
                world.later(at, () -> {
                    split(border, true);
                    world.later(lasting, () -> split(border, false));
                });
            case Fault.Breaks(Duration at, int machine) ->
                world.later(at, () -> world.network().breakLinks(world.machine(machine)));
            case Fault.DiskFull(Duration at, int machine, Disk.Room room, Duration lasting) ->
                world.later(at, () -> {
                    world.machine(machine).room(room);
                    world.later(lasting, () -> world.machine(machine).room(Disk.Room.ENOUGH));
                });
            case Fault.Restore(Duration at, int machine, Duration age) ->
                world.later(at.minus(age), () -> {
                    MemoryLogStore backup = world.machine(machine).backup();
                    world.later(age, () -> restore(world.machine(machine), backup));
                });
        }
    }

    private void split(int border, boolean broken) {
        int machines = world.machines().size();
        for (int a = 0; a < border; a++) {
            for (int b = border; b < machines; b++) {
                world.network().cut(a, b, broken);
                world.network().cut(b, a, broken);
            }
        }
    }

    private void restore(Machine machine, MemoryLogStore backup) {
        machine.crash();
        machine.restore(backup);
        machine.start();
        circles.restored(machine);
    }

    /** The last fault is over: everything is whole, and everybody is on. */
    void end() {
        world.network().heal();
        world.machines().forEach(machine -> {
            machine.room(Disk.Room.ENOUGH);
            machine.start();
        });
    }
}
