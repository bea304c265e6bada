// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.replica;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.gorizont.protocol.core.Input;
import org.gorizont.protocol.core.Limits;
import org.gorizont.protocol.core.Outcome;
import org.gorizont.protocol.core.Refusal;
import org.gorizont.protocol.core.ReplicaStatus;
import org.gorizont.protocol.core.Timer;
import org.gorizont.protocol.model.Action;
import org.gorizont.protocol.model.CircleId;
import org.gorizont.protocol.model.Fraction;
import org.gorizont.protocol.model.Hash;
import org.gorizont.protocol.model.SchoolId;
import org.gorizont.protocol.model.Terms;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Decisions of a circle: who votes, what is removed, who comes back; P7. */
final class VoteTest {
    private final SmallNetwork network = new SmallNetwork();
    private SmallNetwork.Node alice;
    private SmallNetwork.Node bob;
    private SmallNetwork.Node carol;
    private SmallNetwork.Node dave;
    private CircleId circle;

    @BeforeEach
    void fourSchoolsMeet() {
        alice = network.node("alice");
        bob = network.node("bob");
        carol = network.node("carol");
        dave = network.node("dave");
        circle = alice.found("Горизонт");
        for (SmallNetwork.Node school : List.of(bob, carol, dave)) {
            school.join(alice.invite(circle));
        }
        network.runUntil(() -> nodes().allMatch(node -> members(node).size() == 4 && neighbours(node) == 3));
    }

    private static long neighbours(SmallNetwork.Node node) {
        return node.status().schools().stream()
                .filter(ReplicaStatus.School::connected)
                .count();
    }

    private Stream<SmallNetwork.Node> nodes() {
        return Stream.of(alice, bob, carol, dave);
    }

    private List<SchoolId> members(SmallNetwork.Node node) {
        return circle(node).members();
    }

    private ReplicaStatus.Circle circle(SmallNetwork.Node node) {
        return circle(node, circle);
    }

    private static Action twoSponsors(String name) {
        return new Action.AmendCharter(new Terms(name, 2, Fraction.HALF, Fraction.HALF, 1));
    }

    private static ReplicaStatus.Circle circle(SmallNetwork.Node node, CircleId circle) {
        return node.status().circles().stream()
                .filter(state -> state.id().equals(circle))
                .findFirst()
                .orElseThrow();
    }

    private static List<SchoolId> sorted(SmallNetwork.Node... schools) {
        return Stream.of(schools).map(school -> school.id).sorted().toList();
    }

    /** Everybody votes from now on. */
    private void sealAll() {
        alice.propose(circle, new Action.SealElectorate(sorted(alice, bob, carol, dave)));
        network.runUntil(
                () -> nodes().allMatch(node -> circle(node).electorate().size() == 4));
    }

    private void decide(Hash proposal, SmallNetwork.Node... voters) {
        for (SmallNetwork.Node voter : voters) {
            network.runUntil(() -> circle(voter).proposals().stream()
                    .anyMatch(open -> open.id().equals(proposal)));
            assertInstanceOf(Outcome.Answered.class, voter.answer(circle, proposal, true));
        }
    }

    private Hash remove(SmallNetwork.Node author, SmallNetwork.Node victim) {
        return author.propose(circle, new Action.RemoveSchool(victim.id, List.of()));
    }

    @Test
    void theFoundersVoteUntilTheySealAWiderElectorate() {
        assertEquals(List.of(alice.id), circle(bob).electorate());
        var refused = bob.tryToPropose(circle, new Action.RemoveSchool(carol.id, List.of()));
        assertEquals(
                Refusal.NO_VOTE,
                assertInstanceOf(Outcome.Refused.class, refused).refusal());

        sealAll();

        assertEquals(sorted(alice, bob, carol, dave), circle(dave).electorate());
    }

    @Test
    void aSchoolIsRemovedByMoreThanHalfAndStaysOutAfterRestartsOnAllSides() {
        sealAll();
        Hash proposal = remove(bob, dave);
        decide(proposal, carol);
        network.runFor(Duration.ofSeconds(2));
        assertEquals(4, members(alice).size(), "two of four are not more than half");

        decide(proposal, alice);
        network.runUntil(() ->
                Stream.of(alice, bob, carol).allMatch(node -> members(node).size() == 3));

        nodes().forEach(SmallNetwork.Node::stop);
        nodes().forEach(SmallNetwork.Node::start);
        network.runFor(Duration.ofMinutes(2));
        assertEquals(sorted(alice, bob, carol), members(alice));
        assertEquals(sorted(alice, bob, carol), members(carol));
        alice.publish(1, 50);
        network.runUntil(() -> carol.holds(alice.catalogue()) == 1);
        network.runFor(Duration.ofMinutes(2));
        assertEquals(0, dave.holds(alice.catalogue()));
        assertTrue(dave.status().schools().stream().noneMatch(ReplicaStatus.School::connected));
    }

