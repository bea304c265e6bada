// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.readmodel;

import static org.awaitility.Awaitility.await;
import static org.gorizont.node.readmodel.SampleCards.THURSDAY;
import static org.gorizont.node.readmodel.SampleCards.lesson;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.gorizont.node.readmodel.HeldEntries.Draft;
import org.gorizont.node.readmodel.Listed.Presence;
import org.gorizont.protocol.codec.RecordCodec;
import org.gorizont.protocol.core.ReplicaStatus;
import org.gorizont.protocol.domain.AvailabilityCard;
import org.gorizont.protocol.domain.Card;
import org.gorizont.protocol.domain.Kinds;
import org.gorizont.protocol.domain.PracticeCard;
import org.gorizont.protocol.domain.ResourceCard;
import org.gorizont.protocol.domain.Slot;
import org.gorizont.protocol.model.Bytes;
import org.gorizont.protocol.model.Channel;
import org.gorizont.protocol.model.Kind;
import org.gorizont.protocol.model.LogId;
import org.gorizont.protocol.model.SchoolId;
import org.gorizont.protocol.model.Scope;
import org.gorizont.protocol.model.Verb;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CatalogueTest {
    private static final SchoolId ALICE = HeldEntries.school("alice");
    private static final SchoolId BOB = HeldEntries.school("bob");
    private static final SchoolId CAROL = HeldEntries.school("carol");
    private static final Instant NOW = Instant.parse("2026-03-12T10:00:00Z");
    private static final Instant LAST_NIGHT = Instant.parse("2026-03-11T20:15:00Z");

    @TempDir
    Path folder;

    private final HeldEntries held = new HeldEntries();
    private Optional<ReadModels> open = Optional.empty();

    @AfterEach
    void close() {
        open.ifPresent(ReadModels::close);
    }

    @Test
    void saysWhoSaysSoAndAsOfWhen() throws Exception {
        held.put(BOB, "", SampleCards.school("Сосновая школа"));
        held.put(BOB, "почва", SampleCards.practice("Кислотность почвы", "chemistry", 7, 9));

        Provenance by = catalogue()
                .practice(BOB, HeldEntries.record("почва"))
                .orElseThrow()
                .by();

        assertEquals(
                new Provenance(BOB, Optional.of("Сосновая школа"), SampleCards.ZONE, HeldEntries.MONDAY, LAST_NIGHT),
                by);
    }

    @Test
    void newsAreWhatOthersPublishedLast() throws Exception {
        held.put(ALICE, "", SampleCards.school("Наша школа"));
        at("2026-03-10T08:00:00Z", ALICE, "own", SampleCards.practice("Своё", "physics", 7, 9));
        at("2026-03-10T08:00:00Z", BOB, "b1", SampleCards.practice("Родник", "biology", 5, 6));
        at("2026-03-11T08:00:00Z", CAROL, "c1", SampleCards.resource("Барометр", "other", 1, 0));
        at("2026-03-12T08:00:00Z", CAROL, "gone", SampleCards.practice("Снято", "physics", 7, 9));
        at("2026-03-12T09:00:00Z", CAROL, "", SampleCards.school("Берёзовская школа"));
        at("2999-01-01T00:00:00Z", BOB, "b2", SampleCards.practice("Из будущего", "physics", 7, 9));
        held.withdraw(CAROL, "gone", Kinds.PRACTICE);

        List<News> news = catalogue().news(10, 10);

        assertEquals(
                List.of("school", "resource", "practice", "practice"),
                news.stream().map(one -> one.kind().type()).toList());
        assertEquals(
                List.of(CAROL, CAROL, BOB, BOB),
                news.stream().map(one -> one.what().key().school()).toList());
        assertEquals(
                HeldEntries.record("b2"), news.getLast().what().key().record(), "a date to come counts for nothing");
        assertEquals(
                Optional.of("Берёзовская школа"), news.getFirst().what().by().schoolName());
    }

    @Test
    void oneSchoolDoesNotHideTheOthersInTheNews() throws Exception {
        for (int i = 10; i < 40; i++) {
            at("2026-03-11T08:00:" + i + "Z", BOB, "b" + i, SampleCards.practice("Опыт " + i, "biology", 5, 6));
        }
        at("2026-03-02T08:00:00Z", CAROL, "c", SampleCards.practice("Погода", "physics", 7, 9));

        Catalogue catalogue = catalogue();
        List<News> news = catalogue.news(5, 3);

        assertEquals(
                List.of("b39", "b38", "b37", "c").stream()
                        .map(HeldEntries::record)
                        .toList(),
                news.stream().map(one -> one.what().key().record()).toList());
        assertEquals(2, catalogue.news(2, 3).size());
    }

    @Test
    void neverHeardOfSchoolIsAsOfItsOwnWordsAndNeverOfTheFuture() throws Exception {
        Draft fromTheFuture = new Draft(Kinds.PRACTICE, HeldEntries.record("p"), Verb.PUT)
                .with(RecordCodec.encode(SampleCards.practice("Опыт", "physics", 7, 9)))
                .at(Instant.parse("2999-01-01T00:00:00Z"));
        held.put(CAROL, "почва", SampleCards.practice("Кислотность почвы", "chemistry", 7, 9));
        held.add(HeldEntries.log(CAROL, Kinds.PRACTICE, 0), fromTheFuture);

        Catalogue catalogue = catalogue();

        assertEquals(HeldEntries.MONDAY, asOf(catalogue, "почва"));
        assertEquals(NOW, asOf(catalogue, "p"));
    }

    @Test
    void listsSchoolsByNameWithWhatTheyShare() throws Exception {
        held.put(BOB, "", SampleCards.school("Сосновая школа"));
        held.put(ALICE, "", SampleCards.school("Ёлочная школа"));
        held.put(ALICE, "", SampleCards.centre());
        held.put(ALICE, "a", SampleCards.practice("А", "physics", 5, 6));
        held.put(ALICE, "b", SampleCards.resource("Б", "microscope", 10, 2));
        held.put(ALICE, "c", SampleCards.resource("В", "3d_printer", 1, 0));
        held.put(CAROL, "d", SampleCards.resource("Г", "3d_printer", 1, 0));

        List<SchoolView> schools = catalogue().schools();

        assertEquals(
                List.of("Ёлочная школа", "Сосновая школа", "?"),
                schools.stream().map(school -> school.name().orElse("?")).toList());
        assertEquals(1, schools.getFirst().practices());
        assertEquals(2, schools.getFirst().resources());
        assertTrue(schools.getFirst().centre().isPresent());
        assertEquals(CAROL, schools.getLast().id());
        assertEquals(Optional.of(LAST_NIGHT), schools.get(1).heard().lastHeard());
    }

    @Test
    void showsReplacedRecordsInTheirNewVersionAndHidesWithdrawnOnes() throws Exception {
        held.put(BOB, "почва", SampleCards.practice("Старое название", "chemistry", 7, 9));
        held.put(BOB, "почва", SampleCards.practice("Новое название", "biology", 7, 9));
        held.put(BOB, "снята", SampleCards.practice("Снятая", "chemistry", 7, 9));
        held.withdraw(BOB, "снята", Kinds.PRACTICE);

        Catalogue catalogue = catalogue();

        assertEquals(List.of("Новое название"), titles(catalogue, PracticeQuery.ALL));
        assertEquals(List.of(), titles(catalogue, subject("chemistry")));
        assertEquals(Optional.empty(), catalogue.practice(BOB, HeldEntries.record("снята")));
    }

    @Test
    void rePutRecordStandsWhereItStoodFirst() throws Exception {
        LogId log = HeldEntries.log(BOB, Kinds.PRACTICE, 0);
        Draft put = new Draft(Kinds.PRACTICE, HeldEntries.record("p"), Verb.PUT);
        Bytes old = RecordCodec.encode(SampleCards.practice("Старое", "physics", 7, 9));
        held.add(log, put.with(old));
        held.put(BOB, "p", SampleCards.practice("Новое", "physics", 7, 9));
        held.add(log, put.with(old).rePutOf(0, 0));

        assertEquals(List.of("Новое"), titles(catalogue(), PracticeQuery.ALL));
    }

    @Test
    void listsRecordWithoutBodyAsNotHereYetUntilItComes() throws Exception {
        LogId log = HeldEntries.log(BOB, Kinds.PRACTICE, 0);
        held.add(log, new Draft(Kinds.PRACTICE, HeldEntries.record("p"), Verb.PUT));
        Catalogue catalogue = catalogue();

        Listed<PracticeCard> before =
                catalogue.practice(BOB, HeldEntries.record("p")).orElseThrow();
        assertEquals(Presence.NOT_YET, before.presence());
        assertEquals(1, catalogue.practices(PracticeQuery.ALL, Page.Slice.FIRST).total());

        held.bodyCame(log, 0, RecordCodec.encode(SampleCards.practice("Дошла", "physics", 7, 9)));
        open.orElseThrow().follower().wake();

        await().untilAsserted(() -> assertEquals(List.of("Дошла"), titles(catalogue, PracticeQuery.ALL)));
    }

    @Test
    void countsRecordsOfUnknownKindsAndListsNewerVersionsUnread() throws Exception {
        held.add(
                HeldEntries.log(BOB, Kinds.PRACTICE, 0),
                new Draft(new Kind("orchard", 1, 0), HeldEntries.record("o"), Verb.PUT).with(Bytes.ofHex("01")));
        held.add(
                HeldEntries.log(BOB, Kinds.PRACTICE, 0),
                new Draft(new Kind("practice", 2, 0), HeldEntries.record("p"), Verb.PUT).with(Bytes.ofHex("01")));

        Catalogue catalogue = catalogue();

        assertEquals(1, catalogue.school(BOB).orElseThrow().unread());
        assertEquals(
                Presence.UNREAD,
                catalogue.practice(BOB, HeldEntries.record("p")).orElseThrow().presence());
    }

    @Test
    void recordInAChannelWhereItDoesNotBelongHasNoEffect() throws Exception {
        LogId calendar = new LogId(BOB, Channel.CALENDAR, Scope.of(HeldEntries.CIRCLE), 0);
        held.add(
                calendar,
                new Draft(Kinds.PRACTICE, HeldEntries.record("p"), Verb.PUT)
                        .with(RecordCodec.encode(SampleCards.practice("Не там", "physics", 7, 9))));

        assertEquals(List.of(), titles(catalogue(), PracticeQuery.ALL));
    }

    @Test
    void narrowsAndOrdersAndPagesPractices() throws Exception {
        held.put(ALICE, "a", SampleCards.practice("Ёмкость", "physics", 8, 9));
        held.put(ALICE, "b", SampleCards.practice("Жидкость", "chemistry", 7, 7));
        held.put(BOB, "c", SampleCards.practice("Дно", "chemistry", 5, 11));

        Catalogue catalogue = catalogue();

        assertEquals(List.of("Дно", "Ёмкость", "Жидкость"), titles(catalogue, PracticeQuery.ALL));
        assertEquals(List.of("Дно", "Жидкость"), titles(catalogue, subject("chemistry")));
        assertEquals(List.of("Дно", "Ёмкость"), titles(catalogue, grade(8)));
        assertEquals(List.of("Дно"), titles(catalogue, PracticeQuery.ALL.ofSchool(BOB)));
        Page<Listed<PracticeCard>> second = catalogue.practices(PracticeQuery.ALL, new Page.Slice(1, 1));
        assertEquals("Ёмкость", second.items().getFirst().card().orElseThrow().title());
        assertEquals(3, second.total());
    }

    @Test
    void findsWhoIsFreeThenAndSaysWhyOthersAreNot() throws Exception {
        String kind = "digital_lab_chemistry";
        lab(ALICE, kind, 15, "good", lesson(THURSDAY, 4, Slot.State.FREE));
        lab(BOB, kind, 15, "good", lesson(THURSDAY, 4, Slot.State.BUSY), lesson(THURSDAY, 5, Slot.State.FREE));
        lab(CAROL, kind, 15, "good", lesson(THURSDAY, 5, Slot.State.FREE));
        lab(HeldEntries.school("dave"), kind, 8, "good", lesson(THURSDAY, 4, Slot.State.FREE));
        lab(HeldEntries.school("erin"), kind, 15, "broken", lesson(THURSDAY, 4, Slot.State.FREE));
        lab(HeldEntries.school("frank"), "microscope", 15, "good", lesson(THURSDAY, 4, Slot.State.FREE));

        List<Offer> offers = catalogue().findFree(kind, THURSDAY, 4, 15);

        assertEquals(
                List.of(Offer.Fit.FREE, Offer.Fit.NOT_STATED, Offer.Fit.TOO_SMALL, Offer.Fit.BUSY, Offer.Fit.BROKEN),
                offers.stream().map(Offer::fit).toList());
        assertEquals(ALICE, offers.getFirst().resource().key().school());
        assertEquals(
                lesson(THURSDAY, 4, Slot.State.FREE), offers.getFirst().slot().orElseThrow());
    }

    @Test
    void freeIsNeverSaidWhereTheOwnerHasSaidNothing() throws Exception {
        ResourceCard lab = SampleCards.resource("Лаборатория", "digital_lab_chemistry", 1, 15);
        held.put(ALICE, "lab", lab);
        held.put(ALICE, "", SampleCards.availability(HeldEntries.record("lab"), lesson(THURSDAY, 4, Slot.State.FREE)));
        held.put(ALICE, "", new AvailabilityCard(HeldEntries.record("lab"), false, SampleCards.ZONE, List.of(), true));

        assertEquals(
                Offer.Fit.NOT_STATED,
                catalogue()
                        .findFree("digital_lab_chemistry", THURSDAY, 4, 15)
                        .getFirst()
                        .fit());
    }

    @Test
    void goesOnFromItsOwnPositionAfterARestart() throws Exception {
        held.put(ALICE, "a", SampleCards.practice("Первая", "physics", 8, 9));
        catalogue();
        open.orElseThrow().close();
        held.put(ALICE, "b", SampleCards.practice("Вторая", "physics", 8, 9));

        assertEquals(List.of("Вторая", "Первая"), titles(catalogue(), PracticeQuery.ALL));
    }

    @Test
    void isBuiltAgainWhenTheStoreWasRestoredOrItsOwnFilesAreDamaged() throws Exception {
        held.put(ALICE, "a", SampleCards.practice("Первая", "physics", 8, 9));
        catalogue();
        open.orElseThrow().close();
        held.newEpoch();
        assertEquals(List.of("Первая"), titles(catalogue(), PracticeQuery.ALL));

        open.orElseThrow().close();
        Files.writeString(folder.resolve("CURRENT"), "nonsense");
        assertEquals(List.of("Первая"), titles(catalogue(), PracticeQuery.ALL));
    }

    @Test
    void whatHasGoneBelowTheFloorUnreadLeavesNoGhost() throws Exception {
        LogId log = HeldEntries.log(ALICE, Kinds.PRACTICE, 0);
        held.put(ALICE, "a", SampleCards.practice("Первая", "physics", 8, 9));
        held.put(ALICE, "b", SampleCards.practice("Вторая", "physics", 8, 9));
        assertEquals(List.of("Вторая", "Первая"), titles(catalogue(), PracticeQuery.ALL));
        open.orElseThrow().close();

        held.withdraw(ALICE, "a", Kinds.PRACTICE);
        Draft again = new Draft(Kinds.PRACTICE, HeldEntries.record("b"), Verb.PUT)
                .with(RecordCodec.encode(SampleCards.practice("Вторая", "physics", 8, 9)));
        held.add(log, again.rePutOf(0, 1));
        held.raiseFloor(log, 3);
        Catalogue catalogue = catalogue();

        RecordKey key = RecordKey.inCatalogue(ALICE, HeldEntries.record("b"));
        await().untilAsserted(() -> {
            assertEquals(List.of("Вторая"), titles(catalogue, PracticeQuery.ALL));
            assertEquals(Optional.of(3L), catalogue.version(key).map(RecordVersion::seq));
        });
    }

    @Test
    void isBuiltAgainOnDemand() throws Exception {
        held.put(ALICE, "a", SampleCards.practice("Первая", "physics", 8, 9));
        Catalogue catalogue = catalogue();

        open.orElseThrow().follower().rebuild();

        await().untilAsserted(() -> assertEquals(List.of("Первая"), titles(catalogue, PracticeQuery.ALL)));
    }

    private void lab(SchoolId school, String kind, int seats, String condition, Slot... slots) {
        held.put(school, "lab", SampleCards.resource("Лаборатория", kind, 1, seats, condition));
        held.put(school, "", SampleCards.availability(HeldEntries.record("lab"), slots));
    }

    private void at(String time, SchoolId school, String name, Card card) {
        Draft draft = new Draft(card.kind(), HeldEntries.idOf(name, card), Verb.PUT)
                .with(RecordCodec.encode(card))
                .at(Instant.parse(time));
        held.add(HeldEntries.log(school, card.kind(), 0), draft);
    }

    private Catalogue catalogue() throws IOException, InterruptedException {
        ReplicaStatus status = new ReplicaStatus(
                ALICE,
                Optional.empty(),
                List.of(),
                List.of(new ReplicaStatus.School(BOB, Optional.of(LAST_NIGHT), false, List.of(), List.of())),
                new ReplicaStatus.Counters(0, 0, 0, 0));
        ReadModels models = ReadModels.open(folder, held, () -> new Freshness(status, NOW));
        open = Optional.of(models);
        assertTrue(models.follower().await(held.lastArrival(), Duration.ofSeconds(20)));
        return models.catalogue();
    }

    private static Instant asOf(Catalogue catalogue, String name) {
        return catalogue
                .practice(CAROL, HeldEntries.record(name))
                .orElseThrow()
                .by()
                .asOf();
    }

    private static List<String> titles(Catalogue catalogue, PracticeQuery query) {
        return catalogue.practices(query, Page.Slice.FIRST).items().stream()
                .map(practice -> practice.card().map(PracticeCard::title).orElse("?"))
                .toList();
    }

    private static PracticeQuery subject(String code) {
        return new PracticeQuery(
                Optional.empty(),
                Optional.of(code),
                Optional.empty(),
                Optional.empty(),
                OptionalInt.empty(),
                PracticeQuery.Order.TITLE);
    }

    private static PracticeQuery grade(int grade) {
        return new PracticeQuery(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                OptionalInt.of(grade),
                PracticeQuery.Order.TITLE);
    }
}
