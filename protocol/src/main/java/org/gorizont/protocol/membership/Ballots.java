// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.membership;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.gorizont.protocol.core.Limits;
import org.gorizont.protocol.model.Bytes;
import org.gorizont.protocol.model.Fraction;
import org.gorizont.protocol.model.Hash;
import org.gorizont.protocol.model.LogId;
import org.gorizont.protocol.model.Proposal;
import org.gorizont.protocol.model.SchoolId;
import org.jspecify.annotations.Nullable;

/**
 * Loose proposals and ballots of a circle, for people to see and for those who make certificates of them. Of a member's
 * proposals, the first {@link Limits#OPEN_PROPOSALS} that are open are put to the vote; a voter's first answer counts.
 */
final class Ballots {
    private final SortedMap<LogId, LogClaims> logs;
    private final @Nullable Decisions decisions;
    private final @Nullable Removals removals;

    Ballots(SortedMap<LogId, LogClaims> logs, @Nullable Decisions decisions, @Nullable Removals removals) {
        this.logs = logs;
        this.decisions = decisions;
        this.removals = removals;
    }

    private record Made(LogId log, long seq, Hash id, Bytes exact, Proposal proposal) {}

    private record Answer(LogId log, long seq, boolean yes) {
        Position position() {
            return new Position(log.incarnation(), seq);
        }
    }

    /** In the order of their authors, each author's from the first on. */
    List<OpenProposal> open() {
        Decisions known = decisions;
        if (known == null) {
            return List.of();
        }
        SortedMap<Hash, SortedMap<SchoolId, Answer>> answers = answers();
        SortedMap<SchoolId, Integer> counts = new TreeMap<>();
        List<OpenProposal> open = new ArrayList<>();
        for (Made made : proposals()) {
            SchoolId author = made.log.school();
            boolean room = counts.getOrDefault(author, 0) < Limits.OPEN_PROPOSALS;
            Optional<OpenProposal> proposal = Optional.of(made)
                    .filter(_ -> room && !known.isDecided(made.id))
                    .flatMap(m -> known.electorate(m.proposal.electorate()))
                    .filter(electorate -> electorate.members().contains(author))
                    .flatMap(electorate -> open(
                            made,
                            electorate,
                            known.movedOnFrom(electorate),
                            answers.getOrDefault(made.id, new TreeMap<>())));
            proposal.ifPresent(found -> {
                counts.merge(author, 1, Integer::sum);
                open.add(found);
            });
        }
        return open;
    }

    /** Empty if the answers that are still possible do not suffice. */
    private static Optional<OpenProposal> open(
            Made made, Electorate electorate, Map<SchoolId, Position> movedOn, Map<SchoolId, Answer> answers) {
        SortedMap<SchoolId, OpenProposal.Place> yes = new TreeMap<>();
        SortedSet<SchoolId> no = new TreeSet<>();
        int possible = 0;
        for (SchoolId voter : electorate.members()) {
            Position moved = movedOn.getOrDefault(voter, Position.NEVER);
            Optional<Answer> answer = Optional.ofNullable(answers.get(voter))
                    .filter(given -> !moved.before(given.position()));
            if (answer.isPresent() && answer.get().yes) {
                yes.put(voter, new OpenProposal.Place(answer.get().log, answer.get().seq));
            } else if (answer.isPresent()) {
                no.add(voter);
            } else if (moved.equals(Position.NEVER)) {
                possible++;
            }
        }
        Fraction needed = Decisions.needed(made.proposal.action(), electorate.terms());
        return needed.exceededBy(yes.size() + possible, electorate.members().size())
                ? Optional.of(new OpenProposal(
                        made.id, made.exact, made.proposal, made.log.school(), electorate.members(), needed, yes, no))
                : Optional.empty();
    }

    private long end(LogId log, LogClaims claims) {
        return removals == null ? claims.end() : removals.end(log, claims);
    }

    private List<Made> proposals() {
        List<Made> made = new ArrayList<>();
        logs.forEach((log, claims) -> claims.votes.all().forEach((vote, seq) -> {
            if (vote instanceof Claim.Proposes proposes && seq < end(log, claims)) {
                made.add(new Made(log, seq, proposes.id(), proposes.exact(), proposes.proposal()));
            }
        }));
        made.sort(Comparator.comparing(Made::log).thenComparingLong(Made::seq));
        return made;
    }

    private SortedMap<Hash, SortedMap<SchoolId, Answer>> answers() {
        SortedMap<Hash, SortedMap<SchoolId, Answer>> answers = new TreeMap<>();
        logs.forEach((log, claims) -> claims.votes.all().forEach((vote, seq) -> {
            if (vote instanceof Claim.Answers(Hash proposal, boolean yes) && seq < end(log, claims)) {
                answers.computeIfAbsent(proposal, _ -> new TreeMap<>())
                        .merge(
                                log.school(),
                                new Answer(log, seq, yes),
                                (a, b) -> b.position().before(a.position()) ? b : a);
            }
        }));
        return answers;
    }
}