    @Test
    void aSchoolThatWasOffWhenItWasRemovedIsToldWhyAndGetsNothingElse() {
        sealAll();
        dave.stop();
        decide(remove(bob, dave), carol, alice);
        network.runUntil(() ->
                Stream.of(alice, bob, carol).allMatch(node -> members(node).size() == 3));
        alice.publish(1, 50);

        dave.start();
        network.runUntil(() -> members(dave).equals(sorted(alice, bob, carol)));
        network.runFor(Duration.ofMinutes(2));

        assertEquals(0, dave.holds(alice.catalogue()));
    }

    @Test
    void aNewCodeDoesNotBringARemovedSchoolBack() {
        sealAll();
        decide(remove(bob, dave), carol, alice);
        network.runUntil(() -> members(alice).size() == 3);
        dave.stop();
        dave.store = new org.gorizont.protocol.memory.MemoryLogStore(network.bytes(16));
        dave.start();

        Outcome outcome = dave.join(alice.invite(circle));

        assertEquals(
                Refusal.INVITATION_REFUSED,
                assertInstanceOf(Outcome.Refused.class, outcome).refusal());
    }

    @Test
    void aRemovedSchoolThatTriesANewCodeIsToldThatItWasRemoved() {
        sealAll();
        decide(remove(bob, dave), carol, alice);
        network.runUntil(
                () -> Stream.of(alice, dave).allMatch(node -> members(node).size() == 3));

        assertEquals(Refusal.REMOVED, refusal(dave.join(alice.invite(circle))));
        network.runUntil(() -> neighbours(dave) == 0);
        assertTrue(
                dave.status().schools().stream()
                        .filter(school -> !school.id().equals(dave.id))
                        .allMatch(school -> school.reach().how() == ReplicaStatus.How.APART),
                "nobody is said to be tried again");
    }

    @Test
    void moreSponsorsAreNotProposedWhileAMemberHasNoVoteOrNobodyCouldComeIn() {
        assertEquals(Refusal.MEMBERS_WITHOUT_VOTE, refusal(alice.tryToPropose(circle, twoSponsors("Горизонт"))));

        sealAll();
        network.runUntil(() -> circle(alice).electorate().size() == 4);
        Action five = new Action.AmendCharter(new Terms("Горизонт", 5, Fraction.HALF, Fraction.HALF, 1));
        assertEquals(Refusal.TOO_FEW_MEMBERS, refusal(alice.tryToPropose(circle, five)));
        alice.propose(circle, twoSponsors("Горизонт"));
    }

    private static Refusal refusal(Outcome outcome) {
        return assertInstanceOf(Outcome.Refused.class, outcome).refusal();
    }

    @Test
    void whatARemovedSchoolDidBeforeTheCutStands() {
        var erin = network.node("erin");
        erin.join(dave.invite(circle));
        network.runUntil(() -> nodes().allMatch(node -> members(node).size() == 5));
        sealAll();
        decide(remove(bob, dave), carol, alice);
        network.runUntil(() -> members(alice).size() == 4);
        assertTrue(members(alice).contains(erin.id), "dave has let erin in");

        var frank = network.node("frank");
        frank.join(alice.invite(circle));
        network.runUntil(() -> members(frank).equals(members(alice)));
        assertTrue(members(frank).contains(erin.id), "and a newcomer knows it, too");
    }

    @Test
    void removalsOfEachOtherBothStand() {
        sealAll();
        Hash ofBob = remove(alice, bob);
        network.runUntil(() -> !circle(bob).proposals().isEmpty());
        Hash ofAlice = remove(bob, alice);
        decide(ofBob, carol);
        decide(ofAlice, carol);
        network.runUntil(() -> circle(dave).proposals().size() == 2);
        // Alice makes her certificate, and nobody hears of it before bob's has cut her off.
        network.lose((from, _) -> from == alice);
        dave.answer(circle, ofBob, true);
        dave.answer(circle, ofAlice, true);

        network.runUntil(() -> members(carol).equals(sorted(bob, carol, dave)));
        network.runUntil(() -> members(carol).equals(sorted(carol, dave)));
        network.runUntil(() -> members(dave).equals(sorted(carol, dave)));
    }

    @Test
    void theFounderCannotOutvoteTheCircleThatItHasLetGrow() {
        sealAll();
        // The old electorate was alice alone. Its proposals are no longer put to the vote.
        Hash proposal = remove(alice, dave);
        network.runFor(Duration.ofMinutes(30));

        assertEquals(4, members(bob).size());
        assertEquals(proposal, circle(bob).proposals().getFirst().id());
    }

    @Test
    void aSingleFounderWhoWantsTwoSponsorsLetsTheSecondSchoolInByVote() {
        CircleId strict = alice.found("Двое", 2);
        assertEquals(new Outcome.Sponsored(strict, 1), bob.join(alice.invite(strict)));

        alice.propose(strict, new Action.SealElectorate(sorted(alice, bob)));
        network.runUntil(() -> alice.status().circles().stream()
                .anyMatch(state -> state.id().equals(strict) && state.members().size() == 2));
    }

