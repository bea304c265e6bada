// SPDX-License-Identifier: Apache-2.0
package org.gorizont.simulations.faults;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.gorizont.simulations.world.Disk;

/** Which faults a run has, in any order. */
public record FaultPlan(List<Fault> faults) {
    private static final int KINDS = 6;

    public FaultPlan {
        faults = List.copyOf(faults);
    }

    /**
     * Each plan has its own mix: some have one kind of fault only, some none.
     *
     * @param restorable machine that may get an old backup back, or -1
     */
    static FaultPlan draw(SplittableRandom luck, int machines, Duration within, int restorable) {
        int some = luck.nextInt(1 << KINDS);
        int half = luck.nextInt(1 << KINDS);
        int mix = (some & half) | (1 << luck.nextInt(KINDS));
        int count = luck.nextInt(4 * Math.min(machines, 12));
        List<Fault> faults = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int kind = luck.nextInt(KINDS);
            if ((mix & 1 << kind) != 0) {
                faults.add(fault(kind, luck, machines, within));
            }
        }
        if (restorable >= 0) {
            Duration age = part(luck, within.dividedBy(3));
            faults.add(new Fault.Restore(within.dividedBy(2).plus(part(luck, within.dividedBy(3))), restorable, age));
        }
        return new FaultPlan(faults);
    }

    /** The same faults, and disks that are full for a while, in some plans. */
    FaultPlan withFullDisks(SplittableRandom luck, int machines, Duration within) {
        List<Fault> more = new ArrayList<>(faults);
        int count = luck.nextInt(3) == 0 ? 1 + luck.nextInt(2 * Math.min(machines, 12)) : 0;
        for (int i = 0; i < count; i++) {
            Duration lasting = part(luck, Duration.ofSeconds(luck.nextInt(3) == 0 ? 300 : 60));
            Disk.Room room = luck.nextInt(4) == 0 ? Disk.Room.SCARCE : Disk.Room.NONE;
            more.add(new Fault.DiskFull(part(luck, within), luck.nextInt(machines), room, lasting));
        }
        return new FaultPlan(more);
    }

    private static Fault fault(int kind, SplittableRandom luck, int machines, Duration within) {
        Duration at = part(luck, within);
        Duration lasting = part(luck, Duration.ofSeconds(luck.nextInt(3) == 0 ? 300 : 30));
        int machine = luck.nextInt(machines);
        return switch (kind) {
            case 0 -> new Fault.Crash(at, machine, lasting);
            case 1 -> new Fault.SwitchOff(at, machine, lasting);
            case 2 -> new Fault.Cut(at, machine, luck.nextInt(machines), lasting);
            case 3 -> new Fault.Split(at, machine, lasting);
            case 4 -> new Fault.Breaks(at, machine);
            default -> new Fault.Crash(at, machine, Duration.ZERO);
        };
    }

    private static Duration part(SplittableRandom luck, Duration of) {
        return Duration.ofNanos(luck.nextLong(of.toNanos()));
    }
}
