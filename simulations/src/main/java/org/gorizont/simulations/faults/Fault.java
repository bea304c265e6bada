// SPDX-License-Identifier: Apache-2.0
package org.gorizont.simulations.faults;

import java.time.Duration;
import org.gorizont.simulations.world.Disk;

/** One thing that goes wrong, at a time since the start. */
public sealed interface Fault {
    Duration at();

    /** The plug is pulled; the machine is back after a while. */
    record Crash(Duration at, int machine, Duration off) implements Fault {}

    /** The machine is shut down in order, as in the evening. */
    record SwitchOff(Duration at, int machine, Duration off) implements Fault {}

    /** Frames from one machine to another vanish. */
    record Cut(Duration at, int from, int to, Duration lasting) implements Fault {}

    /** Machines below {@code border} and those from it on do not hear each other. */
    record Split(Duration at, int border, Duration lasting) implements Fault {}

    /** All connections of a machine break. */
    record Breaks(Duration at, int machine) implements Fault {}

    /** The disk of a machine has so much room and no more, for a while. */
    record DiskFull(Duration at, int machine, Disk.Room room, Duration lasting) implements Fault {}

    /** A backup is made, and later the disk is replaced by it. */
    record Restore(Duration at, int machine, Duration age) implements Fault {}
}
