// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.replica;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.gorizont.protocol.core.LinkId;
import org.gorizont.protocol.core.Turn;
import org.gorizont.protocol.core.Verdict;
import org.gorizont.protocol.frame.Addresses;
import org.gorizont.protocol.frame.Answer;
import org.gorizont.protocol.frame.AuthorCard;
import org.gorizont.protocol.frame.Bodies;
import org.gorizont.protocol.frame.CardRequest;
import org.gorizont.protocol.frame.Charters;
import org.gorizont.protocol.frame.Chunk;
import org.gorizont.protocol.frame.ChunkRequest;
import org.gorizont.protocol.frame.CursorPage;
import org.gorizont.protocol.frame.CursorRequest;
import org.gorizont.protocol.frame.Entries;
import org.gorizont.protocol.frame.ForkAlert;
import org.gorizont.protocol.frame.Frame;
import org.gorizont.protocol.frame.Goodbye;
import org.gorizont.protocol.frame.HeadNotice;
import org.gorizont.protocol.frame.Hello;
import org.gorizont.protocol.frame.Identities;
import org.gorizont.protocol.frame.IdentityRequest;
import org.gorizont.protocol.frame.ItemRequest;
import org.gorizont.protocol.frame.ItemVector;
import org.gorizont.protocol.frame.Lineages;
import org.gorizont.protocol.frame.Proof;
import org.gorizont.protocol.frame.ProofRequest;
import org.gorizont.protocol.frame.Query;
import org.gorizont.protocol.frame.Receipts;
import org.gorizont.protocol.frame.SymbolRequest;
import org.gorizont.protocol.frame.Symbols;
import org.gorizont.protocol.frame.Unknown;
import org.gorizont.protocol.frame.Want;
import org.gorizont.protocol.model.CircleId;
import org.gorizont.protocol.model.Entry;
import org.gorizont.protocol.model.LogId;
import org.gorizont.protocol.model.SchoolId;
import org.gorizont.protocol.model.SignedHead;
import org.gorizont.protocol.sync.CirclePull;

/** Frames of a link whose school is known, each to the part that it is for. */
final class Incoming {
    private final Parts parts;

    Incoming(Parts parts) {
        this.parts = parts;
    }

    /** Handles a frame; the problem if it breaks a rule. */
    Optional<String> handle(Turn turn, PeerLink link, SchoolId school, Frame frame) {
        switch (frame) {
            case Hello _ -> {
                return Optional.of("a second Hello");
            }
            case Goodbye _ -> {}
            case CursorRequest f -> ask(link, f.circle(), () -> parts.answers.cursor(turn, link, school, f));
            case SymbolRequest f -> ask(link, f.circle(), () -> parts.answers.symbols(turn, link, f));
            case ItemRequest f -> ask(link, f.circle(), () -> parts.answers.items(turn, link, f));
            case CursorPage f -> pull(link, f.circle()).ifPresent(pull -> pull.page(turn, f));
            case Symbols f -> {
                return pull(link, f.circle()).flatMap(pull -> pull.symbols(turn, f));
            }
            case ItemVector f -> {
                return pull(link, f.circle()).flatMap(pull -> pull.vector(turn, f));
            }
            case HeadNotice f -> {
                return notice(turn, link, f);
            }
            case Want f -> parts.answers.want(turn, link, school, f);
            case Entries f -> {
                return entries(turn, link, f, true);
            }
            case Bodies f -> parts.bodies.received(turn, f);
            case ProofRequest f -> parts.answers.proof(turn, link, school, f);
            case Proof f -> {
                if (!parts.forks.answered(turn, link.id, f)) {
                    parts.seals.answered(turn, link.id, f);
                }
            }
            case IdentityRequest f -> {
                parts.identityMail.asked(turn, link, school, f);
                parts.addresses.about(turn, link, school, f.schools());
            }
            case Identities f -> {
                return parts.identityMail.received(turn, f);
            }
            case Charters f -> {
                boolean joined = parts.joins.charters(turn, f);
                parts.joins.answered(school, f);
                if (parts.returning.charters(turn, school, f.charters()) || joined) {
                    parts.links.of(school).forEach(each -> parts.exchange.adjust(turn, each));
                }
            }
            case Receipts f -> {
                return parts.receipts.received(turn, link, f) ? Optional.empty() : Optional.of("a false receipt");
            }
            case ForkAlert f -> {
                parts.identities.ask(turn, link.id, f.proof().first().log().school());
                return parts.forks.told(turn, link.id, f.proof())
                        ? Optional.empty()
                        : Optional.of("a false fork proof");
            }
            case Lineages f -> {
                return parts.lineages.received(turn, link, f) ? Optional.empty() : Optional.of("a false lineage");
            }
            case Addresses f -> parts.addresses.received(turn, link, f.records());
            case Query _, Answer _, ChunkRequest _, Chunk _, CardRequest _, AuthorCard _, Unknown _ ->
                parts.status.unknownFrame();
        }
        return Optional.empty();
    }

