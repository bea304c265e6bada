// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.gorizont.protocol.crypto.Hashing;
import org.gorizont.protocol.model.Bytes;
import org.gorizont.protocol.model.RecordId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DeskTest {
    private static final String AUTHOR = "00000000000000aa";
    private static final RecordId RECORD = RecordId.ofHex("0123456789abcdef0123456789abcdef");

    @TempDir
    Path data;

    private Instant now = Instant.parse("2026-03-12T05:00:00Z");

    @Test
    void aDraftIsThereAfterARestartAsItWasTyped() throws IOException {
        Map<String, String> typed = new LinkedHashMap<>();
        typed.put("title", "Опыт <b> \"с кавычками\"\n");
        typed.put("steps", "");
        Sheet sheet = saved(desk().begin(
                        new Desk.Start(
                                FormKind.PRACTICE,
                                RECORD,
                                typed,
                                Optional.of(Hashing.leaf(Bytes.empty())),
                                Optional.of(Bytes.ofHex("00ff"))),
                        AUTHOR));

        Desk again = desk();

        assertEquals(Optional.of(sheet), again.find(sheet.id()));
        assertEquals(List.of("title", "steps"), List.copyOf(sheet.fields().keySet()));
        assertEquals(List.of(sheet.brief()), again.briefs());
        assertEquals("rwx------", permissions(data.resolve("desk")));
        assertEquals("rw-------", permissions(data.resolve("desk/" + sheet.id() + ".json")));
        assertFalse((sheet + " " + sheet.brief()).contains("Опыт"), "LOCAL");
    }

    @Test
    void twoWindowsDoNotWriteOverEachOther() throws IOException {
        Desk desk = desk();
        Sheet sheet = saved(begin(desk, "первый"));

        Sheet mine = saved(desk.type(sheet.id(), 1, Map.of("title", "из окна 1")));
        Saving other = desk.type(sheet.id(), 1, Map.of("title", "из окна 2"));

        assertEquals(new Saving.Overtaken(mine), other);
        assertEquals("из окна 1", desk().find(sheet.id()).orElseThrow().title());
        assertEquals(2, mine.revision());
    }

    @Test
    void ofManyThreadsOneWinsEachRevision() throws Exception {
        Desk desk = desk();
        String id = saved(begin(desk, "все сразу")).id();

        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            List<Future<Saving>> tries = IntStream.range(0, 8)
                    .mapToObj(number -> threads.submit(() -> desk.type(id, 1, Map.of("title", "нить " + number))))
                    .toList();
            int won = 0;
            for (Future<Saving> one : tries) {
                won += one.get() instanceof Saving.Saved ? 1 : 0;
            }
            assertEquals(1, won);
        }
    }

    @Test
    void whatWasThrownAwayIsBackForADayAndThenGone() throws IOException {
        Desk desk = desk();
        Sheet sheet = saved(begin(desk, "выброшено"));
        Sheet gone = saved(desk.move(sheet.id(), 1, Sheet.State.GONE));

        assertEquals(List.of(), desk.briefs());
        now = now.plus(Desk.GONE_FOR);
        Sheet back = saved(desk().move(gone.id(), 2, Sheet.State.WRITING));
        assertEquals(sheet.fields(), back.fields());

        saved(desk().move(back.id(), 3, Sheet.State.GONE));
        now = now.plus(Desk.GONE_FOR).plusSeconds(1);
        assertEquals(Optional.empty(), desk().find(sheet.id()));
        assertFalse(Files.exists(data.resolve("desk/" + sheet.id() + ".json")));
    }

    @Test
    void newestComesFirst() throws IOException {
        Desk desk = desk();
        Sheet older = saved(begin(desk, "раньше"));
        now = now.plusSeconds(60);
        begin(desk, "позже");
        assertEquals(List.of("позже", "раньше"), titles(desk));

        now = now.plusSeconds(60);
        desk.move(older.id(), 1, Sheet.State.OFFERED);

        assertEquals(List.of("раньше", "позже"), titles(desk));
    }

    @Test
    void aDeskTakesAsManyDraftsAsItMayAndNoMore() throws IOException {
        Desk desk = Desk.open(data, new SecureRandom(), () -> now, 2);
        begin(desk, "1");
        Sheet second = saved(begin(desk, "2"));

        assertEquals(new Saving.NotSaved(Saving.Obstacle.FULL), begin(desk, "3"));
        assertInstanceOf(Saving.Saved.class, desk.type(second.id(), 1, Map.of("title", "дальше")));
        assertTrue(desk.remove(second.id()));
        assertInstanceOf(Saving.Saved.class, begin(desk, "3"));
    }

    @Test
    void aDraftOfItsGreatestSizeIsTakenAndALargerOneNot() throws IOException {
        Desk desk = desk();
        Sheet sheet = saved(begin(desk, ""));
        int others = Files.readAllBytes(data.resolve("desk/" + sheet.id() + ".json")).length;

        String most = "a".repeat(Desk.SHEET_BYTES - others);
        assertEquals(
                new Saving.NotSaved(Saving.Obstacle.TOO_LARGE), desk.type(sheet.id(), 1, Map.of("title", most + "a")));
        assertInstanceOf(Saving.Saved.class, desk.type(sheet.id(), 1, Map.of("title", most)));
    }

    @Test
    void aDamagedFileIsListedAndCanBeRemoved() throws IOException {
        Sheet sheet = saved(begin(desk(), "цел"));
        Files.writeString(data.resolve("desk/00000000000000bb.json"), "{\"version\":1,");
        Files.copy(data.resolve("desk/" + sheet.id() + ".json"), data.resolve("desk/00000000000000cc.json"));

        Desk desk = desk();

        assertEquals(List.of("00000000000000bb", "00000000000000cc"), desk.damaged());
        assertEquals(1, desk.briefs().size());
        assertTrue(desk.remove("00000000000000bb"));
        assertEquals(List.of("00000000000000cc"), desk().damaged());
    }

    @Test
    void aDraftCanFollowUponWhatStandsNow() throws IOException {
        Desk desk = desk();
        Sheet sheet = saved(begin(desk, "поверх"));

        Sheet over =
                saved(desk.rebase(sheet.id(), 1, Optional.of(Hashing.emptyRoot()), Optional.of(Bytes.ofHex("01"))));

        assertEquals(Optional.of(Hashing.emptyRoot()), over.basedOn());
        assertEquals(sheet.fields(), over.fields());
    }

    private Desk desk() throws IOException {
        return Desk.open(data, new SecureRandom(), () -> now);
    }

    private static Saving begin(Desk desk, String title) {
        return desk.begin(
                new Desk.Start(FormKind.PRACTICE, RECORD, Map.of("title", title), Optional.empty(), Optional.empty()),
                AUTHOR);
    }

    private static Sheet saved(Saving saving) {
        return assertInstanceOf(Saving.Saved.class, saving).sheet();
    }

    private static List<String> titles(Desk desk) {
        return desk.briefs().stream().map(Sheet.Brief::title).toList();
    }

    private static String permissions(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }
}
