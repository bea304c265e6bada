// SPDX-License-Identifier: Apache-2.0
package org.gorizont.simulations.faults;

import org.gorizont.simulations.world.Build;
import org.gorizont.simulations.world.FailedWrite;

/** Machines that are wrong about what their disk has taken. */
final class DiskBugs {
    private DiskBugs() {}

    /** What could not be written leaves all the same. */
    static Build sendsWhatItCouldNotWrite() {
        return with(FailedWrite.LEAVES_ANYWAY);
    }

    /** When there is room again, nobody writes what could not be written. */
    static Build forgetsWhatItCouldNotWrite() {
        return with(FailedWrite.IS_FORGOTTEN);
    }

    private static Build with(FailedWrite failedWrite) {
        return new Build() {
            @Override
            public FailedWrite failedWrite() {
                return failedWrite;
            }
        };
    }
}
