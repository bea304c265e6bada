// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.membership;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.gorizont.protocol.actors.Actor;
import org.gorizont.protocol.actors.Entries;
import org.gorizont.protocol.core.Limits;
import org.gorizont.protocol.crypto.Ed25519Verifier;
import org.gorizont.protocol.model.Action;
import org.gorizont.protocol.model.BallotProof;
import org.gorizont.protocol.model.Body;
import org.gorizont.protocol.model.Fraction;
import org.gorizont.protocol.model.Hash;
import org.gorizont.protocol.model.Proposal;
import org.gorizont.protocol.model.SchoolId;
import org.gorizont.protocol.model.Seal;
import org.gorizont.protocol.model.SignedHead;
import org.gorizont.protocol.model.Sponsorship;
import org.gorizont.protocol.model.Terms;
import org.junit.jupiter.api.Test;

/** What certificates decide, and which do not count; P7. */
final class DecisionsTest {
    private final Actor alice = Actor.named("alice");
    private final Actor bob = Actor.named("bob");
    private final Actor carol = Actor.named("carol");
    private final Actor dave = Actor.named("dave");
    private final Actor erin = Actor.named("erin");
    private final Voters voters = new Voters(alice, bob, carol);

    private Hash founders() {
        return voters.circle.id().hash();
    }

    private static List<SchoolId> ids(Actor... actors) {
        return Arrays.stream(actors).map(Actor::id).sorted().toList();
    }

    private static TreeSet<SchoolId> set(Actor... actors) {
        return new TreeSet<>(ids(actors));
    }

    private Proposal removal(Hash electorate, Actor victim) {
        return voters.proposal(electorate, new Action.RemoveSchool(victim.id(), cut(victim)));
    }

    private List<SignedHead> cut(Actor victim) {
        boolean hasWritten = voters.logs().containsKey(voters.control(victim));
        return hasWritten ? List.of(voters.show(victim, 0).head()) : List.of();
    }

    private Proposal seal(Hash electorate, Actor... members) {
        return voters.proposal(electorate, new Action.SealElectorate(ids(members)));
    }

    private TreeSet<SchoolId> members() {
        return new TreeSet<>(voters.fold().members(voters.circle.id()));
    }

    @Test
    void moreThanHalfOfTheFoundersRemoveOneOfThem() {
        voters.decide(removal(founders(), carol), alice, bob);

        assertEquals(set(alice, bob), members());
    }

    @Test
    void halfIsNotEnough() {
        Voters four = new Voters(alice, bob, carol, dave);
        Proposal removal = four.proposal(four.circle.id().hash(), new Action.RemoveSchool(dave.id(), List.of()));
        four.certify(alice, removal, four.yes(alice, removal), four.yes(bob, removal));

        assertEquals(set(alice, bob, carol, dave), new TreeSet<>(four.fold().members(four.circle.id())));
    }

    @Test
    void looseBallotsDecideNothing() {
        Proposal removal = removal(founders(), carol);
        voters.yes(alice, removal);
        voters.yes(bob, removal);

        assertEquals(set(alice, bob, carol), members());
    }

    @Test
    void whatShowsOneBallotTwiceShowsOne() {
        Proposal removal = removal(founders(), carol);
        BallotProof once = voters.yes(alice, removal);
        BallotProof again = voters.yes(alice, removal);
        voters.certify(alice, removal, once, once, again);

        assertEquals(set(alice, bob, carol), members());
    }

    @Test
    void whoIsNotOfTheElectorateHasNoVote() {
        voters.now(dave);
        voters.write(
                alice,
                ControlDrafts.sponsorship(
                        Sponsorship.first(voters.circle.id(), dave.id()), Entries.SALT, Entries.MORNING));
        Proposal removal = removal(founders(), carol);
        voters.certify(alice, removal, voters.yes(alice, removal), voters.yes(dave, removal));

        assertEquals(set(alice, bob, carol, dave), members());
    }

    @Test
    void aNoIsNoYes() {
        Proposal removal = removal(founders(), carol);
        voters.certify(alice, removal, voters.yes(alice, removal), voters.ballot(bob, removal, false));

        assertEquals(set(alice, bob, carol), members());
    }

    @Test
    void aBallotForAnotherProposalDoesNotCount() {
        Proposal removal = removal(founders(), carol);
        Proposal other = voters.proposal(founders(), new Action.DeclareDormant(carol.id()));
        voters.certify(alice, removal, voters.yes(alice, removal), voters.yes(bob, other));

        assertEquals(set(alice, bob, carol), members());
    }

