// SPDX-License-Identifier: Apache-2.0
package org.gorizont.cli.demo.nine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.gorizont.cli.text.Words;
import org.gorizont.protocol.codec.Reading;
import org.gorizont.protocol.codec.RecordCodec;
import org.gorizont.protocol.domain.AvailabilityCard;
import org.gorizont.protocol.domain.Card;
import org.gorizont.protocol.domain.PracticeCard;
import org.gorizont.protocol.domain.ResourceCard;
import org.gorizont.protocol.domain.Slot;
import org.gorizont.protocol.model.RecordId;
import org.junit.jupiter.api.Test;

final class ContentFileTest {
    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 9);

    private final DemoContent content = ContentFile.load();

    @Test
    void nineSchoolsHaveTheirNamesAndYears() {
        Map<String, Integer> years = new TreeMap<>();
        content.schools()
                .forEach(school -> years.put(school.name(), school.centre().openedYear()));

        assertEquals(
                new TreeMap<>(Map.of(
                        "МБОУ «Сусловская СОШ»", 2020,
                        "МБОУ «Калининская ООШ»", 2021,
                        "МБОУ «2 Пристанская ООШ»", 2021,
                        "МБОУ «ООШ № 12»", 2021,
                        "МБОУ «ООШ № 3»", 2022,
                        "МБОУ «СОШ № 7»", 2022,
                        "МБОУ «Тюменевская ООШ»", 2022,
                        "МБОУ «Малопесчанская ООШ»", 2022,
                        "МБОУ «Первомайская ООШ»", 2022)),
                years);
    }

    @Test
    void everySchoolHasFourPracticesAndEightResourcesAtLeast() {
        for (SchoolContent school : content.schools()) {
            assertTrue(school.practices().size() >= 4, school.name());
            assertTrue(school.kit().size() >= 8, school.name());
        }
    }

    @Test
    void everyRecordIsMarkedAsAnExampleAndReadsBack() {
        for (Card card : cards()) {
            assertTrue(card.sample(), card::toString);
            assertEquals(new Reading.Read(card), RecordCodec.decode(card.kind(), RecordCodec.encode(card)));
        }
    }

    @Test
    void noRecordIdStandsTwice() {
        List<RecordId> ids = new ArrayList<>();
        for (SchoolContent school : content.schools()) {
            school.catalogue().forEach(item -> ids.add(item.record()));
            school.later().forEach(item -> ids.add(item.record()));
            school.kit().forEach(kit -> ids.add(kit.availability()));
        }

        assertEquals(ids.size(), new TreeSet<>(ids).size());
    }

    @Test
    void everyCodeIsInItsVocabulary() {
        for (Card card : cards()) {
            switch (card) {
                case PracticeCard practice -> {
                    practice.subjects().forEach(code -> known("subjects", code));
                    practice.equipment().forEach(code -> known("resource-kinds", code));
                    known("directions", practice.direction());
                    known("practice-stages", practice.stage());
                    known("practice-forms", practice.form());
                }
                case ResourceCard resource -> {
                    known("resource-kinds", resource.resourceKind());
                    known("conditions", resource.condition());
                    known("lending-modes", resource.terms().mode());
                    known("access-rules", resource.terms().whoMay());
                }
                default -> assertFalse(card.kind().type().isEmpty());
            }
        }
    }

    @Test
    void chemistryLabsOnThursdayAreFreeBusyTooSmallBrokenAndNotStated() {
        DemoContent.FreeQuestion question = content.free();
        LocalDate thursday = MONDAY.plusDays(question.day().getValue() - 1L);
        Map<String, Long> said = new TreeMap<>();
        for (SchoolContent school : content.schools()) {
            school.kit().stream()
                    .filter(kit -> kit.item().card().resourceKind().equals(question.kind()))
                    .forEach(kit -> said.merge(state(school, kit, thursday, question), 1L, Long::sum));
        }

        assertEquals(Map.of("FREE", 1L, "BUSY", 1L, "SMALL", 1L, "BROKEN", 1L, "NOT_STATED", 1L), said);
    }

    @Test
    void whoeverAsksForALabHasNone() {
        DemoContent.FreeQuestion question = content.free();
        SchoolContent from = school(question.from());

        assertTrue(from.kit().stream()
                .noneMatch(kit -> kit.item().card().resourceKind().equals(question.kind())));
    }

    @Test
    void everySchoolOfTheStoryExists() {
        List<String> keys = new ArrayList<>(
                List.of(content.founder(), content.stranger(), content.free().from()));
        content.questions().forEach(question -> keys.add(question.from()));
        DemoContent.Absence absence = content.absence();
        keys.addAll(List.of(absence.stopped(), absence.from(), absence.publisher()));

        keys.forEach(this::school);
        assertFalse(school(absence.publisher()).later().isEmpty());
        assertFalse(absence.stopped().equals(content.founder()));
    }

    private String state(
            SchoolContent school, SchoolContent.Kit kit, LocalDate date, DemoContent.FreeQuestion question) {
        ResourceCard card = kit.item().card();
        if (card.condition().equals(ResourceCard.BROKEN)) {
            return "BROKEN";
        }
        return hours(school, kit)
                .flatMap(hours -> hours.slots().stream())
                .filter(slot -> slot.date().equals(date) && slot.number() == question.lesson())
                .findFirst()
                .map(slot -> slot.state() == Slot.State.BUSY
                        ? "BUSY"
                        : card.seats().orElse(0L) < question.pupils() ? "SMALL" : "FREE")
                .orElse("NOT_STATED");
    }

    private List<Card> cards() {
        List<Card> cards = new ArrayList<>();
        for (SchoolContent school : content.schools()) {
            cards.addAll(List.of(school.card(), school.centre()));
            school.catalogue().forEach(item -> cards.add(item.card()));
            school.later().forEach(item -> cards.add(item.card()));
            school.kit().forEach(kit -> hours(school, kit).forEach(cards::add));
        }
        return cards;
    }

    private Stream<AvailabilityCard> hours(SchoolContent school, SchoolContent.Kit kit) {
        return kit.plan().card(kit.item().record(), school.bells(), content.zone(), MONDAY).stream();
    }

    private SchoolContent school(String key) {
        return content.schools().stream()
                .filter(school -> school.key().equals(key))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no school " + key));
    }

    private static void known(String vocabulary, String code) {
        assertTrue(Words.vocabulary(vocabulary).term(code).isPresent(), () -> vocabulary + " lacks " + code);
    }
}
