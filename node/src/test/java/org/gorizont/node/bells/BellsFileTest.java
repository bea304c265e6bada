// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.bells;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class BellsFileTest {
    private static final Lesson FIRST = new Lesson(1, 1, LocalTime.of(8, 30), LocalTime.of(9, 15));
    private static final Lesson EVENING = new Lesson(2, 1, LocalTime.of(14, 0), LocalTime.of(14, 45));
    private static final Bells BELLS = new Bells(List.of(FIRST, EVENING), 6, ZoneId.of("Asia/Tomsk"));

    @TempDir
    private Path data;

    @Test
    void bellsAreThereAfterAStart() throws IOException {
        assertEquals(Optional.empty(), BellsFile.open(data).bells());

        BellsFile.open(data).put(BELLS);

        assertEquals(Optional.of(BELLS), BellsFile.open(data).bells());
        assertTrue(BELLS.severalShifts());
    }

    @Test
    void aDamagedFileIsNotTakenForNoBells() throws IOException {
        BellsFile.open(data).put(BELLS);
        Path file = data.resolve("bells.json");
        Files.writeString(file, Files.readString(file).replace("08:30", "10:30"));

        IOException refused = assertThrows(IOException.class, () -> BellsFile.open(data));

        assertTrue(String.valueOf(refused.getMessage()).contains("is damaged"), refused.toString());
    }

    @Test
    void oneLessonStandsOnceAndEndsAfterItBegins() {
        assertThrows(
                IllegalArgumentException.class, () -> new Bells(List.of(FIRST, FIRST), 5, ZoneId.of("Asia/Tomsk")));
        assertThrows(IllegalArgumentException.class, () -> new Bells(List.of(), 5, ZoneId.of("Asia/Tomsk")));
        assertThrows(IllegalArgumentException.class, () -> new Lesson(1, 1, LocalTime.of(9, 0), LocalTime.of(9, 0)));
    }
}
