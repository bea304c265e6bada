// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.membership;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import org.gorizont.protocol.model.Entry;
import org.gorizont.protocol.model.LogId;
import org.gorizont.protocol.model.SchoolId;
import org.gorizont.protocol.property.Property;

/** P6: the same entries give the same members, in any order, more than once, clipped before or after. */
class MembershipPropertyTest {
    /** One thing that a fold can be told. */
    private sealed interface Event {
        boolean tell(Membership membership);

        record Held(LogId log, long seq, Entry entry, SchoolId sponsored) implements Event {
            @Override
            public boolean tell(Membership membership) {
                return membership.fold(log, seq, entry);
            }
        }

        record Adopted(LogId log, long seq, Entry entry) implements Event {
            @Override
            public boolean tell(Membership membership) {
                return membership.fold(log, seq, entry);
            }
        }

        record Clipped(LogId log, long end) implements Event {
            @Override
            public boolean tell(Membership membership) {
                return membership.clip(log, end);
            }
        }
    }

    @Property(tries = 600)
    void membersDependOnTheSetOfEntriesAndNotOnTheirOrder(RandomGenerator random) {
        int founders = 1 + random.nextInt(3);
        List<SchoolId> schools = schools(founders + random.nextInt(12));
        Circle circle = Circle.of(
                "any", 1 + random.nextInt(3), schools.subList(0, founders).toArray(SchoolId[]::new));
        List<Event> history = history(random, circle, schools);
        List<Event> subset =
                history.stream().filter(_ -> random.nextInt(10) > 0).toList();
        Set<SchoolId> expected = naive(circle, subset);

        for (int i = 0; i < 4; i++) {
            assertEquals(expected, folded(circle, shuffledWithRepeats(subset, random)));
        }
    }

    @Property(tries = 100)
    void foldTellsExactlyWhenTheMembersHaveChanged(RandomGenerator random) {
        List<SchoolId> schools = schools(8);
        Circle circle = Circle.of("any", 1 + random.nextInt(2), schools.get(0), schools.get(1));
        Membership membership = Circle.membership();

        for (Event event : shuffledWithRepeats(history(random, circle, schools), random)) {
            Set<SchoolId> before = membership.members(circle.id());
            boolean told = event.tell(membership);

            assertEquals(!before.equals(membership.members(circle.id())), told, event.toString());
        }
    }

    private static Set<SchoolId> folded(Circle circle, List<Event> events) {
        Membership membership = Circle.membership();
        events.forEach(event -> event.tell(membership));
        return membership.members(circle.id());
    }

    /** The definition itself: repeat until nothing changes. */
    private static Set<SchoolId> naive(Circle circle, List<Event> events) {
        Set<SchoolId> members = new TreeSet<>();
        boolean charterKnown = events.stream().anyMatch(Event.Adopted.class::isInstance);
        boolean grows = charterKnown;
        while (grows) {
            grows = false;
            for (Event event : events) {
                grows |= switch (event) {
                    case Event.Adopted(LogId log, long seq, Entry _) ->
                        counts(events, log, seq)
                                && circle.charter().founders().contains(log.school())
                                && members.add(log.school());
                    case Event.Held held ->
                        sponsorsOf(held.sponsored(), events, members)
                                        >= circle.charter().sponsors()
                                && members.add(held.sponsored());
                    case Event.Clipped _ -> false;
                };
            }
        }
        return members;
    }

    private static long sponsorsOf(SchoolId school, List<Event> events, Set<SchoolId> members) {
        return events.stream()
                .filter(Event.Held.class::isInstance)
                .map(Event.Held.class::cast)
                .filter(held -> held.sponsored().equals(school) && counts(events, held.log(), held.seq()))
                .map(held -> held.log().school())
                .filter(members::contains)
                .distinct()
                .count();
    }

    private static boolean counts(List<Event> events, LogId log, long seq) {
        return events.stream()
                .noneMatch(event ->
                        event instanceof Event.Clipped(LogId clipped, long end) && clipped.equals(log) && seq >= end);
    }

    private static List<Event> history(RandomGenerator random, Circle circle, List<SchoolId> schools) {
        List<Event> events = new ArrayList<>();
        for (SchoolId school : schools) {
            LogId log = circle.control(school);
            int entries = random.nextInt(5);
            for (int seq = 0; seq < entries; seq++) {
                SchoolId sponsored = schools.get(random.nextInt(schools.size()));
                events.add(
                        random.nextInt(3) == 0
                                ? new Event.Adopted(log, seq, circle.adoption())
                                : new Event.Held(log, seq, circle.sponsorship(sponsored), sponsored));
            }
            if (random.nextInt(8) == 0) {
                events.add(new Event.Clipped(log, random.nextInt(4)));
            }
        }
        return events;
    }

    private static List<Event> shuffledWithRepeats(List<Event> events, RandomGenerator random) {
        List<Event> shuffled = new ArrayList<>(events);
        events.stream().filter(_ -> random.nextInt(4) == 0).forEach(shuffled::add);
        Collections.shuffle(shuffled, Random.from(random));
        return shuffled;
    }

    private static List<SchoolId> schools(int count) {
        List<SchoolId> schools = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            schools.add(Circle.school("school " + i));
        }
        return schools;
    }
}
