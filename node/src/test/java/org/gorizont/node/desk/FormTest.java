// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.gorizont.node.readmodel.SampleCards;
import org.gorizont.protocol.domain.AvailabilityCard;
import org.gorizont.protocol.domain.Card;
import org.gorizont.protocol.domain.CentreCard;
import org.gorizont.protocol.domain.Location;
import org.gorizont.protocol.domain.Office;
import org.gorizont.protocol.domain.Place;
import org.gorizont.protocol.domain.PracticeCard;
import org.gorizont.protocol.domain.PracticeFile;
import org.gorizont.protocol.domain.SchoolCard;
import org.gorizont.protocol.domain.Slot;
import org.gorizont.protocol.domain.Sources;
import org.gorizont.protocol.model.Hash;
import org.gorizont.protocol.model.RecordId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class FormTest {
    private static final Form PRACTICE = Forms.of(FormKind.PRACTICE);

    static Stream<Card> cards() {
        PracticeFile file = new PracticeFile(Hash.wrap(new byte[Hash.SIZE]), 7, "лист.pdf", "CC BY 4.0");
        Place place = new Place(5_512_345, -8_600_000);
        return Stream.of(
                SampleCards.practice("Опыт", "chemistry", 7, 9),
                new PracticeCard(
                        "Опыт",
                        "",
                        "",
                        List.of("physics", "слово вне списка"),
                        Optional.empty(),
                        "",
                        "",
                        "",
                        List.of(),
                        0,
                        "1.\n\n2.\tтри",
                        "",
                        List.of("одно", "другое"),
                        List.of(file),
                        new Sources("", "чужая практика", "книга"),
                        false),
                SampleCards.resource("Микроскопы", "microscope", 12, 2),
                SampleCards.school("Лесная школа"),
                new SchoolCard(
                        "Лесная школа",
                        "",
                        "",
                        new Location("", "", "", Optional.of(place), ""),
                        new Office("", "", ""),
                        false),
                SampleCards.centre(),
                new CentreCard(List.of(), 0, "", "", false),
                new AvailabilityCard(
                        RecordId.ofHex("0123456789abcdef0123456789abcdef"),
                        true,
                        "Asia/Tomsk",
                        List.of(
                                SampleCards.lesson(SampleCards.THURSDAY, 1, Slot.State.FREE),
                                SampleCards.lesson(SampleCards.THURSDAY, 2, Slot.State.BUSY),
                                SampleCards.lesson(SampleCards.THURSDAY.plusDays(1), 1, Slot.State.FREE)),
                        false));
    }

    @ParameterizedTest
    @MethodSource("cards")
    void aCardComesBackFromItsFormAsItWas(Card card) {
        Form form = Forms.of(FormKind.of(card.kind()).orElseThrow());

        assertEquals(new Form.Filling.Fit(card), form.filled(form.typed(card), Optional.of(card)));
    }

    @Test
    void everyFieldOfAFormIsTypedForAFullCard() {
        for (FormKind kind : ofFields()) {
            Form form = Forms.of(kind);
            List<String> typed = cards().filter(card -> card.kind().equals(kind.kind()))
                    .flatMap(card -> form.typed(card).keySet().stream())
                    .distinct()
                    .sorted()
                    .toList();

            assertEquals(form.fields().stream().map(FormField::name).sorted().toList(), typed, kind.code());
        }
    }

    @Test
    void allProblemsAreToldAtOnceInTheOrderOfTheForm() {
        Map<String, String> typed = new LinkedHashMap<>();
        typed.put("durationMinutes", "час");
        typed.put("gradeFrom", "9");
        typed.put("gradeTo", "7");
        typed.put("problem", "x".repeat(2_001));

        assertEquals(
                List.of(
                        new FieldProblem("title", "MISSING", 0),
                        new FieldProblem("problem", "TOO_LONG", 2_000),
                        new FieldProblem("gradeTo", "OUT_OF_ORDER", 0),
                        new FieldProblem("durationMinutes", "NOT_A_NUMBER", 0)),
                problems(PRACTICE, typed));
    }

    @Test
    void oneOfTwoGradesIsEnough() {
        Map<String, String> typed = Map.of("title", "Опыт", "gradeTo", "7");

        PracticeCard card =
                (PracticeCard) assertInstanceOf(Form.Filling.Fit.class, PRACTICE.filled(typed, Optional.empty()))
                        .card();

        assertEquals(7, card.grades().orElseThrow().from());
    }

    @Test
    void halfAPlaceIsNoPlace() {
        assertEquals(
                List.of(new FieldProblem("longitude", "HALF", 0)),
                problems(Forms.of(FormKind.SCHOOL), Map.of("shortName", "Школа", "latitude", "55,1")));
        assertEquals(
                List.of(new FieldProblem("latitude", "OUT_OF_RANGE", 9_000_000)),
                problems(Forms.of(FormKind.SCHOOL), Map.of("shortName", "Школа", "latitude", "91", "longitude", "1")));
    }

    @Test
    void aNewResourceLacksWhatItMustHave() {
        Form form = Forms.of(FormKind.RESOURCE);

        assertEquals(
                List.of("title", "kind"),
                problems(form, form.blank()).stream().map(FieldProblem::field).toList());
        assertEquals(
                List.of("title", "kind", "quantity"),
                problems(form, Map.of()).stream().map(FieldProblem::field).toList());
    }

    @Test
    void theLeastCardOfEachFormIsFit() {
        for (FormKind kind : ofFields()) {
            assertInstanceOf(
                    Form.Filling.Fit.class, Forms.of(kind).filled(Forms.of(kind).least(), Optional.empty()));
        }
    }

    /** All but the time of a resource, which has a page of its own. */
    private static List<FormKind> ofFields() {
        return Stream.of(FormKind.values())
                .filter(kind -> !kind.isAboutAnother())
                .toList();
    }

    private static List<FieldProblem> problems(Form form, Map<String, String> typed) {
        return assertInstanceOf(Form.Filling.Unfit.class, form.filled(typed, Optional.empty()))
                .problems();
    }
}
