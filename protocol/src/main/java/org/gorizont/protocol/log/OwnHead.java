// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.log;

import java.util.List;
import org.gorizont.protocol.core.Change;

/** What a head of one of our own logs, seen at somebody else, means for us. */
public sealed interface OwnHead {
    /** It is ours, and what is held here contains it. */
    record Held() implements OwnHead {}

    /** We never signed it, or not with the key of this incarnation: it says nothing. */
    record NotOurs() implements OwnHead {}

    /**
     * We signed it and do not hold it: writing has stopped, {@link OwnLogs#forbidden()} says why.
     *
     * @param changes to be stored, so that the next start remembers
     */
    record Stops(List<Change> changes) implements OwnHead {
        public Stops {
            changes = List.copyOf(changes);
        }
    }
}
