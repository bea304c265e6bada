// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.replica;

import java.util.Map;
import java.util.TreeMap;
import org.gorizont.protocol.core.LogState;
import org.gorizont.protocol.core.LogStore;
import org.gorizont.protocol.core.Turn;
import org.gorizont.protocol.log.OwnLogs;
import org.gorizont.protocol.model.LogId;

/**
 * Raises the floors of own logs that are mostly dead, a step at a time and a log at a time, so that no turn is long. Only in
 * runs in which this school's people have written: a store that is older than it seems must not write by itself.
 */
final class FloorDesk {
    private final LogStore store;
    private final LogTable logs;
    private final OwnLogs own;
    private final OwnDesk desk;
    private final int atLeast;
    /** Sizes below which looking again would be in vain. */
    private final Map<LogId, Long> notBefore = new TreeMap<>();

    /** @param atLeast entries above a floor from which on it is looked at */
    FloorDesk(LogStore store, LogTable logs, OwnLogs own, OwnDesk desk, int atLeast) {
        this.atLeast = atLeast;
        this.store = store;
        this.logs = logs;
        this.own = own;
        this.desk = desk;
    }

    void look(Turn turn) {
        if (own.hasWritten()) {
            logs.known().stream().filter(this::isDue).findFirst().ifPresent(state -> raise(turn, state));
        }
    }

    private boolean isDue(LogState state) {
        return own.isOwn(state.log())
                && state.held() - state.floor() >= atLeast
                && state.held() >= notBefore.getOrDefault(state.log(), 0L);
    }

    private void raise(Turn turn, LogState state) {
        own.raiseFloor(state, store, logs.nextArrival())
                .ifPresentOrElse(
                        done -> desk.written(turn, done),
                        () -> notBefore.put(state.log(), state.held() + (state.held() - state.floor()) / 4));
    }
}
