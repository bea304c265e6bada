// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.membership;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.gorizont.protocol.actors.Actor;
import org.gorizont.protocol.actors.Entries;
import org.gorizont.protocol.crypto.Ed25519Verifier;
import org.gorizont.protocol.model.Action;
import org.gorizont.protocol.model.BallotProof;
import org.gorizont.protocol.model.Entry;
import org.gorizont.protocol.model.Fraction;
import org.gorizont.protocol.model.Hash;
import org.gorizont.protocol.model.Leave;
import org.gorizont.protocol.model.LogId;
import org.gorizont.protocol.model.Proposal;
import org.gorizont.protocol.model.SchoolId;
import org.gorizont.protocol.model.SignedHead;
import org.gorizont.protocol.model.Sponsorship;
import org.gorizont.protocol.model.Terms;
import org.gorizont.protocol.property.Property;

/** P6, P7: any order and any subset of sponsorships, ballots, certificates, leaves, cuts and identities, one state. */
final class DecisionsPropertyTest {
    private static final int SCHOOLS = 7;
    private static final List<Actor> ACTORS =
            IntStream.range(0, SCHOOLS).mapToObj(i -> Actor.named("voter " + i)).toList();

    /** Something that a fold is told. */
    private sealed interface Told {
        record Held(LogId log, long seq, Entry entry) implements Told {}

        record Identified(SchoolId school) implements Told {}

        record Clipped(LogId log, long end) implements Told {}
    }

    /** What people would see. */
    private record State(
            SortedSet<SchoolId> members, Electorate electorate, Terms terms, List<Decided> decided, List<Hash> open) {}

    @Property(tries = 60)
    void theStateDependsOnTheSetAndNotOnTheOrder(RandomGenerator random) {
        int founders = 1 + random.nextInt(4);
        Voters voters = new Voters(ACTORS.subList(0, founders), ACTORS.subList(founders, SCHOOLS));
        write(random, voters);
        List<Told> subset = told(random, voters).stream()
                .filter(_ -> random.nextInt(12) > 0)
                .toList();
        State expected = fold(voters, subset);

        for (int i = 0; i < 4; i++) {
            assertEquals(expected, fold(voters, shuffledWithRepeats(subset, random)));
        }
    }

    private static void write(RandomGenerator random, Voters voters) {
        List<Hash> electorates = new ArrayList<>(List.of(voters.circle.id().hash()));
        for (int i = 0; i < 12; i++) {
            Actor author = any(random, ACTORS);
            switch (random.nextInt(4)) {
                case 0 ->
                    voters.write(
                            author,
                            ControlDrafts.sponsorship(
                                    new Sponsorship(
                                            voters.circle.id(),
                                            any(random, ACTORS).id(),
                                            random.nextInt(2)),
                                    Entries.SALT,
                                    Entries.MORNING));
                case 1 ->
                    voters.write(
                            author,
                            ControlDrafts.leave(new Leave(voters.circle.id(), 1), Entries.SALT, Entries.MORNING));
                default -> {
                    Proposal proposal = voters.proposal(any(random, electorates), action(random, voters));
                    voters.write(author, ControlDrafts.proposal(proposal, Entries.SALT, Entries.MORNING));
                    List<BallotProof> ballots = ACTORS.stream()
                            .filter(_ -> random.nextInt(4) > 0)
                            .map(voter -> voters.ballot(voter, proposal, random.nextInt(6) > 0))
                            .toList();
                    if (random.nextInt(4) > 0) {
                        voters.certify(author, proposal, ballots);
                    }
                    if (proposal.action() instanceof Action.SealElectorate) {
                        electorates.add(Voters.id(proposal));
                    }
                }
            }
        }
    }

    private static Action action(RandomGenerator random, Voters voters) {
        Actor school = any(random, ACTORS);
        List<SchoolId> some = ACTORS.stream()
                .filter(actor -> actor.equals(school) || random.nextInt(3) > 0)
                .map(Actor::id)
                .sorted()
                .toList();
        return switch (random.nextInt(6)) {
            case 0, 1 -> new Action.SealElectorate(some);
            case 2 -> new Action.RemoveSchool(school.id(), cut(random, voters, school));
            case 3 ->
                new Action.AmendCharter(new Terms("any", 1 + random.nextInt(2), Fraction.HALF, new Fraction(2, 3), 1));
            case 4 -> new Action.GrantRole(school.id(), "methodist", LocalDate.EPOCH);
            default -> {
                Actor after = any(random, ACTORS);
                yield after.equals(school)
                        ? new Action.DeclareDormant(school.id())
                        : new Action.NameSuccessor(school.id(), after.id(), cut(random, voters, school));
            }
        };
    }

    private static List<SignedHead> cut(RandomGenerator random, Voters voters, Actor school) {
        List<Entry> log = voters.entries(voters.control(school));
        return log.isEmpty() || random.nextInt(4) == 0
                ? List.of()
                : List.of(voters.show(school, log.size() - 1).head());
    }

    private static List<Told> told(RandomGenerator random, Voters voters) {
        List<Told> told = new ArrayList<>();
        voters.logs().forEach((log, entries) -> {
            for (int seq = 0; seq < entries.size(); seq++) {
                told.add(new Told.Held(log, seq, entries.get(seq)));
            }
            if (random.nextInt(6) == 0) {
                told.add(new Told.Clipped(log, random.nextInt(entries.size() + 1)));
            }
        });
        ACTORS.forEach(actor -> told.add(new Told.Identified(actor.id())));
        return told;
    }

    private static State fold(Voters voters, List<Told> all) {
        TreeSet<SchoolId> known = new TreeSet<>();
        Membership membership = new Membership(
                school -> known.contains(school) ? voters.chain(school) : Optional.empty(), new Ed25519Verifier());
        // Whose charter nobody has adopted is known from the first neighbour.
        membership.addCharter(voters.circle.id(), voters.circle.charter());
        for (Told told : all) {
            switch (told) {
                case Told.Held(LogId log, long seq, Entry entry) -> membership.fold(log, seq, entry);
                case Told.Identified(SchoolId school) -> {
                    known.add(school);
                    membership.identified(school);
                }
                case Told.Clipped(LogId log, long end) -> membership.clip(log, end);
            }
        }
        return new State(
                membership.members(voters.circle.id()),
                membership.electorate(voters.circle.id()),
                membership.terms(voters.circle.id()),
                membership.decided(voters.circle.id()),
                membership.proposals(voters.circle.id()).stream()
                        .map(OpenProposal::id)
                        .toList());
    }

    private static List<Told> shuffledWithRepeats(List<Told> told, RandomGenerator random) {
        List<Told> shuffled = new ArrayList<>(told);
        told.stream().filter(_ -> random.nextInt(5) == 0).forEach(shuffled::add);
        Collections.shuffle(shuffled, Random.from(random));
        return shuffled;
    }

    private static <T> T any(RandomGenerator random, List<T> list) {
        return list.get(random.nextInt(list.size()));
    }
}
