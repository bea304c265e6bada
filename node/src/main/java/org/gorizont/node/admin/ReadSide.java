// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.admin;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Port: how far read models and index have come. For any thread. */
public interface ReadSide {
    /** How far each has come. */
    List<Reader> readers();

    /**
     * Waits until the read models answer with all that was on disk at the call.
     *
     * @return false when {@code patience} ends before
     */
    boolean caughtUp(Duration patience) throws InterruptedException;

    /** Drops read models and index and begins to build them anew; returns at once. */
    void rebuild();

    /**
     * One reader of what arrives.
     *
     * @param position number of the last arrival that it has taken, of {@code last}
     * @param problem why it does not move, if so
     */
    record Reader(String name, long position, long last, Optional<String> problem) {}
}
