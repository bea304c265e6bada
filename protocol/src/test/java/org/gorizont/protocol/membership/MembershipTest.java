// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.membership;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.gorizont.protocol.actors.Entries;
import org.gorizont.protocol.core.Draft;
import org.gorizont.protocol.model.Body;
import org.gorizont.protocol.model.Bytes;
import org.gorizont.protocol.model.Channel;
import org.gorizont.protocol.model.Entry;
import org.gorizont.protocol.model.Kind;
import org.gorizont.protocol.model.LogId;
import org.gorizont.protocol.model.Retention;
import org.gorizont.protocol.model.SchoolId;
import org.gorizont.protocol.model.Scope;
import org.gorizont.protocol.model.Sponsorship;
import org.gorizont.protocol.model.Verb;
import org.junit.jupiter.api.Test;

class MembershipTest {
    private final SchoolId alice = Circle.school("alice");
    private final SchoolId bob = Circle.school("bob");
    private final SchoolId carol = Circle.school("carol");
    private final SchoolId dave = Circle.school("dave");
    private final Circle circle = Circle.of("Мариинск", 1, alice);
    private final Membership membership = Circle.membership();

    @Test
    void founderIsMemberOnceItHasAdoptedTheCharter() {
        assertFalse(membership.addCharter(circle.id(), circle.charter()));
        assertEquals(Set.of(), membership.members(circle.id()));

        assertTrue(membership.fold(circle.control(alice), 0, circle.adoption()));

        assertEquals(Set.of(alice), membership.members(circle.id()));
    }

    @Test
    void charterEntryMakesTheCharterKnown() {
        assertFalse(membership.charterKnown(circle.id()));
        assertThrows(IllegalArgumentException.class, () -> membership.charter(circle.id()));

        membership.fold(circle.control(bob), 0, circle.adoption());

        assertEquals(circle.charter(), membership.charter(circle.id()));
        assertEquals(Set.of(), membership.members(circle.id()), "bob is no founder");
    }

    @Test
    void oneSponsorAdmitsWhereTheCharterAsksForOne() {
        aliceFounds();

        assertTrue(sponsors(alice, bob));
        assertTrue(sponsors(bob, carol));

        assertEquals(Set.of(alice, bob, carol), membership.members(circle.id()));
    }

    @Test
    void twoSponsorsMustBeTwoSchools() {
        Circle strict = Circle.of("strict", 2, alice, bob);
        membership.fold(strict.control(alice), 0, strict.adoption());
        membership.fold(strict.control(bob), 0, strict.adoption());

        membership.fold(strict.control(alice), 1, strict.sponsorship(carol));
        membership.fold(strict.control(alice), 2, strict.sponsorship(carol));
        assertFalse(membership.isMember(strict.id(), carol));

        assertTrue(membership.fold(strict.control(bob), 1, strict.sponsorship(carol)));
        assertTrue(membership.isMember(strict.id(), carol));
    }

    @Test
    void sponsorshipByAStrangerWaitsUntilTheStrangerIsAMember() {
        aliceFounds();

        assertFalse(sponsors(bob, carol));
        assertEquals(Set.of(alice), membership.members(circle.id()));

        assertTrue(sponsors(alice, bob));
        assertEquals(Set.of(alice, bob, carol), membership.members(circle.id()));
    }

    @Test
    void strangersWhoSponsorOneAnotherStayOutside() {
        aliceFounds();

        sponsors(bob, carol);
        sponsors(carol, bob);
        sponsors(bob, bob);

        assertEquals(Set.of(alice), membership.members(circle.id()));
    }

    @Test
    void w17_sameEntryAgainChangesNothing() {
        aliceFounds();
        sponsors(alice, bob);

        assertFalse(membership.fold(circle.control(alice), 0, circle.adoption()));
        assertFalse(sponsors(alice, bob));
        assertFalse(membership.addCharter(circle.id(), circle.charter()));
        assertEquals(Set.of(alice, bob), membership.members(circle.id()));
    }

