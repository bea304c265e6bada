// SPDX-License-Identifier: Apache-2.0
package org.gorizont.simulations.checkers;

import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.stream.LongStream;
import org.gorizont.protocol.core.Change;
import org.gorizont.protocol.core.LogState;
import org.gorizont.protocol.core.LogStore;
import org.gorizont.protocol.model.Channel;
import org.gorizont.protocol.model.Entry;
import org.gorizont.protocol.model.Header;
import org.gorizont.protocol.model.LogId;
import org.gorizont.protocol.model.RecordId;
import org.gorizont.protocol.model.Verb;

/** Looks for bodies that an entry of the same store erases. Reads every entry, since an index may be what is wrong. */
final class ErasedBodies {
    /** No school of a run changes its keys more often. */
    private static final int KEYS = 8;

    /** What is held and must not be, among the logs that these changes are about. */
    Optional<String> held(LogStore store, List<Change> changes) {
        TreeSet<LogId> changed = new TreeSet<>();
        for (Change change : changes) {
            if (change instanceof Change.EntriesAdded added && brings(store, added)) {
                changed.add(added.log());
            } else if (change instanceof Change.BodyAdded added) {
                changed.add(added.log());
            }
        }
        return changed.stream()
                .filter(log -> !log.channel().equals(Channel.CONTROL))
                .flatMap(log -> held(store, log).stream())
                .findFirst();
    }

    /** Whether a log that was without any erasing may not be so any more, or holds one already. */
    private static boolean brings(LogStore store, Change.EntriesAdded added) {
        return added.entries().stream()
                        .anyMatch(
                                entry -> verb(entry).filter(Verb.ERASE::equals).isPresent())
                || line(store, added.log()).stream()
                        .anyMatch(state -> !store.erasures(state.log(), 0, 1).isEmpty());
    }

    private static Optional<String> held(LogStore store, LogId log) {
        TreeMap<RecordId, Place> erased = new TreeMap<>();
        List<LogState> line = line(store, log);
        for (LogState state : line) {
            each(
                    store,
                    state,
                    (place, entry) -> entry.header()
                            .filter(header -> header.verb() == Verb.ERASE)
                            .ifPresent(header -> erased.merge(header.record(), place, Place::later)));
        }
        TreeSet<String> wrong = new TreeSet<>();
        for (LogState state : line) {
            each(
                    store,
                    state,
                    (place, entry) -> entry.header()
                            .map(header -> erased.get(header.record()))
                            .filter(by -> entry.body().isPresent() && place.compareTo(by) < 0)
                            .ifPresent(by -> wrong.add(
                                    "holds of " + state.log() + " the body of " + place + ", erased at " + by)));
        }
        return wrong.stream().findFirst();
    }

    private static void each(LogStore store, LogState state, BiConsumer<Place, Entry> taker) {
        for (long seq = 0; seq < state.held(); seq++) {
            Place here = new Place(state.log().incarnation(), seq);
            store.entry(state.log(), seq)
                    .ifPresent(entry -> taker.accept(
                            entry.header()
                                    .flatMap(Header::origin)
                                    .map(origin -> new Place(origin.incarnation(), origin.seq()))
                                    .orElse(here),
                            entry));
        }
    }

    /** Where something was stated first. */
    private record Place(int incarnation, long seq) implements Comparable<Place> {
        static Place later(Place one, Place other) {
            return one.compareTo(other) >= 0 ? one : other;
        }

        @Override
        public int compareTo(Place other) {
            int byKey = Integer.compare(incarnation, other.incarnation);
            return byKey != 0 ? byKey : Long.compare(seq, other.seq);
        }
    }

    /** The logs of all keys of the school, the newest first. */
    private static List<LogState> line(LogStore store, LogId log) {
        return LongStream.rangeClosed(0, KEYS)
                .mapToObj(i -> new LogId(log.school(), log.channel(), log.scope(), (int) (KEYS - i)))
                .flatMap(other -> store.log(other).stream())
                .toList();
    }

    private static Optional<Verb> verb(Entry entry) {
        return entry.header().map(Header::verb);
    }
}