    @Test
    void forgedBallotsDoNotCount() {
        Proposal removal = removal(founders(), carol);
        BallotProof good = voters.yes(bob, removal);
        SignedHead stolen =
                alice.head(good.head().log(), good.head().size(), good.head().root());
        List<BallotProof> forged = List.of(
                new BallotProof(stolen, good.seq(), good.headerBytes(), good.body(), good.path()),
                new BallotProof(good.head(), 0, good.headerBytes(), good.body(), good.path()),
                new BallotProof(
                        good.head(),
                        good.seq(),
                        good.headerBytes(),
                        new Body(Actor.bytes("other"), good.body().content()),
                        good.path()),
                new BallotProof(good.head(), good.seq(), good.headerBytes(), good.body(), List.of()));
        BallotProof own = voters.yes(alice, removal);
        forged.forEach(ballot -> voters.certify(alice, removal, own, ballot));

        assertEquals(set(alice, bob, carol), members());
    }

    @Test
    void aBallotWhoseVoterIsUnknownCountsOnceItIsKnown() {
        voters.decide(removal(founders(), carol), alice, bob);
        boolean[] known = new boolean[1];
        Membership membership = voters.fold(new Membership(
                school -> school.equals(bob.id()) && !known[0] ? Optional.empty() : voters.chain(school),
                new Ed25519Verifier()));
        assertEquals(3, membership.members(voters.circle.id()).size());

        known[0] = true;
        assertEquals(List.of(voters.circle.id()), membership.identified(bob.id()));

        assertEquals(set(alice, bob), membership.members(voters.circle.id()));
    }

    @Test
    void aSealedElectorateVotesAndItsMembersBelongToTheCircle() {
        voters.now(dave);
        Proposal wider = seal(founders(), alice, bob, carol, dave);
        voters.decide(wider, alice, bob);
        assertEquals(set(alice, bob, carol, dave), members());

        voters.decide(removal(Voters.id(wider), carol), dave, alice, bob);

        assertEquals(set(alice, bob, dave), members());
    }

    @Test
    void theFoundersCannotOutvoteTheCircleThatHasGrown() {
        Proposal wider = seal(founders(), alice, bob, carol, dave, erin);
        voters.decide(wider, alice, bob);
        voters.decide(removal(founders(), dave), alice, bob, carol);

        assertTrue(members().contains(dave.id()), "alice and bob have moved on");
    }

    @Test
    void whatTheFoundersDecidedBeforeTheyMovedOnStands() {
        voters.decide(removal(founders(), carol), alice, bob);
        voters.decide(seal(founders(), alice, bob, dave), alice, bob);

        assertEquals(set(alice, bob, dave), members());
    }

    @Test
    void ofTwoChildrenWithCrossedVotesNeitherIsSealed() {
        Proposal one = seal(founders(), alice, bob, dave);
        Proposal other = seal(founders(), alice, bob, erin);
        BallotProof aliceOne = voters.yes(alice, one);
        BallotProof bobOther = voters.yes(bob, other);
        voters.certify(alice, one, aliceOne, voters.yes(bob, one));
        voters.certify(alice, other, voters.yes(alice, other), bobOther);

        assertEquals(set(alice, bob, carol), members());
    }

    @Test
    void removalsOfEachOtherBothStand() {
        Proposal ofCarol = removal(founders(), carol);
        Proposal ofBob = removal(founders(), bob);
        voters.decide(ofCarol, alice, bob);
        voters.decide(ofBob, carol, alice);

        assertEquals(set(alice), members());
    }

    @Test
    void w28TheVoteOfASchoolThatIsRemovedAtTheSameTimeCounts() {
        Proposal ofBob = removal(founders(), bob);
        Proposal dormant = voters.proposal(founders(), new Action.DeclareDormant(carol.id()));
        voters.decide(ofBob, alice, carol);
        voters.decide(dormant, bob, carol);

        assertEquals(
                List.of(Voters.id(dormant)),
                voters.fold().decided(voters.circle.id()).stream()
                        .map(Decided::id)
                        .filter(Voters.id(dormant)::equals)
                        .toList());
    }

