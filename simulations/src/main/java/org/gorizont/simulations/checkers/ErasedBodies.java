// SPDX-License-Identifier: Apache-2.0
package org.gorizont.simulations.checkers;

import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
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
        TreeSet<RecordId> erased = new TreeSet<>();
        for (LogState state : line(store, log)) {
            for (long seq = state.held() - 1; seq >= 0; seq--) {
                Optional<Entry> entry = store.entry(state.log(), seq);
                Optional<Header> header = entry.flatMap(Entry::header);
                if (header.map(Header::record).filter(erased::contains).isPresent()
                        && entry.flatMap(Entry::body).isPresent()) {
                    return Optional.of("holds the body of " + state.log() + " at " + seq + ", which was erased");
                }
                header.filter(h -> h.verb() == Verb.ERASE).map(Header::record).ifPresent(erased::add);
            }
        }
        return Optional.empty();
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