    @Test
    void theThirdSchoolNeedsTheSecondCodeToo() {
        CircleId strict = alice.found("Двое", 1);
        bob.join(alice.invite(strict));
        alice.propose(strict, new Action.SealElectorate(sorted(alice, bob)));
        network.runUntil(() -> circle(bob, strict).electorate().size() == 2);
        Hash amendment = alice.propose(strict, twoSponsors("Двое"));
        network.runUntil(() -> !circle(bob, strict).proposals().isEmpty());
        bob.answer(strict, amendment, true);
        network.runUntil(() -> Stream.of(alice, bob)
                .allMatch(node -> node.status().circles().stream()
                        .anyMatch(state -> state.id().equals(strict)
                                && state.terms().sponsors() == 2
                                && state.electorate().size() == 2)));

        var erin = network.node("erin");
        Outcome first = erin.join(alice.invite(strict));
        assertEquals(new Outcome.Sponsored(strict, 1), first);
        network.breakLinks();
        network.runFor(Duration.ofMinutes(1));

        assertEquals(new Outcome.Joined(strict), erin.join(bob.invite(strict)));
    }

    @Test
    void whoLeavesIsOutAndComesBackByANewCode() {
        assertInstanceOf(Outcome.Left.class, dave.leave(circle));
        network.runUntil(() ->
                Stream.of(alice, bob, carol).allMatch(node -> members(node).size() == 3));
        network.runFor(Duration.ofMinutes(1));
        alice.publish(1, 50);
        network.runUntil(() -> carol.holds(alice.catalogue()) == 1);
        network.runFor(Duration.ofMinutes(1));
        assertEquals(0, dave.holds(alice.catalogue()));

        assertEquals(new Outcome.Joined(circle), dave.join(bob.invite(circle)));
        network.runUntil(() -> dave.holds(alice.catalogue()) == 1);
        network.runUntil(() -> nodes().allMatch(node -> members(node).size() == 4));
    }

    @Test
    void noVoteIsAwaitedOfWhoHasLeft() {
        sealAll();
        alice.propose(circle, twoSponsors("Горизонт"));
        network.runUntil(() -> circle(dave).proposals().stream().anyMatch(ReplicaStatus.Open::waiting));

        dave.leave(circle);

        assertTrue(circle(dave).proposals().stream().noneMatch(ReplicaStatus.Open::waiting));
    }

    @Test
    void whoWasOffLearnsThatSomebodyHasLeft() {
        carol.stop();
        dave.leave(circle);
        network.runUntil(() -> members(alice).size() == 3);
        carol.start();

        network.runUntil(() -> members(carol).size() == 3);
    }

    @Test
    void votesOfOneCircleNeverReachAnother() {
        CircleId other = dave.found("Другая");
        var erin = network.node("erin");
        erin.join(dave.invite(other));
        sealAll();
        decide(alice.propose(circle, new Action.DeclareDormant(carol.id)), bob, dave);
        network.runUntil(() -> !circle(dave).decided().isEmpty());
        network.runFor(Duration.ofMinutes(2));

        assertTrue(erin.store.logs().stream()
                .noneMatch(state ->
                        state.log().scope().circle().filter(circle::equals).isPresent()));
    }

    @Test
    void othersMakeTheCertificateWhenItsAuthorIsOff() {
        sealAll();
        Hash proposal = alice.propose(circle, new Action.DeclareDormant(carol.id));
        network.runUntil(() ->
                !circle(bob).proposals().isEmpty() && !circle(dave).proposals().isEmpty());
        alice.stop();
        decide(proposal, bob, dave);
        network.runFor(Duration.ofMinutes(5));
        assertEquals(List.of(), circle(bob).decided());

        network.runFor(Limits.CERTIFICATE_PATIENCE);

        assertEquals(proposal, circle(bob).decided().getFirst().id());
    }

    @Test
    void aTimerThatFiresAMomentEarlyCountsAllTheSame() {
        alice.propose(circle, new Action.SealElectorate(sorted(alice, bob)));
        network.loseTimers(Timer.VOTES);
        network.runFor(Limits.VOTES_DELAY.minusMillis(1));
        alice.input(new Input.TimerFired(Timer.VOTES));

        assertEquals(sorted(alice, bob), circle(alice).electorate());
    }

    @Test
    void w31ASchoolHasFourProposalsOpenAtATime() {
        sealAll();
        for (SmallNetwork.Node school : List.of(alice, bob, carol, dave)) {
            bob.propose(circle, new Action.DeclareDormant(school.id));
        }
        var fifth = bob.tryToPropose(circle, new Action.RemoveSchool(dave.id, List.of()));

        assertEquals(
                Refusal.TOO_MANY_PROPOSALS,
                assertInstanceOf(Outcome.Refused.class, fifth).refusal());
    }

    @Test
    void w27ASecondAnswerIsRefused() {
        sealAll();
        Hash proposal = remove(bob, dave);
        network.runUntil(() -> !circle(carol).proposals().isEmpty());
        carol.answer(circle, proposal, false);

        Outcome second = carol.answer(circle, proposal, true);

        assertEquals(
                Refusal.ALREADY_ANSWERED,
                assertInstanceOf(Outcome.Refused.class, second).refusal());
    }
}
