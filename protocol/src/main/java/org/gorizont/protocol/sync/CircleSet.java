// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.sync;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gorizont.protocol.core.LogState;
import org.gorizont.protocol.core.Logs;
import org.gorizont.protocol.model.LogId;
import org.gorizont.protocol.model.SignedHead;

/** The items of one circle under one key, and the logs behind them. */
public final class CircleSet {
    private final ItemKey key;
    private final Logs states;
    private final CodedSymbols symbols;
    private final Map<Long, LogId> logs = new HashMap<>();

    CircleSet(ItemKey key, Logs states) {
        this.key = key;
        this.states = states;
        this.symbols = new CodedSymbols(key);
    }

    public CodedSymbols symbols() {
        return symbols;
    }

    /** All items in ascending order. */
    public List<Long> items() {
        return symbols.items();
    }

    /** The newest heads of the logs behind items; items that are not in the set are left out. */
    public List<SignedHead> heads(List<Long> items) {
        return items.stream()
                .map(logs::get)
                .filter(log -> log != null)
                .map(states::state)
                .map(LogState::head)
                .flatMap(Optional::stream)
                .toList();
    }

    void add(SignedHead head) {
        long item = key.item(head.head());
        symbols.add(item);
        logs.put(item, head.log());
    }

    void remove(SignedHead head) {
        long item = key.item(head.head());
        symbols.remove(item);
        logs.remove(item);
    }
}
