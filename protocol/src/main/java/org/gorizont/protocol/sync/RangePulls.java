// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.sync;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.gorizont.protocol.core.Limits;
import org.gorizont.protocol.core.LinkId;
import org.gorizont.protocol.core.Turn;
import org.gorizont.protocol.frame.Want;
import org.gorizont.protocol.model.LogId;

/**
 * Which ranges to ask of whom. A log that is behind has sources (links that announced more of it); for each log and each
 * link a few requests are under way, so that one slow neighbour delays nobody and one large log does not starve others.
 *
 * <p>A request ends with its answer, with its deadline, with its link, or when the source says that it has nothing; the
 * range is then asked of the next source.
 */
public final class RangePulls {
    private static final int FIRST_GUESS_BYTES_PER_ENTRY = 600;
    private static final Duration SOON = Duration.ofSeconds(3);
    private static final Duration LATE = Duration.ofSeconds(10);
    private static final int LEAST_RANGE = 16;

    private final Map<LogId, LogPull> pulls = new LinkedHashMap<>();
    private final Map<LinkId, LinkLoad> loads = new TreeMap<>();
    private final TrafficBudget budget;
    private int bytesPerEntry = FIRST_GUESS_BYTES_PER_ENTRY;

    public RangePulls(TrafficBudget budget) {
        this.budget = budget;
    }

    /**
     * What a link has of a log.
     *
     * @param held we hold it up to here
     * @param floor it begins there, as far as that matters; 0 if it must be taken without a gap
     * @param size the link has it up to here
     * @param sparing whether bodies of what is stated again are here
     * @param anew whether it may begin at the floor without proof that this goes with what is held
     */
    public record Offer(long held, long floor, long size, boolean sparing, boolean anew) {}

    /** {@code link} has more of a log. */
    public void offered(Turn turn, LinkId link, LogId log, Offer offer) {
        if (offer.size <= offer.held) {
            return;
        }
        LogPull pull = pulls.computeIfAbsent(log, l -> new LogPull(offer.held));
        long floor = pull.floor();
        pull.sources.merge(link, offer, (a, b) -> a.size >= b.size ? a : b);
        pull.sparing &= offer.sparing;
        pull.anew |= offer.anew;
        if (pull.floor() > Math.max(floor, pull.held)) {
            // Answers about what lies below would be in the way of those that begin at the floor.
            cancel(pull);
            pull.restart();
        }
        load(link).ready.add(log);
        askOf(turn, link);
    }

    /**
     * An answer for {@code log} came over {@code link} and we now hold it up to {@code held}.
     *
     * @param start of the range that was asked for
     * @param entries entries in the answer, 0 when the neighbour had none or they were refused
     * @param bytes their size
     */
    public void answered(Turn turn, LinkId link, LogId log, long start, int entries, long bytes, long held) {
        budget.answered(log, link);
        if (entries > 0) {
            bytesPerEntry = (int) Math.max(1, (3L * bytesPerEntry + bytes / entries) / 4);
        }
        LogPull pull = pulls.get(log);
        if (pull == null) {
            return;
        }
        boolean asked = pull.requests.stream().anyMatch(request -> request.link.equals(link) && request.from == start);
        boolean whole = release(turn, pull, link, log, start, start + entries);
        pull.held = held;
        if (entries == 0 && asked) {
            pull.sources.remove(link);
        }
        if (!whole) {
            cancel(pull);
        }
        if (pull.requests.isEmpty() || pull.next < held) {
            pull.restart();
        }
        askAgain(turn, log, pull, link);
    }

    /** Something else (a notice, another path) brought the log to {@code held}. */
    public void advanced(LogId log, long held) {
        LogPull pull = pulls.get(log);
        if (pull != null) {
            pull.held = held;
            pull.next = Math.max(pull.next, held);
            forgetIfDone(log, pull);
        }
    }

    /** The log does not grow any more here. */
    public void stopped(LogId log) {
        LogPull pull = pulls.remove(log);
        if (pull != null) {
            cancel(pull);
        }
    }

    /** The log does not grow beyond {@code end} here. */
    public void capped(Turn turn, LogId log, long end) {
        LogPull pull = pulls.get(log);
        if (pull != null && pull.sources.values().stream().anyMatch(offer -> offer.size > end)) {
            pull.sources.replaceAll((link, offer) -> new Offer(
                    offer.held,
                    offer.floor <= end ? offer.floor : 0,
                    Math.min(offer.size, end),
                    offer.sparing,
                    offer.anew));
            cancel(pull);
            pull.restart();
            pull.sources.keySet().forEach(link -> load(link).ready.add(log));
            forgetIfDone(log, pull);
            List.copyOf(pull.sources.keySet()).forEach(link -> askOf(turn, link));
        }
    }

    /** What is under way for a log is of no use any more: it begins behind a gap, or nobody wants it. */
    private void cancel(LogPull pull) {
        for (Request request : pull.requests) {
            free(request.link);
        }
        pull.requests.clear();
    }

    private void free(LinkId link) {
        LinkLoad load = loads.get(link);
        if (load != null) {
            load.inFlight--;
        }
    }

    public void linkGone(Turn turn, LinkId link) {
        loads.remove(link);
        budget.linkGone(link);
        for (LogId log : List.copyOf(pulls.keySet())) {
            LogPull pull = pulls.get(log);
            if (pull == null) {
                continue;
            }
            boolean asked = pull.requests.removeIf(request -> request.link.equals(link));
            if (pull.sources.remove(link) != null || asked) {
                pull.restart();
                askAgain(turn, log, pull, link);
            }
        }
    }

