// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.membership;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.gorizont.protocol.model.Action;
import org.gorizont.protocol.model.Charter;
import org.gorizont.protocol.model.CircleId;
import org.gorizont.protocol.model.Fraction;
import org.gorizont.protocol.model.Hash;
import org.gorizont.protocol.model.SchoolId;
import org.gorizont.protocol.model.Terms;

/**
 * What follows from the certificates of a circle (docs/protocol.md, "Decisions"): electorates from the founders down, and what
 * each of them has decided. A function of the set of certificates; never asks what came first.
 *
 * <p>A school whose yes a certified-looking child electorate shows has moved on: what it says later in the old electorate
 * does not count. So the founders cannot outvote the circle that they have let grow.
 */
final class Decisions {
    private final SortedMap<Hash, Electorate> electorates = new TreeMap<>();
    private final SortedMap<Hash, SortedMap<SchoolId, Position>> moved = new TreeMap<>();
    private final List<Decided> decided = new ArrayList<>();
    private final SortedSet<Hash> settled = new TreeSet<>();
    private final Collection<Tally> tallies;
    private Electorate newest;
    private Terms terms;

    /** @param tallies in ascending order of their proposals */
    Decisions(CircleId circle, Charter charter, Collection<Tally> tallies) {
        this.tallies = tallies;
        newest = Electorate.founders(circle, charter);
        terms = newest.terms();
        Deque<Electorate> waiting = new ArrayDeque<>(List.of(newest));
        while (!waiting.isEmpty()) {
            waiting.addAll(count(waiting.removeFirst()));
        }
    }

    /** The electorate furthest from the founders; of several, the one with the lowest hash. */
    Electorate newest() {
        return newest;
    }

    Optional<Electorate> electorate(Hash id) {
        return Optional.ofNullable(electorates.get(id));
    }

    Collection<Electorate> electorates() {
        return electorates.values();
    }

    /** Where voters of an electorate have first agreed to a child of it. */
    SortedMap<SchoolId, Position> movedOnFrom(Electorate electorate) {
        return moved.getOrDefault(electorate.id(), Collections.emptySortedMap());
    }

    /** Whether enough schools have said yes to this proposal. */
    boolean isDecided(Hash proposal) {
        return settled.contains(proposal);
    }

    /** What the charter says now. */
    Terms terms() {
        return terms;
    }

    /** Without the electorates, by electorate from the founders down, then by hash. */
    List<Decided> decided() {
        return List.copyOf(decided);
    }

    /** Takes in what an electorate has decided; gives back its children. */
    private List<Electorate> count(Electorate electorate) {
        electorates.put(electorate.id(), electorate);
        SortedMap<SchoolId, Position> movedOn = movedOn(electorate);
        moved.put(electorate.id(), movedOn);
        Terms after = electorate.terms();
        List<Tally> seals = new ArrayList<>();
        for (Tally tally : tallies) {
            Fraction needed = needed(tally.proposal().action(), electorate.terms());
            int yes = yes(tally, electorate, movedOn);
            if (!isOf(tally, electorate)
                    || !needed.exceededBy(yes, electorate.members().size())) {
                continue;
            }
            settled.add(tally.id());
            if (tally.proposal().action() instanceof Action.SealElectorate) {
                seals.add(tally);
            } else {
                decided.add(decided(tally, electorate, yes));
            }
            if (tally.proposal().action() instanceof Action.AmendCharter(Terms amended)) {
                after = amended;
            }
        }
        Terms inherited = after;
        if (isNewer(electorate)) {
            newest = electorate;
            terms = inherited;
        }
        return seals.stream()
                .map(seal -> electorate.child(seal.id(), members(seal), inherited))
                .toList();
    }

    /** Where each voter of an electorate has first agreed to a child that looks certified. */
    private SortedMap<SchoolId, Position> movedOn(Electorate electorate) {
        SortedMap<SchoolId, Position> first = new TreeMap<>();
        for (Tally tally : tallies) {
            boolean seals = tally.proposal().action() instanceof Action.SealElectorate;
            if (seals && isOf(tally, electorate) && looksCertified(tally, electorate)) {
                tally.votes().forEach((voter, position) -> first.merge(voter, position, Position::earlier));
            }
        }
        return first;
    }

    private static boolean looksCertified(Tally tally, Electorate electorate) {
        int yes = yes(tally, electorate, new TreeMap<>());
        return Fraction.HALF.exceededBy(yes, electorate.members().size());
    }

    private static int yes(Tally tally, Electorate electorate, Map<SchoolId, Position> movedOn) {
        return (int) tally.votes().entrySet().stream()
                .filter(vote -> electorate.members().contains(vote.getKey()))
                .filter(vote ->
                        !movedOn.getOrDefault(vote.getKey(), Position.NEVER).before(vote.getValue()))
                .count();
    }

    /** The share of an electorate that an action must exceed, never less than a half. */
    static Fraction needed(Action action, Terms terms) {
        return switch (action) {
            case Action.RemoveSchool _, Action.NameSuccessor _ ->
                terms.removal().atLeastHalf();
            case Action.AmendCharter _ -> terms.amendment().atLeastHalf();
            case Action.SealElectorate _, Action.GrantRole _, Action.DeclareDormant _ -> Fraction.HALF;
        };
    }

    private boolean isNewer(Electorate electorate) {
        return electorate.depth() > newest.depth()
                || electorate.depth() == newest.depth() && electorate.id().compareTo(newest.id()) <= 0;
    }

    private static boolean isOf(Tally tally, Electorate electorate) {
        return tally.proposal().electorate().equals(electorate.id());
    }

    private static List<SchoolId> members(Tally seal) {
        return seal.proposal().action() instanceof Action.SealElectorate(List<SchoolId> members) ? members : List.of();
    }

    private static Decided decided(Tally tally, Electorate electorate, int yes) {
        return new Decided(
                tally.id(), tally.proposal(), yes, electorate.members().size());
    }
}
