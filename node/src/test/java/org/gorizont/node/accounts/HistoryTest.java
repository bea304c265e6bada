// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.accounts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class HistoryTest {
    private static final long SMALL = 1_000;

    @TempDir
    Path folder = Path.of("");

    private final SetClock clock = new SetClock();

    @Test
    void whatIsNotedIsReadNewestFirstAlsoAfterAStart() throws IOException {
        History history = noted(40);

        for (History each : List.of(history, open())) {
            assertEquals(40, each.size());
            assertEquals(List.of(40L, 39L, 38L), numbers(each.newest(0, 3)));
            assertEquals(List.of(10L, 9L, 8L), numbers(each.newest(30, 3)));
            assertEquals(List.of(2L, 1L), numbers(each.newest(38, 50)));
            assertEquals(List.of(), each.newest(40, 50));
            assertEquals(Optional.empty(), each.firstTampered());
        }
        assertTrue(files().size() > 3);
    }

    @Test
    void aChangedLineIsSeen() throws IOException {
        noted(12);
        Path first = files().getFirst();
        Files.writeString(first, Files.readString(first).replaceFirst("дело 2", "дело X"));

        assertEquals(Optional.of(3L), open().firstTampered());
    }

    @Test
    void aMissingLineAndAMissingFileAreSeen() throws IOException {
        noted(40);
        Path second = files().get(1);
        List<String> lines = Files.readAllLines(second);
        Files.write(second, lines.subList(1, lines.size()));
        assertTrue(open().firstTampered().isPresent());

        Files.delete(second);
        assertTrue(open().firstTampered().isPresent());
    }

    @Test
    void aLineThatWasCutOffIsAsIfItHadNeverBeenS02() throws IOException {
        noted(5);
        Path newest = files().getLast();
        Files.writeString(newest, "{\"number\":6,\"at\":\"2026", StandardOpenOption.APPEND);

        History again = open();
        note(again, 6);

        assertEquals(List.of(6L, 5L), numbers(again.newest(0, 2)));
        assertEquals(Optional.empty(), open().firstTampered());
    }

    @Test
    void anEmptyNewestFileIsNoBeginning() throws IOException {
        noted(5);
        Files.writeString(folder.resolve("history/000000000006.jsonl"), "");

        History again = open();
        note(again, 6);

        assertEquals(6, again.size());
        assertEquals(Optional.empty(), again.firstTampered());
    }

    @Test
    void aClockThatIsYearsAheadForgetsNothingS12() throws IOException {
        History history = noted(40);
        int before = files().size();
        assertTrue(before > 4);
        clock.pass(Duration.ofDays(3_650));
        note(history, 41);

        assertTrue(files().size() >= before);
        assertEquals(41, history.newest(0, 1_000).size());
    }

    @Test
    void aFloodDoesNotFillTheDisk() throws IOException {
        History history = noted(40);
        for (int i = 0; i < 200; i++) {
            note(history, i);
        }

        assertTrue(files().size() <= History.FILES);
        assertEquals(Optional.empty(), open().firstTampered());
        assertFalse(history.newest(0, 1_000).isEmpty());
    }

    private History noted(int deeds) throws IOException {
        History history = open();
        for (int i = 1; i <= deeds; i++) {
            note(history, i);
        }
        return history;
    }

    private static void note(History history, int number) throws IOException {
        history.note(new History.Act("0011", "zavuch", "s", "enter", "дело " + number), "", "", true);
    }

    private History open() throws IOException {
        return History.open(folder, clock, "test", SMALL);
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("history"))) {
            return files.sorted().toList();
        }
    }

    private static List<Long> numbers(List<Deed> deeds) {
        return deeds.stream().map(Deed::number).toList();
    }
}
