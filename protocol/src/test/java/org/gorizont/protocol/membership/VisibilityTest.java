// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.membership;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.gorizont.protocol.model.Channel;
import org.gorizont.protocol.model.CircleId;
import org.gorizont.protocol.model.LogId;
import org.gorizont.protocol.model.SchoolId;
import org.gorizont.protocol.model.Scope;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class VisibilityTest {
    private final SchoolId alice = Circle.school("alice");
    private final SchoolId bob = Circle.school("bob");
    private final SchoolId carol = Circle.school("carol");
    private final SchoolId mallory = Circle.school("mallory");
    private final Circle town = Circle.of("town", 1, alice, bob);
    private final Circle chemistry = Circle.of("chemistry", 1, bob, carol);
    private final Membership membership = Circle.membership();

    @BeforeEach
    void townHasAliceAndBobAndChemistryHasBobAndCarol() {
        adopt(town, alice);
        adopt(town, bob);
        adopt(chemistry, bob);
        adopt(chemistry, carol);
    }

    @Test
    void openLogGoesToEveryCircleOfItsOwner() {
        assertTrue(served(open(bob), alice, bob));
        assertTrue(served(open(bob), carol, bob));
        assertFalse(served(open(bob), mallory, bob));
    }

    @Test
    void logOfACircleStaysInIt() {
        assertTrue(served(scoped(bob, town), alice, bob));
        assertFalse(served(scoped(bob, town), carol, bob));
        assertFalse(served(scoped(bob, chemistry), alice, bob));
    }

    @Test
    void foreignLogGoesOnlyThroughACircleOfAllThree() {
        assertFalse(served(open(carol), alice, bob), "alice shares no circle with carol");
        assertFalse(served(open(carol), bob, alice), "alice herself shares no circle with carol");
        assertTrue(served(open(bob), alice, alice), "a copy goes back to whom it may reach");
        assertTrue(served(open(alice), bob, bob), "also to its owner");
    }

    @Test
    void stateOfACircleThatNeitherBelongsToIsNotServed() {
        assertFalse(served(scoped(alice, chemistry), bob, carol), "alice is no member of the circle of her log");
        assertFalse(served(scoped(bob, town), bob, carol), "carol is no member herself");
    }

    @Test
    void belongsToItsScopeWhileItsOwnerIsAMember() {
        assertTrue(Visibility.belongs(open(bob), town.id(), membership));
        assertTrue(Visibility.belongs(scoped(bob, town), town.id(), membership));
        assertFalse(Visibility.belongs(scoped(bob, town), chemistry.id(), membership));
        assertFalse(Visibility.belongs(open(alice), chemistry.id(), membership));
    }

    @Test
    void logsOfOurCirclesAreWanted() {
        assertTrue(wanted(open(alice), bob));
        assertTrue(wanted(scoped(carol, chemistry), bob));
        assertFalse(wanted(scoped(carol, town), bob), "carol is not in town");
        assertFalse(wanted(open(carol), alice));
        assertFalse(wanted(scoped(carol, chemistry), alice), "alice is not in chemistry");
    }

    @Test
    void logsOfTheInviterAndTheFoundersAreWantedWhileJoining() {
        SchoolId dave = Circle.school("dave");
        Membership ofDave = Circle.membership();
        ofDave.addCharter(town.id(), town.charter());
        assertFalse(Visibility.wanted(scoped(alice, town), dave, ofDave));

        ofDave.addProvisional(town.id(), carol);

        assertTrue(Visibility.wanted(scoped(carol, town), dave, ofDave));
        assertTrue(Visibility.wanted(scoped(alice, town), dave, ofDave));
        assertTrue(Visibility.wanted(open(alice), dave, ofDave));
        assertFalse(Visibility.served(scoped(alice, town), carol, dave, ofDave), "wanting is not serving");
    }

    private void adopt(Circle circle, SchoolId school) {
        membership.fold(circle.control(school), 0, circle.adoption());
    }

    private boolean served(LogId log, SchoolId to, SchoolId self) {
        return Visibility.served(log, to, self, membership);
    }

    private boolean wanted(LogId log, SchoolId self) {
        return Visibility.wanted(log, self, membership);
    }

    private static LogId open(SchoolId owner) {
        return new LogId(owner, Channel.CATALOGUE, Scope.everyCircle(), 0);
    }

    private static LogId scoped(SchoolId owner, Circle circle) {
        CircleId id = circle.id();
        return new LogId(owner, Channel.CALENDAR, Scope.of(id), 0);
    }
}
