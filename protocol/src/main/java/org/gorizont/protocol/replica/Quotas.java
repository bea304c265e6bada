// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.replica;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.gorizont.protocol.core.Limits;
import org.gorizont.protocol.core.LogState;
import org.gorizont.protocol.core.LogStore;
import org.gorizont.protocol.core.ReplicaStatus.Room;
import org.gorizont.protocol.model.Channel;
import org.gorizont.protocol.model.LogId;
import org.gorizont.protocol.model.SchoolId;

/**
 * How much of the disk copies of each other school take: whoever takes all that it may is not fetched from any more, and the
 * others go on. Its CONTROL logs are fetched nevertheless, since membership follows from them, as long as they alone take less.
 * A local choice: nothing is said about the school, and what is held stays and is served.
 */
final class Quotas {
    private final SchoolId self;
    private final LogStore store;
    private final LogTable logs;
    private final long most;
    private final Map<SchoolId, Taken> taken = new TreeMap<>();

    private record Taken(long all, long control) {
        static final Taken NOTHING = new Taken(0, 0);

        Taken plus(LogId log, long bytes) {
            return new Taken(all + bytes, control + (log.channel().equals(Channel.CONTROL) ? bytes : 0));
        }
    }

    /** @param most bytes that one school may take */
    Quotas(SchoolId self, LogStore store, LogTable logs, long most) {
        this.self = self;
        this.store = store;
        this.logs = logs;
        this.most = most;
        TreeSet<SchoolId> schools = new TreeSet<>();
        logs.known().forEach(state -> schools.add(state.log().school()));
        schools.forEach(this::measure);
    }

    /** So many bytes of a log came to be held. What goes is noticed by {@link #look}. */
    void grew(LogId log, long bytes) {
        SchoolId school = log.school();
        if (!school.equals(self)) {
            taken.put(school, taken.getOrDefault(school, Taken.NOTHING).plus(log, bytes));
        }
    }

    /** Whether nothing more of a log is fetched. */
    boolean stops(LogId log) {
        Taken of = taken.get(log.school());
        return of != null && (log.channel().equals(Channel.CONTROL) ? of.control : of.all) >= most;
    }

    Room room(SchoolId school) {
        Taken of = taken.get(school);
        if (of == null || of.all < most * Limits.MEMBER_WARNING) {
            return Room.ENOUGH;
        }
        return of.all < most ? Room.MUCH : Room.SPENT;
    }

    /** Measures those that take much once more; who has room again. */
    List<SchoolId> look() {
        List<SchoolId> freed = new ArrayList<>();
        for (SchoolId school : List.copyOf(taken.keySet())) {
            Room before = room(school);
            if (before != Room.ENOUGH) {
                measure(school);
            }
            if (before == Room.SPENT && room(school) != Room.SPENT) {
                freed.add(school);
            }
        }
        return freed;
    }

    private void measure(SchoolId school) {
        if (school.equals(self)) {
            return;
        }
        Taken now = Taken.NOTHING;
        for (LogState state : logs.of(school)) {
            now = now.plus(state.log(), store.bytes(state.log()));
        }
        taken.put(school, now);
    }
}