    @Test
    void whatARemovedSchoolSaysBeyondTheCutHasNoEffect() {
        List<SignedHead> cut = cut(carol);
        voters.write(
                carol,
                ControlDrafts.sponsorship(
                        Sponsorship.first(voters.circle.id(), dave.id()), Entries.SALT, Entries.MORNING));
        assertTrue(members().contains(dave.id()));

        voters.decide(voters.proposal(founders(), new Action.RemoveSchool(carol.id(), cut)), alice, bob);

        assertEquals(set(alice, bob), members());
    }

    @Test
    void thievesBallotsBeyondTheSealDoNotCount() {
        long sealedAt = voters.entries(voters.control(bob)).size();
        Hash root = voters.show(bob, sealedAt - 1).head().root();
        voters.decide(removal(founders(), carol), alice, bob);
        assertEquals(set(alice, bob), members());

        voters.now(bob.rotated(new Seal(voters.control(bob), sealedAt, root)));

        assertEquals(set(alice, bob, carol), members(), "bob's old key was used after its end");
    }

    @Test
    void theFractionOfTheCharterIsNeededAndNeverLessThanHalf() {
        Terms strict = new Terms("any", 1, new Fraction(3, 4), Fraction.HALF, 1);
        voters.decide(voters.proposal(founders(), new Action.AmendCharter(strict)), alice, bob);
        Proposal again = seal(founders(), alice, bob, carol);
        voters.decide(again, alice, bob);
        voters.decide(removal(Voters.id(again), carol), alice, bob);
        assertEquals(set(alice, bob, carol), members(), "two of three are not more than three quarters");

        assertEquals(Fraction.HALF, new Fraction(1, 10).atLeastHalf());
        assertEquals(new Fraction(3, 4), new Fraction(3, 4).atLeastHalf());
    }

    @Test
    void moreSponsorsThanBeforeAreNeededFromTheAmendmentOn() {
        voters.write(
                alice,
                ControlDrafts.sponsorship(
                        Sponsorship.first(voters.circle.id(), dave.id()), Entries.SALT, Entries.MORNING));
        Terms strict = new Terms("any", 2, Fraction.HALF, Fraction.HALF, 1);
        voters.decide(voters.proposal(founders(), new Action.AmendCharter(strict)), alice, bob);
        assertFalse(members().contains(dave.id()));

        voters.decide(seal(founders(), alice, bob, carol, dave), alice, bob);
        assertTrue(members().contains(dave.id()), "who votes needs no sponsors any more");
    }

    @Test
    void aSuccessorTakesThePlaceOfItsFormerIdentity() {
        voters.decide(
                voters.proposal(founders(), new Action.NameSuccessor(carol.id(), dave.id(), cut(carol))), alice, bob);

        assertEquals(set(alice, bob, dave), members());
    }

    @Test
    void aLargeCertificateComesInPartsInAnyOrder() {
        List<Actor> many = IntStream.range(0, 400)
                .mapToObj(i -> Actor.named("school " + i))
                .toList();
        Voters large = new Voters(List.of(alice), many);
        List<SchoolId> everybody = many.stream().map(Actor::id).sorted().toList();
        Proposal wide = large.proposal(large.circle.id().hash(), new Action.SealElectorate(everybody));
        large.decide(wide, alice);
        Proposal removal = large.proposal(
                Voters.id(wide), new Action.RemoveSchool(many.getFirst().id(), List.of()));
        List<BallotProof> ballots = new ArrayList<>();
        many.subList(1, 203).forEach(voter -> ballots.add(large.yes(voter, removal)));
        large.certify(many.get(1), removal, ballots);
        long parts = large.entries(large.control(many.get(1))).stream()
                .filter(entry -> entry.header().orElseThrow().kind().equals(ControlDrafts.CERTIFICATE_PART))
                .count();
        assertTrue(parts > 0, "it does not fit into one entry");

        Membership membership = new Membership(large::chain, new Ed25519Verifier());
        large.logs().forEach((log, entries) -> {
            for (int seq = entries.size() - 1; seq >= 0; seq--) {
                membership.fold(log, seq, entries.get(seq));
            }
        });
        assertTrue(membership.waitsForParts());
        assertEquals(401, membership.members(large.circle.id()).size());
        assertEquals(List.of(large.circle.id()), membership.join(large::entry));
        assertFalse(membership.waitsForParts());
        assertEquals(400, membership.members(large.circle.id()).size());
        assertTrue(parts <= Limits.CERTIFICATE_PARTS);
    }
}
