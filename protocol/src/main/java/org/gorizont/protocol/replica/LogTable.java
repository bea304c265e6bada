// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.replica;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import org.gorizont.protocol.core.Change;
import org.gorizont.protocol.core.Limits;
import org.gorizont.protocol.core.LogState;
import org.gorizont.protocol.core.LogStore;
import org.gorizont.protocol.core.Logs;
import org.gorizont.protocol.model.Channel;
import org.gorizont.protocol.model.CircleId;
import org.gorizont.protocol.model.LogId;
import org.gorizont.protocol.model.SchoolId;
import org.gorizont.protocol.model.Seal;

/** States of all logs in memory, by log and by arrival. Follows what the replica hands out to be persisted. */
final class LogTable implements Logs {
    private final Map<LogId, LogState> states = new HashMap<>();
    private final TreeMap<Long, LogId> byArrival = new TreeMap<>();
    private final Function<LogId, Optional<Seal>> seals;
    private final Map<Incarnation, Integer> counts = new HashMap<>();
    private final Map<LogId, Long> ends = new HashMap<>();
    private final Map<CircleId, Long> controlled = new HashMap<>();
    /** Logs that may go on behind a gap without proof. */
    private final Set<LogId> unbridged = new TreeSet<>();

    private long lastArrival;

    /** @param seals where a log was sealed, if its epoch has ended, as far as identities are known */
    LogTable(LogStore store, Function<LogId, Optional<Seal>> seals) {
        this.seals = seals;
        lastArrival = store.lastArrival();
        store.logs().forEach(this::put);
    }

    @Override
    public LogState state(LogId log) {
        LogState state = states.get(log);
        return state == null ? LogState.empty(log) : state;
    }

    @Override
    public List<LogState> changedSince(long after, Predicate<LogId> matching, int limit) {
        List<LogState> changed = new ArrayList<>();
        for (LogId log : byArrival.tailMap(after, false).values()) {
            if (changed.size() == limit) {
                break;
            }
            if (matching.test(log)) {
                changed.add(state(log));
            }
        }
        return changed;
    }

    @Override
    public long lastArrival() {
        return lastArrival;
    }

    /** Whether the log's school has so many logs here in that incarnation that a further one is not taken. */
    boolean isFull(LogId log) {
        return counts.getOrDefault(Incarnation.of(log), 0) >= Limits.LOGS_OF_SCHOOL;
    }

    boolean isKnown(LogId log) {
        return states.containsKey(log);
    }

    /** The arrival after which the members of a circle have not changed: of its newest CONTROL entry or body. */
    long membersChanged(CircleId circle) {
        return controlled.getOrDefault(circle, 0L);
    }

    /** Where the log was sealed, if its epoch has ended. */
    Optional<Seal> seal(LogId log) {
        return seals.apply(log);
    }

    /** A limit ends the log: nothing from {@code seq} on is taken. Not written down, since it shows again. */
    void end(LogId log, long seq) {
        ends.merge(log, seq, Math::min);
    }

    /** The first seq that is not taken: of a limit, of a seal, or without a seal where two versions part. */
    long end(LogState state) {
        long versions = seal(state.log()).map(Seal::size).or(state::forkedAt).orElse(Long.MAX_VALUE);
        return Math.min(ends.getOrDefault(state.log(), Long.MAX_VALUE), versions);
    }

    /** The first seq without effect: that of {@link #end}, or where two versions part of which none is known as sealed. */
    long effectiveEnd(LogState state) {
        return Math.min(end(state), state.forkedAt().orElse(Long.MAX_VALUE));
    }

    /** Nobody was found who can prove that the log goes on behind a gap as it began: it may begin anew there. */
    void beginAnew(LogId log) {
        unbridged.add(log);
    }

    boolean mayBeginAnew(LogId log) {
        return unbridged.contains(log);
    }

    long nextArrival() {
        return lastArrival + 1;
    }

    /** Takes over the states among these changes. */
    void put(List<Change> changes) {
        for (Change change : changes) {
            if (change instanceof Change.LogAdvanced(LogState state)) {
                put(state);
            }
        }
    }

    /** Logs of a school of which something is held, or known to exist. */
    List<LogState> of(SchoolId school) {
        return states.values().stream()
                .filter(state -> state.log().school().equals(school))
                .sorted(Comparator.comparing(LogState::log))
                .toList();
    }

    /** Logs of which something is held, or known to exist, in order of their ids. */
    List<LogState> known() {
        return states.values().stream()
                .sorted(Comparator.comparing(LogState::log))
                .toList();
    }

    void put(LogState state) {
        LogState before = states.put(state.log(), state);
        if (state.head().filter(head -> head.size() == state.held()).isPresent()
                && state.beginning().tree().size() > 0) {
            unbridged.remove(state.log());
        }
        if (before == null) {
            counts.merge(Incarnation.of(state.log()), 1, Integer::sum);
        }
        if (before != null && before.arrival() > 0) {
            byArrival.remove(before.arrival());
        }
        if (state.log().channel().equals(Channel.CONTROL)) {
            state.log().scope().circle().ifPresent(circle -> controlled.merge(circle, state.arrival(), Math::max));
        }
        if (state.arrival() > 0) {
            byArrival.put(state.arrival(), state.log());
            lastArrival = Math.max(lastArrival, state.arrival());
        }
    }

    private record Incarnation(SchoolId school, int number) {
        static Incarnation of(LogId log) {
            return new Incarnation(log.school(), log.incarnation());
        }
    }
}