    /** Gives up requests whose answer is overdue and asks the next source. */
    public void expire(Turn turn) {
        for (LogId log : List.copyOf(pulls.keySet())) {
            LogPull pull = pulls.get(log);
            if (pull == null) {
                continue;
            }
            List<Request> overdue = pull.requests.stream()
                    .filter(request -> isOverdue(request, turn.now()))
                    .toList();
            for (Request request : overdue) {
                pull.requests.remove(request);
                pull.sources.remove(request.link);
                pull.restart();
                free(request.link);
                askAgain(turn, log, pull, request.link);
            }
        }
    }

    /** A slow neighbour that goes on answering gets longer, but not without end: it might withhold just this one. */
    private boolean isOverdue(Request request, Instant now) {
        Instant heard = load(request.link).heard;
        Instant since = heard.isAfter(request.asked) ? heard : request.asked;
        return since.plus(Limits.ANSWER).isBefore(now)
                || request.asked.plus(Limits.ANSWER_OF_SLOW).isBefore(now);
    }

    /** Asks for what was held back, as far as it may be asked for now. */
    public void wake(Turn turn) {
        List.copyOf(loads.keySet()).forEach(link -> askOf(turn, link));
    }

    /** Whether this log is behind, could be asked for, and is not, to spare the line. */
    public boolean isHeldBack(LogId log, Instant now) {
        LogPull pull = pulls.get(log);
        return pull != null && pull.requests.isEmpty() && !budget.allows(log, now);
    }

    /** Whether anything of this log is asked for. */
    public boolean isPulling(LogId log) {
        LogPull pull = pulls.get(log);
        return pull != null && !pull.requests.isEmpty();
    }

    public boolean isIdle() {
        return pulls.isEmpty();
    }

    private void askAgain(Turn turn, LogId log, LogPull pull, LinkId freed) {
        forgetIfDone(log, pull);
        for (LinkId source : List.copyOf(pull.sources.keySet())) {
            // What somebody else was asked for may be free again.
            load(source).ready.add(log);
            askOf(turn, source);
        }
        if (loads.containsKey(freed)) {
            askOf(turn, freed);
        }
    }

    private void forgetIfDone(LogId log, LogPull pull) {
        pull.sources.values().removeIf(offer -> offer.size <= pull.held);
        if (pull.sources.isEmpty()) {
            stopped(log);
        }
    }

    /** Ends the request that began at {@code start}; false if its answer was cut short. */
    private boolean release(Turn turn, LogPull pull, LinkId link, LogId log, long start, long end) {
        for (Iterator<Request> it = pull.requests.iterator(); it.hasNext(); ) {
            Request request = it.next();
            if (request.link.equals(link) && request.from == start) {
                it.remove();
                LinkLoad load = load(link);
                load.inFlight--;
                load.ready.add(log);
                load.answered(request.asked, turn.now());
                return end >= request.to;
            }
        }
        return true;
    }

    private void askOf(Turn turn, LinkId link) {
        LinkLoad load = load(link);
        for (LogId log : List.copyOf(load.ready)) {
            if (load.inFlight >= Limits.REQUESTS_ON_LINK) {
                return;
            }
            LogPull pull = pulls.get(log);
            if (pull == null || !pull.sources.containsKey(link)) {
                load.ready.remove(log);
            } else {
                ask(turn, link, load, log, pull);
            }
        }
    }

    private void ask(Turn turn, LinkId link, LinkLoad load, LogId log, LogPull pull) {
        long end = pull.sizeOf(link);
        while (pull.requests.size() < load.window
                && load.inFlight < Limits.REQUESTS_ON_LINK
                && pull.next < end
                && budget.allows(log, turn.now())) {
            long to = Math.min(end, pull.next + rangeLength());
            turn.send(link, pull.want(log, to));
            budget.asked(log, link, turn.now());
            pull.requests.add(new Request(link, pull.next, to, turn.now()));
            pull.next = to;
            load.inFlight++;
        }
        if (pull.next >= end) {
            load.ready.remove(log);
        }
    }

    private long rangeLength() {
        return Math.clamp(Limits.ANSWER_BYTES * 7L / 8 / bytesPerEntry, LEAST_RANGE, Limits.ENTRIES_IN_FRAME);
    }

    private LinkLoad load(LinkId link) {
        return loads.computeIfAbsent(link, l -> new LinkLoad());
    }

    private record Request(LinkId link, long from, long to, Instant asked) {}

    private static final class LogPull {
        private final Map<LinkId, Offer> sources = new TreeMap<>();
        private final List<Request> requests = new ArrayList<>();
        private long held;
        private long next;
        private boolean sparing = true;
        private boolean anew;

        LogPull(long held) {
            this.held = held;
            this.next = held;
        }

        long sizeOf(LinkId link) {
            Offer offer = sources.get(link);
            return offer == null ? 0 : offer.size;
        }

        /** Where the log begins, by those who have it. */
        long floor() {
            return sources.values().stream().mapToLong(Offer::floor).max().orElse(0);
        }

        void restart() {
            next = Math.max(held, floor());
        }

        Want want(LogId log, long to) {
            boolean begins = next > held && next == floor();
            return begins
                    ? Want.behindGap(log, anew ? 0 : held, next, to)
                    : new Want(log, next, to, List.of(), 0, sparing);
        }
    }

    private static final class LinkLoad {
        private final Set<LogId> ready = new LinkedHashSet<>();
        private int inFlight;
        /** Requests for one log at a time: more to who answers soon, so that slow lines do not choke on what waits. */
        private int window = 2;

        private Instant heard = Instant.MIN;

        void answered(Instant asked, Instant now) {
            heard = now;
            Duration took = Duration.between(asked, now);
            if (took.compareTo(SOON) < 0) {
                window = Math.min(window + 1, Limits.REQUESTS_FOR_LOG);
            } else if (took.compareTo(LATE) > 0) {
                window = 1;
            }
        }
    }
}
