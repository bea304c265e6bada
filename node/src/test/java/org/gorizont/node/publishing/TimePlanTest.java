// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.publishing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;
import org.gorizont.node.readmodel.HeldEntries;
import org.gorizont.node.readmodel.RecordKey;
import org.gorizont.node.readmodel.SampleCards;
import org.gorizont.node.readmodel.TimeStatement;
import org.gorizont.node.readmodel.VersionOrder;
import org.gorizont.protocol.domain.AvailabilityCard;
import org.gorizont.protocol.domain.Kinds;
import org.gorizont.protocol.domain.Slot;
import org.gorizont.protocol.model.RecordId;
import org.junit.jupiter.api.Test;

/** What has to be published so that days stand as they were typed, whatever stood before. */
final class TimePlanTest {
    private static final RecordId RESOURCE = HeldEntries.record("r1");
    private static final LocalDate DAY = SampleCards.THURSDAY;
    private static final String ZONE = SampleCards.availability(RESOURCE).zone();

    private final List<TimeStatement> said = new ArrayList<>();

    @Test
    void aMonthGetsOneRecordAndEachMonthItsOwn() {
        LocalDate april = DAY.plusDays(30);

        List<TimePlan.Change> changes = plan(day(DAY, free(DAY, 1)), day(april, free(april, 1)));

        assertEquals(2, changes.size());
        assertEquals(List.of(free(DAY, 1)), slots(changes.get(0)));
        assertEquals(List.of(free(april, 1)), slots(changes.get(1)));
    }

    @Test
    void theRecordOfTheMonthKeepsItsOtherDays() {
        LocalDate next = DAY.plusDays(1);
        say("m", 1, free(DAY, 1), free(next, 1));

        List<TimePlan.Change> changes = plan(day(DAY, busy(DAY, 1)));

        assertEquals(List.of(HeldEntries.record("m")), records(changes));
        assertEquals(List.of(busy(DAY, 1), free(next, 1)), slots(changes.getFirst()));
    }

    @Test
    void whatStandsAlreadyIsNotPublishedAgain() {
        say("m", 1, free(DAY, 1));

        assertEquals(List.of(), plan(day(DAY, free(DAY, 1))));
    }

    @Test
    void aDayTakenBackLeavesNoRecordBehind() {
        say("m", 1, free(DAY, 1));

        assertEquals(List.of(new TimePlan.Change(HeldEntries.record("m"), Optional.empty())), plan(day(DAY)));
    }

    @Test
    void whatALaterRecordHidesDoesNotComeBack() {
        say("old", 1, free(DAY, 1));
        say("new", 2, busy(DAY, 1));

        List<TimePlan.Change> changes = plan(day(DAY));

        assertEquals(List.of(HeldEntries.record("old"), HeldEntries.record("new")), records(changes));
        assertEquals(
                List.of(List.of(), List.of()), changes.stream().map(this::slots).toList());
    }

    @Test
    void whatWasTakenBackAsAWholeIsNotRevived() {
        LocalDate next = DAY.plusDays(1);
        say("m", 1, free(DAY, 1), free(next, 1));
        said.add(new TimeStatement(
                key("denial"), new VersionOrder(0, 2), new AvailabilityCard(RESOURCE, false, ZONE, List.of(), false)));

        List<TimePlan.Change> changes = plan(day(DAY, free(DAY, 2)));

        assertEquals(List.of(free(DAY, 2)), slots(changes.getFirst()));
        assertEquals(List.of(HeldEntries.record("m")), records(changes));
    }

    private void say(String record, long order, Slot... slots) {
        said.add(new TimeStatement(
                key(record),
                new VersionOrder(0, order),
                new AvailabilityCard(RESOURCE, true, ZONE, List.of(slots), false)));
    }

    private static RecordKey key(String record) {
        return RecordKey.of(
                HeldEntries.log(HeldEntries.school("alice"), Kinds.AVAILABILITY, 0), HeldEntries.record(record));
    }

    @SafeVarargs
    private List<TimePlan.Change> plan(SequencedMap<LocalDate, List<Slot>>... days) {
        SequencedMap<LocalDate, List<Slot>> all = new TreeMap<>();
        for (SequencedMap<LocalDate, List<Slot>> day : days) {
            all.putAll(day);
        }
        return new TimePlan(RESOURCE, ZONE, said).changes(all);
    }

    private static SequencedMap<LocalDate, List<Slot>> day(LocalDate date, Slot... slots) {
        SequencedMap<LocalDate, List<Slot>> day = new TreeMap<>();
        day.put(date, List.of(slots));
        return day;
    }

    private List<Slot> slots(TimePlan.Change change) {
        return change.card().map(AvailabilityCard::slots).orElse(List.of());
    }

    private static List<RecordId> records(List<TimePlan.Change> changes) {
        return changes.stream().map(TimePlan.Change::record).toList();
    }

    private static Slot free(LocalDate date, int lesson) {
        return SampleCards.lesson(date, lesson, Slot.State.FREE);
    }

    private static Slot busy(LocalDate date, int lesson) {
        return SampleCards.lesson(date, lesson, Slot.State.BUSY);
    }
}
