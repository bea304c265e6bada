// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.replica;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.gorizont.protocol.core.Change;
import org.gorizont.protocol.core.LogState;
import org.gorizont.protocol.core.LogStore;
import org.gorizont.protocol.core.Turn;
import org.gorizont.protocol.log.Superseding;
import org.gorizont.protocol.log.Superseding.Fate;
import org.gorizont.protocol.log.Version;
import org.gorizont.protocol.log.Version.Presence;
import org.gorizont.protocol.model.Channel;
import org.gorizont.protocol.model.Entry;
import org.gorizont.protocol.model.Header;
import org.gorizont.protocol.model.LogId;
import org.gorizont.protocol.model.RecordId;

/**
 * Lets bodies go as {@link Superseding} says, in the turn in which what ends them comes, and so in the same write: no crash
 * is between them. Membership follows from the bodies of CONTROL, so that these all stay.
 */
final class BodyKeeping {
    private final LogStore store;
    private final LogTable logs;
    private final HeldVersions versions;
    /** Logs of which other bodies are missing than before. */
    private final TreeSet<LogId> changed = new TreeSet<>();
    /** What went in {@link #turn}, which the store does not tell yet. */
    private final TreeSet<Place> gone =
            new TreeSet<>(Comparator.comparing(Place::log).thenComparingLong(Place::seq));

    private Optional<Turn> turn = Optional.empty();

    private record Place(LogId log, long seq) {}

    BodyKeeping(LogStore store, LogTable logs, KnownIdentities identities) {
        this.store = store;
        this.logs = logs;
        this.versions = new HeldVersions(store, logs, identities);
    }

    /**
     * Entries from {@code from} on have come, and are among the changes of the turn.
     *
     * @return whether none of their bodies is waited for
     */
    boolean grown(Turn now, LogId log, long from, List<Entry> added) {
        if (!isControl(log)) {
            begin(now);
            settle(now, log, from, added);
        }
        for (int i = 0; i < added.size(); i++) {
            if (added.get(i).lacksBody() && !gone.contains(new Place(log, from + i))) {
                return false;
            }
        }
        return true;
    }

    /** The body of an entry that was held without it is among the changes of the turn. */
    void found(Turn now, LogId log, long seq, Entry entry) {
        if (!isControl(log) && seq < logs.effectiveEnd(logs.state(log))) {
            begin(now);
            settle(now, log, seq, List.of(entry));
        }
    }

    /** Whether a body is waited for: none is that has gone, also in this turn. */
    boolean isAwaited(Turn now, LogId log, long seq) {
        begin(now);
        return !gone.contains(new Place(log, seq)) && versions.isMissing(log, seq);
    }

    /** Entries from {@code size} on go: bodies that went for them alone are waited for again. */
    void cut(Turn now, LogState before, long size) {
        LogId log = before.log();
        if (isControl(log)) {
            return;
        }
        TreeSet<RecordId> records = new TreeSet<>();
        for (long seq = size; seq < before.held(); seq++) {
            store.entry(log, seq).flatMap(Entry::header).map(Header::record).ifPresent(records::add);
        }
        for (RecordId record : records) {
            List<Version> all = versions.newer(log, record);
            versions.older(log, record, size, all::add);
            Superseding rule = new Superseding();
            for (Version version : ordered(all)) {
                if (rule.take(version) == Fate.STAYS && version.body() == Presence.GONE) {
                    now.persist(new Change.BodyAwaited(version.log(), version.seq()));
                    changed.add(version.log());
                }
            }
        }
    }

    /** Logs of which other bodies are missing since this was last asked. */
    List<LogId> takeChanged() {
        List<LogId> taken = List.copyOf(changed);
        changed.clear();
        return taken;
    }

    /** The new versions of each record, newest first. */
    private static TreeMap<RecordId, List<Version>> fresh(LogId log, long from, List<Entry> added) {
        TreeMap<RecordId, List<Version>> records = new TreeMap<>();
        for (int i = added.size() - 1; i >= 0; i--) {
            HeldVersions.version(log, from + i, added.get(i), Presence.MISSING)
                    .ifPresent(
                            version -> records.computeIfAbsent(version.header().record(), _ -> new ArrayList<>())
                                    .add(version));
        }
        return records;
    }

    private void settle(Turn now, LogId log, long from, List<Entry> added) {
        TreeMap<RecordId, List<Version>> fresh = fresh(log, from, added);
        SortedSet<RecordId> held = versions.heldBesides(log, from, fresh.navigableKeySet());
        fresh.forEach((record, newest) -> {
            if (newest.size() > 1 || held.contains(record)) {
                settle(now, log, record, newest);
            }
        });
    }

    private void settle(Turn now, LogId log, RecordId record, List<Version> newest) {
        List<Version> all = new ArrayList<>(versions.newer(log, record));
        all.addAll(newest);
        Superseding look = new Superseding();
        all.forEach(look::take);
        if (look.isIdle() && all.stream().noneMatch(Version::isRestated)) {
            return;
        }
        int come = all.size();
        long below = newest.getLast().seq();
        versions.older(log, record, below, version -> {
            all.add(version);
            look.take(version);
            return !look.isSettledBefore(version);
        });
        if (all.stream().anyMatch(Version::isRestated)) {
            // Its place in the log tells nothing of its place in the order: only all of them do.
            all.subList(come, all.size()).clear();
            versions.older(log, record, below, all::add);
        }
        Superseding rule = new Superseding();
        ordered(all).forEach(version -> carryOut(now, version, rule.take(version)));
    }

    /** The greatest first. */
    private static List<Version> ordered(List<Version> versions) {
        return versions.stream().sorted(Comparator.reverseOrder()).toList();
    }

    private void carryOut(Turn now, Version version, Fate fate) {
        if (!version.canGo() || fate == Fate.STAYS) {
            return;
        }
        LogId log = version.log();
        now.persist(
                fate == Fate.ERASED
                        ? new Change.BodyErased(log, version.seq())
                        : new Change.BodyDropped(log, version.seq()));
        gone.add(new Place(log, version.seq()));
        if (version.body() == Presence.MISSING && versions.isMissing(log, version.seq())) {
            changed.add(log);
        }
    }

    private static boolean isControl(LogId log) {
        return log.channel().equals(Channel.CONTROL);
    }

    private void begin(Turn now) {
        if (turn.filter(known -> known == now).isEmpty()) {
            turn = Optional.of(now);
            gone.clear();
        }
    }
}
