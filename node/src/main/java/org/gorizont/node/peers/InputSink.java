// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.peers;

import org.gorizont.protocol.core.Input;

/** Where links put what has happened. Called from many threads, in the order of events for each link. */
@FunctionalInterface
public interface InputSink {
    /**
     * Never blocks.
     *
     * @return false when there is no room; the same input is offered again, and the link waits meanwhile
     */
    boolean offer(Input input);
}
