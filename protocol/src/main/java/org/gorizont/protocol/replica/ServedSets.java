// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.replica;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
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
    /** So many looks of the timer without a question, and the sets are given up: about a minute. */
    private static final int IDLE_LOOKS = 12;

    private final Map<CircleId, Frozen> symbols = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<CircleId, Frozen> eldest) {
            return size() > CIRCLES;
        }
    };
    private Optional<Keyed> fresh = Optional.empty();
    private final Map<CircleId, Paging> pagings = new TreeMap<>();
    private int idle;

    /** A set that does not change any more. */
    record Frozen(CodedSymbols symbols, Cursor cursor) {}

    /** A page that was not the last, with when the members had last changed. */
    private record Paging(Cursor cursor, long membersChanged) {}

    private record Keyed(CircleId circle, Bytes key, CircleSet set) {}

    /** Time passes; a neighbour that asks no more needs no copies. */
    void age() {
        if (++idle >= IDLE_LOOKS) {
            symbols.clear();
            fresh = Optional.empty();
        }
    }

    void begin(CircleId circle, CodedSymbols live, Cursor cursor) {
        idle = 0;
        symbols.remove(circle);
        symbols.put(circle, new Frozen(live.copy(), cursor));
    }

    Optional<Frozen> symbols(CircleId circle) {
        idle = 0;
        return Optional.ofNullable(symbols.get(circle));
    }

    /** The last set under a fresh key, if it is this one. */
    Optional<CircleSet> fresh(CircleId circle, Bytes key) {
        idle = 0;
        return fresh.filter(keyed -> keyed.circle.equals(circle) && keyed.key.equals(key))
                .map(Keyed::set);
    }

    void keep(CircleId circle, Bytes key, CircleSet set) {
        idle = 0;
        fresh = Optional.of(new Keyed(circle, key, set));
    }

    /** A page that is not the last has gone out. */
    void paging(CircleId circle, Cursor cursor, long membersChanged) {
        pagings.put(circle, new Paging(cursor, membersChanged));
    }

    /** Whether this is the cursor of the last page, made under the same members. */
    boolean continues(CircleId circle, Cursor cursor, long membersChanged) {
        return new Paging(cursor, membersChanged).equals(pagings.get(circle));
    }
}
