// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.admin;

import java.util.List;
import java.util.Optional;
import org.gorizont.protocol.model.LogId;

/** Port: forks that are proven here. For any thread; may block on the disk. */
@FunctionalInterface
public interface ForkSource {
    /** One fork of each log at most: the earliest. */
    List<Fork> forks();

    /** Which of the two proven versions is held here. */
    enum Version {
        FIRST,
        SECOND,
        /** Nothing beyond what both share. */
        SHARED,
        /** Another one than these two. */
        OTHER
    }

    /**
     * Two versions of one log.
     *
     * @param index first entry that differs
     * @param held entries that are held here
     * @param sealed where a change of keys has sealed the log since
     */
    record Fork(
            LogId log,
            long index,
            long firstSize,
            long secondSize,
            long held,
            Version version,
            Optional<Long> sealed) {}
}