    @Test
    void withdrawingASponsorshipTakesNothingBack() {
        aliceFounds();
        sponsors(alice, bob);
        Draft draft = ControlDrafts.sponsorship(Sponsorship.first(circle.id(), bob), Entries.SALT, Entries.MORNING);

        for (Verb verb : List.of(Verb.WITHDRAW, Verb.ERASE)) {
            Draft withdrawal = new Draft(
                    draft.kind(),
                    draft.record(),
                    verb,
                    Retention.HISTORY,
                    Entries.MORNING,
                    List.of(),
                    Optional.empty());
            assertFalse(membership.fold(circle.control(alice), 5, Entries.of(withdrawal)));
        }

        assertTrue(membership.isMember(circle.id(), bob));
    }

    @Test
    void w20_entryInAnotherLogHasNoEffect() {
        aliceFounds();
        Circle other = Circle.of("other", 1, alice);
        LogId catalogue = new LogId(alice, Channel.CATALOGUE, Scope.of(circle.id()), 0);
        LogId everywhere = new LogId(alice, Channel.CONTROL, Scope.everyCircle(), 0);

        assertFalse(membership.fold(catalogue, 1, circle.sponsorship(bob)));
        assertFalse(membership.fold(everywhere, 1, circle.sponsorship(bob)));
        assertFalse(membership.fold(circle.control(alice), 1, other.sponsorship(bob)));
        assertFalse(membership.fold(circle.control(alice), 1, other.adoption()));

        assertFalse(membership.isMember(circle.id(), bob));
        assertEquals(Set.of(alice), membership.members(circle.id()));
    }

    @Test
    void founderThatAdoptsAnotherCharterIsNoMember() {
        membership.addCharter(circle.id(), circle.charter());
        Circle other = Circle.of("other", 1, alice);

        assertFalse(membership.fold(circle.control(alice), 0, other.adoption()));
        assertEquals(Set.of(), membership.members(circle.id()));
        assertFalse(membership.charterKnown(other.id()));
    }

    @Test
    void w27_voidEntriesHaveNoEffect() {
        aliceFounds();
        Draft good = ControlDrafts.sponsorship(Sponsorship.first(circle.id(), bob), Entries.SALT, Entries.MORNING);
        Bytes content = good.body().orElseThrow().content();

        assertVoid(Entries.of(changed(good, good.kind(), Retention.HISTORY, content.plus(Bytes.ofHex("ff")))));
        assertVoid(Entries.of(changed(good, good.kind(), Retention.HISTORY, Bytes.empty())));
        assertVoid(Entries.of(changed(good, good.kind(), Retention.LATEST, content)));
        assertVoid(Entries.of(good, true));
        assertVoid(Entries.of(good).withoutBody());
        assertVoid(new Entry(Bytes.zeros(3), () -> circle.id().hash(), Optional::empty, good.body()));
    }

    @Test
    void w32_newerMajorVersionIsNotReadAndNewerMinorIs() {
        aliceFounds();
        Draft good = ControlDrafts.sponsorship(Sponsorship.first(circle.id(), bob), Entries.SALT, Entries.MORNING);
        Bytes content = good.body().orElseThrow().content();

        assertVoid(Entries.of(changed(good, new Kind("sponsorship", 2, 0), Retention.HISTORY, content)));
        Entry minor = Entries.of(changed(good, new Kind("sponsorship", 1, 7), Retention.HISTORY, content));
        assertTrue(membership.fold(circle.control(alice), 1, minor));
    }

    @Test
    void bodyThatComesLaterHasItsEffectThen() {
        aliceFounds();
        Entry sponsorship = circle.sponsorship(bob);

        assertFalse(membership.fold(circle.control(alice), 1, sponsorship.withoutBody()));
        assertTrue(membership.fold(circle.control(alice), 1, sponsorship));
    }

