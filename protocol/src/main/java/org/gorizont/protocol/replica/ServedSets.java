// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.replica;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.gorizont.protocol.model.Bytes;
import org.gorizont.protocol.model.CircleId;
import org.gorizont.protocol.model.Cursor;
import org.gorizont.protocol.sync.CircleSet;
import org.gorizont.protocol.sync.CodedSymbols;

/**
 * What one neighbour is being told in parts. All parts of an answer come from the set as it was at the first one, with the
 * cursor of that moment: symbols of two sets contradict each other. A neighbour that asks in many circles at once makes
 * older ones be forgotten, and begins those again.
 */
final class ServedSets {
    private static final int CIRCLES = 4;

    private final Map<CircleId, Frozen> symbols = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<CircleId, Frozen> eldest) {
            return size() > CIRCLES;
        }
    };
    private Optional<Keyed> fresh = Optional.empty();

    /** A set that does not change any more. */
    record Frozen(CodedSymbols symbols, Cursor cursor) {}

    private record Keyed(CircleId circle, Bytes key, CircleSet set) {}

    void begin(CircleId circle, CodedSymbols live, Cursor cursor) {
        symbols.remove(circle);
        symbols.put(circle, new Frozen(live.copy(), cursor));
    }

    Optional<Frozen> symbols(CircleId circle) {
        return Optional.ofNullable(symbols.get(circle));
    }

    /** The last set under a fresh key, if it is this one. */
    Optional<CircleSet> fresh(CircleId circle, Bytes key) {
        return fresh.filter(keyed -> keyed.circle.equals(circle) && keyed.key.equals(key))
                .map(Keyed::set);
    }

    void keep(CircleId circle, Bytes key, CircleSet set) {
        fresh = Optional.of(new Keyed(circle, key, set));
    }
}
