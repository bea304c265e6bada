// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.replica;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import org.gorizont.protocol.core.Limits;
import org.gorizont.protocol.core.LogState;
import org.gorizont.protocol.core.LogStore;
import org.gorizont.protocol.core.Turn;
import org.gorizont.protocol.frame.Entries;
import org.gorizont.protocol.frame.HeadNotice;
import org.gorizont.protocol.membership.Membership;
import org.gorizont.protocol.model.Channel;
import org.gorizont.protocol.model.CircleId;
import org.gorizont.protocol.model.Entry;
import org.gorizont.protocol.model.LogId;
import org.gorizont.protocol.model.SchoolId;
import org.gorizont.protocol.model.SignedHead;

/** What is said to those who count somebody among the members still who is none. */
final class Farewells {
    private final SchoolId self;
    private final LogStore store;
    private final LogTable logs;
    private final Membership membership;

    Farewells(SchoolId self, LogStore store, LogTable logs, Membership membership) {
        this.self = self;
        this.store = store;
        this.logs = logs;
        this.membership = membership;
    }

    /** Shows the other side why one of both is no member: we have left or were removed, or it was removed. */
    void tell(Turn turn, PeerLink link) {
        SchoolId school = link.school.orElseThrow();
        SortedSet<CircleId> parted = membership.parted(self, school);
        List<SignedHead> news = logs
                .all(log -> log.channel().equals(Channel.CONTROL)
                        && log.scope().circle().filter(parted::contains).isPresent())
                .stream()
                .flatMap(state -> state.head().stream())
                .limit(Limits.HEADS_IN_FRAME)
                .toList();
        if (!news.isEmpty()) {
            turn.send(link.id, new HeadNotice(news, List.of()));
        }
        whyRemoved(school).ifPresent(why -> turn.send(link.id, why));
    }

    /**
     * Certificates that have removed this school from circles of ours, each with the log in which it stands as far as one
     * frame carries: that log it may read, nothing else.
     */
    Optional<HeadNotice> whyRemoved(SchoolId school) {
        List<Entries> riding = new ArrayList<>();
        int room = Limits.ANSWER_BYTES;
        for (CircleId circle : membership.circlesOf(self)) {
            Optional<Entries> shown = membership.removalShown(circle, school).flatMap(this::whole);
            int bytes = shown.map(Farewells::bytes).orElse(0);
            if (shown.isPresent() && bytes <= room) {
                room -= bytes;
                riding.add(shown.get());
            }
        }
        return riding.isEmpty() ? Optional.empty() : Optional.of(new HeadNotice(List.of(), riding));
    }

    private Optional<Entries> whole(LogId log) {
        LogState state = logs.state(log);
        return state.head().flatMap(head -> {
            List<Entry> entries = store.entries(log, 0, head.head().size(), Limits.ANSWER_BYTES);
            return entries.size() == head.head().size()
                    ? Optional.of(new Entries(log, 0, entries, head, Optional.empty(), List.of()))
                    : Optional.empty();
        });
    }

    private static int bytes(Entries entries) {
        return entries.entries().stream().mapToInt(Entry::sizeBytes).sum();
    }
}