    @Test
    void nothingBeyondASealOrForkHasEffectUntilThatIsLifted() {
        aliceFounds();
        membership.fold(circle.control(alice), 1, circle.sponsorship(bob));
        membership.fold(circle.control(alice), 2, circle.sponsorship(carol));
        membership.fold(circle.control(carol), 0, circle.sponsorship(dave));

        assertTrue(membership.clip(circle.control(alice), 2));
        assertEquals(Set.of(alice, bob), membership.members(circle.id()));
        assertFalse(membership.fold(circle.control(alice), 3, circle.sponsorship(dave)));

        assertTrue(membership.clip(circle.control(alice), Long.MAX_VALUE));
        assertEquals(Set.of(alice, bob, carol, dave), membership.members(circle.id()));
    }

    @Test
    void candidatesAreMembersFoundersAndProvisionalOnes() {
        Circle pair = Circle.of("pair", 1, alice, bob);
        membership.fold(pair.control(alice), 0, pair.adoption());
        membership.addProvisional(pair.id(), carol);

        assertEquals(Set.of(alice), membership.members(pair.id()));
        assertEquals(Set.of(alice, bob, carol), membership.candidates(pair.id()));
        assertTrue(membership.isCandidate(pair.id(), carol));

        membership.removeProvisional(pair.id(), carol);
        assertFalse(membership.isCandidate(pair.id(), carol));
        assertFalse(membership.isCandidate(pair.id(), dave));
    }

    @Test
    void tellsWhichCirclesSchoolsShare() {
        Circle other = Circle.of("other", 1, alice, bob);
        aliceFounds();
        membership.fold(other.control(alice), 0, other.adoption());
        membership.fold(other.control(bob), 0, other.adoption());
        sponsors(alice, carol);

        assertEquals(new TreeSet<>(List.of(circle.id(), other.id())), membership.circlesOf(alice));
        assertEquals(Set.of(other.id()), membership.shared(alice, bob));
        assertEquals(Set.of(circle.id()), membership.shared(carol, alice));
        assertEquals(Set.of(), membership.shared(bob, carol));
        assertEquals(Set.of(), membership.circlesOf(dave));
    }

    @Test
    void membersThatWereAskedForDoNotChangeLater() {
        aliceFounds();
        Set<SchoolId> before = membership.members(circle.id());

        sponsors(alice, bob);

        assertEquals(Set.of(alice), before);
        assertThrows(UnsupportedOperationException.class, () -> before.add(bob));
    }

    @Test
    void secondSponsorshipOfASchoolIsTheSameRecord() {
        Draft first = ControlDrafts.sponsorship(Sponsorship.first(circle.id(), bob), Entries.SALT, Entries.MORNING);
        Draft second = ControlDrafts.sponsorship(
                Sponsorship.first(circle.id(), bob), Bytes.zeros(32), Entries.MORNING.plusSeconds(9));
        Draft ofCarol = ControlDrafts.sponsorship(Sponsorship.first(circle.id(), carol), Entries.SALT, Entries.MORNING);

        assertEquals(first.record(), second.record());
        assertFalse(first.record().equals(ofCarol.record()));
        assertEquals(Retention.HISTORY, first.retention());
    }

    private void aliceFounds() {
        membership.fold(circle.control(alice), 0, circle.adoption());
    }

    private boolean sponsors(SchoolId sponsor, SchoolId school) {
        return membership.fold(circle.control(sponsor), 1, circle.sponsorship(school));
    }

    private void assertVoid(Entry entry) {
        assertFalse(membership.fold(circle.control(alice), 1, entry));
        assertFalse(membership.isMember(circle.id(), bob));
    }

    private static Draft changed(Draft draft, Kind kind, Retention retention, Bytes content) {
        return new Draft(
                kind,
                draft.record(),
                draft.verb(),
                retention,
                draft.claimedAt(),
                List.of(),
                Optional.of(new Body(Entries.SALT, content)));
    }
}