    /** A neighbour names a head of one of our own logs. */
    void ownHead(Turn turn, PeerLink link, SignedHead head) {
        parts.heads.saw(turn, link.id, head);
    }

    private void ask(PeerLink link, CircleId circle, Runnable answer) {
        if (parts.exchange.mayAsk(link, circle)) {
            answer.run();
        }
    }

    private static Optional<CirclePull> pull(PeerLink link, CircleId circle) {
        return Optional.ofNullable(link.pulls.get(circle));
    }

    private Optional<String> notice(Turn turn, PeerLink link, HeadNotice notice) {
        // What has grown in this turn is not stored yet, so that nothing older can be compared with it, and nothing
        // newer
        // can end it: of the logs that a school has for one purpose, one alone grows in a turn.
        Set<LogId> grown = new TreeSet<>();
        for (Entries riding : notice.riding()) {
            if (grown.stream().anyMatch(log -> isOneLine(log, riding.log()))) {
                continue;
            }
            long before = parts.logs.state(riding.log()).held();
            Optional<String> problem = entries(turn, link, riding, false);
            if (problem.isPresent()) {
                return problem;
            }
            if (parts.logs.state(riding.log()).held() > before) {
                grown.add(riding.log());
            }
        }
        notice.heads().stream()
                .filter(head -> !grown.contains(head.log()))
                .forEach(head -> parts.heads.offer(turn, link.id, head));
        return Optional.empty();
    }

    private static boolean isOneLine(LogId one, LogId other) {
        return one.school().equals(other.school())
                && one.channel().equals(other.channel())
                && one.scope().equals(other.scope());
    }

    private Optional<String> entries(Turn turn, PeerLink link, Entries frame, boolean asked) {
        Optional<String> problem = Optional.empty();
        boolean useful = false;
        if (parts.heads.isWanted(frame.log())) {
            EntryGate.Judgement judgement =
                    parts.gate.judge(frame, parts.identities.chain(frame.log().school()));
            switch (judgement.verdict()) {
                case Verdict.Accepted _ -> {
                    useful = true;
                    judgement.passed().ifPresent(passed -> accept(turn, Optional.of(link.id), passed));
                }
                case Verdict.Known _, Verdict.Early _ ->
                    useful = !frame.entries().isEmpty();
                case Verdict.Contradicts _ -> parts.forks.suspect(turn, link.id, frame.head());
                case Verdict.Rejected(String reason) -> problem = Optional.of(reason);
                case Verdict.Unidentified _, Verdict.Uninvited _, Verdict.Stopped _, Verdict.Forked _ -> {}
            }
            judgement.end().ifPresent(end -> parts.growth.ends(turn, frame.log(), end));
        }
        long bytes = frame.entries().stream().mapToLong(Entry::sizeBytes).sum();
        parts.budget.came(frame.log(), turn.now(), bytes);
        if (asked) {
            int count = useful ? frame.entries().size() : 0;
            long held = parts.logs.state(frame.log()).held();
            parts.pulls.answered(turn, link.id, frame.log(), frame.start(), count, bytes, held);
            if (frame.entries().isEmpty() && frame.head().floor() > frame.start() && problem.isEmpty()) {
                // The floor has risen above what was asked for.
                parts.heads.offer(turn, link.id, frame.head());
            }
        }
        return problem;
    }

    /**
     * Takes in what has passed the gate.
     *
     * @param source the link over which it came; empty for a bundle
     */
    void accept(Turn turn, Optional<LinkId> source, EntryGate.Passed passed) {
        turn.persist(passed.changes());
        List<Entry> added = passed.added();
        parts.quotas.grew(
                passed.after().log(), added.stream().mapToLong(Entry::sizeBytes).sum());
        parts.heads.fetched(passed.after());
        if (!parts.growth.letGo(turn, passed.after().log(), passed.from(), added)) {
            parts.bodies.missing(passed.after().log());
        }
        boolean complete = !parts.bodies.isIncomplete(passed.after().log());
        parts.status.accepted(added.size());
        parts.status.heard(passed.after().log().school(), turn.now());
        parts.growth.grown(turn, passed.before(), passed.after(), added, source, complete);
    }
}
