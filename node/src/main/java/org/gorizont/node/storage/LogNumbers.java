// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.storage;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalInt;
import org.gorizont.protocol.model.LogId;
import org.jspecify.annotations.Nullable;

/**
 * Numbers in place of 72-byte log keys: given once, in the turn that first names a log, and kept for ever. Remembers
 * those that were used last. For the writing thread.
 */
final class LogNumbers {
    private static final int MAX_REMEMBERED = 4_096;

    private final Staged rows;
    private final Map<LogId, Integer> remembered = new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<LogId, Integer> eldest) {
            return size() > MAX_REMEMBERED;
        }
    };

    LogNumbers(Staged rows) {
        this.rows = rows;
    }

    OptionalInt find(LogId log) {
        Integer known = remembered.get(log);
        if (known != null) {
            return OptionalInt.of(known);
        }
        byte @Nullable [] row = rows.get(Family.LOGS, log.key().unsafeArray());
        if (row == null) {
            return OptionalInt.empty();
        }
        int number = StateForm.number(row);
        remembered.put(log, number);
        return OptionalInt.of(number);
    }

    /** The number of the log; a new one if it has none. */
    int of(LogId log) {
        OptionalInt known = find(log);
        return known.isPresent() ? known.getAsInt() : give(log);
    }

    private int give(LogId log) {
        int number = Meta.nextLogNumber(rows);
        rows.put(Family.LOGS, log.key().unsafeArray(), StateForm.write(number));
        remembered.put(log, number);
        return number;
    }
}
