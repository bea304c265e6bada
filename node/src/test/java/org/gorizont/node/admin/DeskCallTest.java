// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.admin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.gorizont.node.accounts.Account;
import org.gorizont.node.accounts.AccountRefused;
import org.gorizont.node.accounts.People;
import org.gorizont.node.accounts.Role;
import org.gorizont.node.desk.Desk;
import org.gorizont.node.desk.FormKind;
import org.gorizont.node.desk.Sheet;
import org.gorizont.node.drafting.Beginnings;
import org.gorizont.node.drafting.DeskImport;
import org.gorizont.node.drafting.Handover;
import org.gorizont.node.readmodel.Freshness;
import org.gorizont.node.readmodel.HeldEntries;
import org.gorizont.node.readmodel.ReadModels;
import org.gorizont.node.readmodel.SampleCards;
import org.gorizont.protocol.core.ReplicaStatus;
import org.gorizont.protocol.domain.Card;
import org.gorizont.protocol.domain.Slot;
import org.gorizont.protocol.model.SchoolId;
import org.gorizont.protocol.rows.Item;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rows become drafts, once each; and drafts change hands. */
final class DeskCallTest {
    private static final SchoolId ALICE = HeldEntries.school("alice");

    @TempDir
    private Path folder;

    private final HeldEntries held = new HeldEntries();
    private ReadModels models;
    private Desk desk;
    private DeskImport imports;

    @BeforeEach
    void start() throws Exception {
        held.put(ALICE, "lab", SampleCards.resource("Лаборатория", "microscope", 1, 2));
        models = ReadModels.open(
                folder.resolve("read"),
                held,
                () -> new Freshness(
                        new ReplicaStatus(
                                ALICE, Optional.empty(), List.of(), List.of(), new ReplicaStatus.Counters(0, 0, 0, 0)),
                        Instant.EPOCH));
        models.follower().await(held.lastArrival(), Duration.ofSeconds(30));
        desk = Desk.open(folder, new SecureRandom(), InstantSource.system());
        imports = new DeskImport(
                desk, new Beginnings(DeskImportScene.publisher(ALICE, models.catalogue()), models.catalogue()));
    }

    @AfterEach
    void stop() {
        models.close();
    }

    @Test
    void whatIsPublishedJustSoIsLeftOutAndTheRestIsThereOnce() throws Exception {
        List<Item> items = List.of(
                item("lab", SampleCards.resource("Лаборатория", "microscope", 1, 2)),
                item("new", SampleCards.resource("Новая", "microscope", 1, 2)));

        assertEquals(new DeskImport.Placed(1, 1, Optional.empty()), imports.place(items, "", Sheet.State.OFFERED));
        assertEquals(new DeskImport.Placed(1, 1, Optional.empty()), imports.place(items, "", Sheet.State.OFFERED));

        assertEquals(1, desk.briefs().size());
        assertEquals(Sheet.State.OFFERED, desk.briefs().getFirst().state());
        assertEquals("Новая", desk.briefs().getFirst().title());
    }

    @Test
    void theMonthsOfAThingAreOneDraft() throws Exception {
        Card march = SampleCards.availability(
                HeldEntries.record("lab"), SampleCards.lesson(SampleCards.THURSDAY, 1, Slot.State.FREE));
        Card april = SampleCards.availability(
                HeldEntries.record("lab"), SampleCards.lesson(SampleCards.THURSDAY.plusMonths(1), 1, Slot.State.BUSY));

        imports.place(List.of(item("m", march), item("a", april)), "", Sheet.State.OFFERED);

        Sheet.Brief only = desk.briefs().getFirst();
        assertEquals(1, desk.briefs().size());
        assertEquals(FormKind.AVAILABILITY, only.kind());
        assertEquals("Лаборатория", only.title());
        assertEquals(5, desk.find(only.id()).orElseThrow().fields().size());
    }

    @Test
    void draftsGoToWhoMayWriteThemAndToNobodyElse() throws Exception {
        People people = People.open(folder, new SecureRandom(), InstantSource.system(), "test");
        Account from =
                people.accounts().give("from", "Уходит", Set.of(Role.KEEPER)).account();
        Account teacher = people.accounts()
                .give("teacher", "Учитель", Set.of(Role.TEACHER))
                .account();
        Account keeper =
                people.accounts().give("keeper", "Хранит", Set.of(Role.KEEPER)).account();
        Handover handover = new Handover(desk, people.notices());
        imports.place(
                List.of(item("new", SampleCards.resource("Новая", "microscope", 1, 2))),
                from.id(),
                Sheet.State.WRITING);

        assertEquals(
                AccountRefused.Why.HEIR_MAY_NOT,
                assertThrows(AccountRefused.class, () -> handover.handOver(from, teacher))
                        .why());
        assertEquals(
                AccountRefused.Why.HEIR,
                assertThrows(AccountRefused.class, () -> handover.handOver(from, from))
                        .why());
        assertEquals(1, handover.drafts(from));
        assertEquals(1, handover.handOver(from, keeper));
        assertEquals(
                keeper.id(),
                Desk.open(folder, new SecureRandom(), InstantSource.system())
                        .briefs()
                        .getFirst()
                        .author());
    }

    private static Item item(String record, Card card) {
        return new Item(HeldEntries.record(record), card, 2, Optional.empty());
    }
}
