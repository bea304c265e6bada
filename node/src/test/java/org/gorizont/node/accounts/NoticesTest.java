// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.accounts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class NoticesTest {
    private static final Instant NOW = Instant.parse("2026-03-12T03:00:00Z");
    private static final String TEACHER = "00000000000000aa";
    private static final String DEPUTY = "00000000000000bb";
    private static final Notice.Work WATER = new Notice.Work("practice", "0".repeat(32), "Вода");

    @TempDir
    Path data;

    @Test
    void everyNoticeIsThereAgainAfterAStart() throws IOException {
        Notices notices = open();
        notices.tell(TEACHER, DEPUTY, new Notice.Event.Published(WATER));
        notices.tell(TEACHER, DEPUTY, new Notice.Event.Changed(WATER));
        notices.tell(TEACHER, "", new Notice.Event.Roles(Set.of(Role.TEACHER, Role.KEEPER)));
        notices.tell(TEACHER, "", new Notice.Event.NewCode());
        notices.wrote(TEACHER, WATER);

        Notices again = open();

        assertEquals(
                List.of(
                        new Notice(4, NOW, "", new Notice.Event.NewCode()),
                        new Notice(3, NOW, "", new Notice.Event.Roles(Set.of(Role.TEACHER, Role.KEEPER))),
                        new Notice(2, NOW, DEPUTY, new Notice.Event.Changed(WATER)),
                        new Notice(1, NOW, DEPUTY, new Notice.Event.Published(WATER))),
                again.of(TEACHER));
        assertEquals(List.of(WATER), again.works(TEACHER));
        assertEquals(Set.of(TEACHER), again.authors(WATER.record()));
        assertEquals(List.of(), again.of(DEPUTY));
    }

    @Test
    void whatIsPutAwayDoesNotComeBackAndItsNumberIsNotGivenAgain() throws IOException {
        open().tell(TEACHER, DEPUTY, new Notice.Event.NewCode());
        open().putAway(TEACHER, 1);
        Notices notices = open();
        assertEquals(List.of(), notices.of(TEACHER));

        notices.tell(TEACHER, DEPUTY, new Notice.Event.NewCode());
        notices.putAway(TEACHER, 1);

        assertEquals(2, notices.of(TEACHER).getFirst().number());
    }

    @Test
    void theOldestGoBeyondTheLimits() throws IOException {
        Notices notices = open();
        for (int i = 0; i < Notices.WORKS + 1; i++) {
            notices.tell(TEACHER, DEPUTY, new Notice.Event.NewCode());
            notices.wrote(TEACHER, new Notice.Work("practice", String.format("%032x", i), "№ " + i));
        }

        assertEquals(Notices.NOTICES, notices.of(TEACHER).size());
        assertEquals(Notices.WORKS + 1, notices.of(TEACHER).getFirst().number());
        assertEquals(Notices.WORKS, notices.works(TEACHER).size());
        assertEquals(Set.of(), notices.authors(String.format("%032x", 0)));
    }

    @Test
    void aRecordIsRememberedOnceAndForgottenOnDemand() throws IOException {
        Notices notices = open();
        notices.wrote(TEACHER, WATER);
        notices.wrote(TEACHER, new Notice.Work("practice", WATER.record(), "Вода и лёд"));
        assertEquals("Вода и лёд", notices.works(TEACHER).getFirst().title());
        assertEquals(1, notices.works(TEACHER).size());

        notices.forget(TEACHER, WATER.record());

        assertEquals(List.of(), open().works(TEACHER));
    }

    @Test
    void aDamagedFileCountsAsEmptyAndIsForItsOwnerAlone() throws IOException {
        open().tell(TEACHER, DEPUTY, new Notice.Event.NewCode());
        Path file = data.resolve("notices").resolve(TEACHER + ".json");
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
        for (String damaged :
                List.of("", "{", "{\"version\":9}", "{\"version\":1,\"last\":1,\"notices\":[{}],\"works\":[]}")) {
            Files.writeString(file, damaged);
            assertEquals(List.of(), open().of(TEACHER), damaged);
        }
    }

    @Test
    void nothingOfItStandsInALogLine() {
        Notice notice = new Notice(1, NOW, DEPUTY, new Notice.Event.Published(WATER));

        assertFalse(notice.toString().contains("Вода") || WATER.toString().contains("Вода"));
        assertTrue(notice.toString().contains("LOCAL"));
    }

    private Notices open() throws IOException {
        return Notices.open(data, () -> NOW);
    }
}
