// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.gossip;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.random.RandomGenerator;
import org.gorizont.protocol.core.Limits;
import org.gorizont.protocol.core.LinkId;
import org.gorizont.protocol.core.LogState;
import org.gorizont.protocol.core.LogStore;
import org.gorizont.protocol.core.Logs;
import org.gorizont.protocol.core.Timer;
import org.gorizont.protocol.core.Turn;
import org.gorizont.protocol.frame.Entries;
import org.gorizont.protocol.frame.HeadNotice;
import org.gorizont.protocol.model.Entry;
import org.gorizont.protocol.model.LogId;
import org.gorizont.protocol.model.SignedHead;

/** Tells some neighbours of new heads, a batch at a time; what is small rides along. A hint that may be lost. */
public final class HeadNotices {
    private final RandomGenerator random;
    private final boolean push;
    private final Map<LogId, News> news = new LinkedHashMap<>();

    /** What is new of a log: from which seq on, and who told us. */
    private record News(long from, Optional<LinkId> source) {}

    /** @param push false: say nothing unasked, so that tests show that nothing depends on it */
    public HeadNotices(RandomGenerator random, boolean push) {
        this.random = random;
        this.push = push;
    }

    /** The log has grown from {@code from}; {@code source} is the link it came over, if it is not our own. */
    public void grown(Turn turn, LogId log, long from, Optional<LinkId> source) {
        if (!push) {
            return;
        }
        if (news.isEmpty()) {
            turn.schedule(Timer.NOTICES, Limits.NOTICE_DELAY);
        }
        news.merge(log, new News(from, source), (a, b) -> new News(Math.min(a.from, b.from), b.source));
    }

    /**
     * Sends what was collected to at most {@link Limits#NEIGHBOURS} links.
     *
     * @param served whether a log may go over a link
     */
    public void flush(Turn turn, List<LinkId> links, BiPredicate<LogId, LinkId> served, Logs logs, LogStore store) {
        List<LinkId> chosen = new ArrayList<>(links);
        Collections.shuffle(chosen, random);
        Map<LogId, Optional<Entries>> small = new LinkedHashMap<>();
        for (LinkId link : chosen.subList(0, Math.min(chosen.size(), Limits.NEIGHBOURS))) {
            List<SignedHead> heads = new ArrayList<>();
            List<Entries> riding = new ArrayList<>();
            int[] room = {Limits.RIDING_BYTES};
            news.forEach((log, what) -> {
                LogState state = logs.state(log);
                if (state.head().isPresent() && !what.source.equals(Optional.of(link)) && served.test(log, link)) {
                    heads.add(state.head().get());
                    small.computeIfAbsent(log, l -> small(what.from, state, store))
                            .filter(entries -> bytes(entries) <= room[0])
                            .ifPresent(entries -> {
                                room[0] -= bytes(entries);
                                riding.add(entries);
                            });
                }
            });
            send(turn, link, heads, riding);
        }
        news.clear();
    }

    private static void send(Turn turn, LinkId link, List<SignedHead> heads, List<Entries> riding) {
        for (int from = 0; from < heads.size(); from += Limits.HEADS_IN_FRAME) {
            List<SignedHead> part = heads.subList(from, Math.min(heads.size(), from + Limits.HEADS_IN_FRAME));
            turn.send(link, new HeadNotice(part, from == 0 ? riding : List.of()));
        }
    }

    private static Optional<Entries> small(long from, LogState state, LogStore store) {
        SignedHead head = state.head().orElseThrow();
        if (from >= head.size() || from < state.floor()) {
            return Optional.empty();
        }
        List<Entry> entries = store.entries(state.log(), from, head.size(), Limits.RIDING_BYTES);
        Entries frame = new Entries(state.log(), from, entries, head, Optional.empty(), List.of());
        return entries.size() == head.size() - from ? Optional.of(frame.spared()) : Optional.empty();
    }

    private static int bytes(Entries entries) {
        return entries.entries().stream().mapToInt(Entry::sizeBytes).sum();
    }
}
