// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.domain;

import static org.gorizont.protocol.domain.Cards.slot;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.gorizont.protocol.domain.UnfitField.Problem;
import org.gorizont.protocol.model.Channel;
import org.gorizont.protocol.model.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

final class CardRulesTest {
    private static final LocalDate THURSDAY = LocalDate.of(2026, 3, 12);

    @Test
    void refusesSchoolWithoutName() {
        refused("shortName", Problem.MISSING, () -> Cards.school(" "));
    }

    @Test
    void refusesLessonThatEndsBeforeItStarts() {
        LocalTime noon = LocalTime.NOON;

        refused("end", Problem.OUT_OF_ORDER, () -> new Slot(THURSDAY, 1, 4, noon, noon, Slot.State.FREE));
    }

    @Test
    void refusesSlotsOutOfOrderOrTwice() {
        Slot fourth = slot(THURSDAY, 4, Slot.State.FREE);
        Slot fifth = slot(THURSDAY, 5, Slot.State.BUSY);

        refused("slots", Problem.OUT_OF_ORDER, () -> Cards.availability(Cards.MICROSCOPES, List.of(fifth, fourth)));
        refused("slots", Problem.OUT_OF_ORDER, () -> Cards.availability(Cards.MICROSCOPES, List.of(fourth, fourth)));
    }

    @Test
    void refusesSlotsInWhatIsNotStated() {
        List<Slot> slots = List.of(slot(THURSDAY, 4, Slot.State.FREE));

        refused(
                "stated",
                Problem.CONTRADICTION,
                () -> new AvailabilityCard(Cards.MICROSCOPES, false, "Asia/Tomsk", slots, false));
    }

    @Test
    void takesAsManySlotsAsTheLimitAndRefusesOneMore() {
        List<Slot> slots = IntStream.range(0, AvailabilityCard.MAX_SLOTS + 1)
                .mapToObj(i -> slot(THURSDAY.plusDays(i), 1, Slot.State.FREE))
                .toList();

        assertEquals(
                AvailabilityCard.MAX_SLOTS,
                Cards.availability(Cards.MICROSCOPES, slots.subList(0, AvailabilityCard.MAX_SLOTS))
                        .slots()
                        .size());
        refused("slots", Problem.TOO_MANY, () -> Cards.availability(Cards.MICROSCOPES, slots));
    }

    @Test
    void refusesZoneByItsFormOnly() {
        Location unheardOf = new Location("", "", "", Optional.empty(), "Mars/Olympus_Mons");

        assertEquals("Mars/Olympus_Mons", unheardOf.zone());
        refused("zone", Problem.NOT_A_ZONE, () -> new Location("", "", "", Optional.empty(), "../../etc"));
    }

    @Test
    void refusesGradesTurnedRound() {
        refused("gradeTo", Problem.OUT_OF_ORDER, () -> new GradeBand(9, 5));
        refused("gradeFrom", Problem.OUT_OF_RANGE, () -> new GradeBand(0, 5));
    }

    @Test
    void refusesTheSameCodeTwice() {
        refused(
                "profiles",
                Problem.DUPLICATE,
                () -> new CentreCard(Collections.nCopies(2, "digital-humanities"), 2020, "", "", false));
    }

    @Test
    void takesCodesThatNoVocabularyKnows() {
        assertEquals("beamline", Cards.resource("beamline", 1, 0).resourceKind());
    }

    @Test
    void seatsAreStatedOrUnknown() {
        assertEquals(Optional.of(30L), Cards.resource("microscope", 15, 2).seats());
        assertEquals(Optional.empty(), Cards.resource("microscope", 15, 0).seats());
    }

    @Test
    void everyKindHasItsHome() {
        assertEquals(
                new Kinds.Home(Channel.CALENDAR, true),
                Kinds.home(Kinds.AVAILABILITY).orElseThrow());
        assertEquals(
                new Kinds.Home(Channel.CATALOGUE, false),
                Kinds.home(Kinds.PRACTICE).orElseThrow());
        assertTrue(Kinds.home(new Kind("practice", 1, 9)).isPresent());
        assertFalse(Kinds.home(new Kind("practice", 2, 0)).isPresent());
    }

    private static void refused(String field, Problem problem, Executable construction) {
        UnfitField e = assertThrows(UnfitField.class, construction);
        assertEquals(field + " " + problem, e.field() + " " + e.problem());
    }
}
