// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.log;

import java.util.List;
import org.gorizont.protocol.core.Change;
import org.gorizont.protocol.core.LogState;
import org.gorizont.protocol.core.Refusal;

/** What came of drafts that the school wanted to publish. */
public sealed interface Written {
    /**
     * Entries [from, to) under one new signed head.
     *
     * @param changes to be stored together or not at all, before anything leaves; empty if there was nothing to write
     */
    record Done(List<Change> changes, LogState newState, long from, long to) implements Written {
        public Done {
            changes = List.copyOf(changes);
        }
    }

    /** Nothing was written. */
    record Refused(Refusal refusal, String detail) implements Written {}
}
