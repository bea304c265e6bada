// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.setup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SetupTest {
    @TempDir
    private Path folder = Path.of("");

    @Test
    void goesOnWhereItWas() throws IOException {
        Setup setup = Setup.open(folder);
        assertFalse(setup.isPending());
        setup.change(answers -> answers.reached(Step.CENTRE)
                .withSchool(Map.of("shortName", "СОШ № 7", "region", ""))
                .withSheetShown(true));

        Setup again = Setup.open(folder);

        assertTrue(again.isPending());
        assertEquals(setup.answers(), again.answers());
        assertEquals(Step.CENTRE, again.answers().step());
        assertEquals("СОШ № 7", again.answers().school().get("shortName"));
        assertTrue(again.answers().sheetShown());
        assertEquals(
                "rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("setup"))));
    }

    @Test
    void goingBackUndoesNothing() {
        assertEquals(
                Step.PUBLISH,
                Answers.NONE.reached(Step.PUBLISH).reached(Step.SCHOOL).step());
    }

    @Test
    void typingAFieldAnewKeepsTheOthers() {
        Answers answers = Answers.NONE.withSchool(Map.of("a", "1", "b", "2")).withSchool(Map.of("a", "3"));

        assertEquals(Map.of("a", "3", "b", "2"), answers.school());
    }

    @Test
    void isGoneAtItsEnd() throws IOException {
        Setup setup = Setup.open(folder);
        setup.change(answers -> answers.reached(Step.SCHOOL));
        setup.end();

        assertFalse(setup.isPending());
        assertFalse(Files.exists(folder.resolve("setup")));
        assertFalse(Setup.open(folder).isPending());
    }

    @Test
    void aDamagedFileCostsWhatWasTypedAndNoMore() throws IOException {
        for (String damaged : new String[] {"", "{", "{\"version\":2}", "{\"version\":1,\"step\":\"nowhere\"}", "[]"}) {
            Files.writeString(folder.resolve("setup"), damaged);

            Setup setup = Setup.open(folder);

            assertEquals(Answers.NONE, setup.answers(), damaged);
            assertTrue(setup.isPending(), damaged);
        }
    }
}
