// SPDX-License-Identifier: Apache-2.0
package org.gorizont.cli.demo.stage;

import java.util.List;
import java.util.Optional;

/** One run of a story. All its processes end with it. */
public interface Play extends AutoCloseable {
    /** Starts the nodes. */
    void begin() throws InterruptedException;

    /**
     * Plays on from where the last call ended.
     *
     * @param last id of the step to hold at
     * @return the step that is not ok, if there is one
     */
    Optional<Step> play(Optional<String> last) throws InterruptedException;

    /** What was shown, for programs. */
    Record report();

    /** Schools whose nodes run. */
    List<DemoSchool> on();

    /** Ends the nodes; nothing of it starts any more. */
    @Override
    void close();
}
