// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.membership;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.gorizont.protocol.core.Limits;
import org.gorizont.protocol.model.Bytes;
import org.gorizont.protocol.model.Hash;
import org.gorizont.protocol.model.LogId;
import org.gorizont.protocol.model.SchoolId;
import org.junit.jupiter.api.Test;

class MembershipLimitsTest {
    private static final int LIMIT = Limits.CIRCLE_MEMBERS;

    private final SchoolId alice = Circle.school("alice");
    private final Circle circle = Circle.of("large", 1, alice);

    private record Sponsorship(SchoolId sponsor, long seq, SchoolId school) {}

    @Test
    void circleTakesAsManyMembersAsTheLimit() {
        Membership membership = folded(chain(LIMIT - 1));

        assertEquals(LIMIT, membership.members(circle.id()).size());
    }

    /** Each school sponsors the next one: who is too many is who stands furthest from the founder. */
    @Test
    void beyondTheLimitRoundsOfAdmissionDecide() {
        List<Sponsorship> chain = chain(LIMIT + 5);
        Set<SchoolId> expected = new TreeSet<>(List.of(alice));
        chain.subList(0, LIMIT - 1).forEach(sponsorship -> expected.add(sponsorship.school()));

        assertEquals(expected, folded(chain).members(circle.id()));
        assertEquals(expected, folded(shuffled(chain, 1)).members(circle.id()));
    }

    /** Two members sponsor more than the limit between them: within a round, the lowest ids are taken. */
    @Test
    void beyondTheLimitIdsDecideWithinARound() {
        SchoolId bob = Circle.school("bob");
        List<Sponsorship> many = new ArrayList<>(List.of(new Sponsorship(alice, 1, bob)));
        Set<SchoolId> firstRound = new TreeSet<>(List.of(alice, bob));
        Set<SchoolId> secondRound = new TreeSet<>();
        for (int i = 0; i < LIMIT / 2; i++) {
            SchoolId ofAlice = Circle.school("a" + i);
            SchoolId ofBob = Circle.school("b" + i);
            firstRound.add(ofAlice);
            secondRound.add(ofBob);
            many.add(new Sponsorship(alice, 2 + i, ofAlice));
            many.add(new Sponsorship(bob, i, ofBob));
        }
        Set<SchoolId> expected = new TreeSet<>(firstRound);
        secondRound.stream().limit(LIMIT - firstRound.size()).forEach(expected::add);

        assertEquals(expected, folded(many).members(circle.id()));
        assertEquals(expected, folded(shuffled(many, 2)).members(circle.id()));
        assertEquals(expected, folded(shuffled(many, 3)).members(circle.id()));
    }

    @Test
    void ofOneLogOnlyTheFirstClaimsCount() {
        List<Sponsorship> tooMany = new ArrayList<>();
        for (int i = 0; i <= LIMIT; i++) {
            tooMany.add(new Sponsorship(alice, 1 + i, Circle.school("s" + i)));
        }

        for (List<Sponsorship> order : List.of(tooMany, tooMany.reversed(), shuffled(tooMany, 4))) {
            Membership membership = folded(order);
            // The adoption is the first claim of this log.
            assertTrue(membership.isMember(circle.id(), tooMany.get(LIMIT - 2).school()));
            assertFalse(membership.isMember(circle.id(), tooMany.get(LIMIT - 1).school()));
        }
    }

    @Test
    void foldTellsInAnOverfullCircleWhetherMembersChanged() {
        Membership membership = folded(chain(LIMIT - 1));
        List<Sponsorship> further = chain(LIMIT + 1).subList(LIMIT - 1, LIMIT + 1);

        further.forEach(s ->
                assertFalse(membership.fold(circle.control(s.sponsor()), s.seq(), circle.sponsorship(s.school()))));

        assertTrue(membership.fold(circle.control(alice), 9, circle.sponsorship(Circle.school("near"))));
        assertEquals(LIMIT, membership.members(circle.id()).size());
        assertTrue(membership.isMember(circle.id(), Circle.school("near")));
    }

    /** Later members sponsor a founder back: what the founder says still counts once. */
    @Test
    void beyondTheLimitTwoSponsorsMustBeTwoSchools() {
        List<SchoolId> pairs = List.of("alice", "bob", "carol", "dave", "erin", "frank").stream()
                .map(Circle::school)
                .toList();
        SchoolId lonely = new SchoolId(new Hash(Bytes.zeros(Hash.SIZE)));
        Circle strict = Circle.of("strict", 2, pairs.get(0), pairs.get(1));
        Membership membership = Circle.membership();
        for (int i = 0; i < pairs.size(); i++) {
            LogId log = strict.control(pairs.get(i));
            int next = i / 2 * 2 + 2;
            membership.fold(log, 0, strict.adoption());
            membership.fold(log, 1, strict.sponsorship(pairs.get(next % pairs.size())));
            membership.fold(log, 2, strict.sponsorship(pairs.get((next + 1) % pairs.size())));
            membership.fold(log, 3, strict.sponsorship(pairs.get(0)));
        }
        for (int i = 0; i < LIMIT - 4; i++) {
            membership.fold(strict.control(pairs.get(4)), 4 + i, strict.sponsorship(Circle.school("s" + i)));
            membership.fold(strict.control(pairs.get(5)), 4 + i, strict.sponsorship(Circle.school("s" + i)));
        }

        membership.fold(strict.control(pairs.get(0)), 4, strict.sponsorship(lonely));

        assertEquals(LIMIT, membership.members(strict.id()).size());
        assertFalse(membership.isMember(strict.id(), lonely));
    }

    private List<Sponsorship> chain(int length) {
        List<Sponsorship> chain = new ArrayList<>();
        SchoolId last = alice;
        for (int i = 0; i < length; i++) {
            SchoolId next = Circle.school("link " + i);
            chain.add(new Sponsorship(last, 1, next));
            last = next;
        }
        return chain;
    }

    private Membership folded(List<Sponsorship> sponsorships) {
        Membership membership = Circle.membership();
        membership.fold(circle.control(alice), 0, circle.adoption());
        sponsorships.forEach(
                s -> membership.fold(circle.control(s.sponsor()), s.seq(), circle.sponsorship(s.school())));
        return membership;
    }

    private static List<Sponsorship> shuffled(List<Sponsorship> sponsorships, long seed) {
        List<Sponsorship> shuffled = new ArrayList<>(sponsorships);
        Collections.shuffle(shuffled, new Random(seed));
        return shuffled;
    }
}
