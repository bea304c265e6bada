// SPDX-License-Identifier: Apache-2.0
package org.gorizont.cli.demo.stage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Duration;
import org.gorizont.cli.text.Messages;
import org.gorizont.cli.text.Output;
import org.junit.jupiter.api.Test;

final class StoryTest {
    private static final String BUNDLE = "org.gorizont.cli.demo.nine.story";

    private final StringWriter said = new StringWriter();

    @Test
    void countsAndSecondsAreWrittenAsPeopleDo() {
        assertEquals("9 узлов", story(Messages.Language.RU, false).count("count.processes", 9));
        assertEquals("1,2", story(Messages.Language.RU, false).seconds(Duration.ofMillis(1_290)));
        assertEquals("1.2", story(Messages.Language.EN, false).seconds(Duration.ofMillis(1_290)));
    }

    @Test
    void U06_namesOfSchoolsCannotMoveTheCursor() {
        story(Messages.Language.RU, false).tell("Школа \u001b[2J №\u202e1");

        assertFalse(said.toString().contains("\u001b"));
        assertFalse(said.toString().contains("\u202e"));
    }

    @Test
    void nothingIsToldWhenAProgramReads() {
        story(Messages.Language.RU, true).tell("Рассказ");

        assertEquals("", said.toString());
    }

    @Test
    void commandsCanBePastedIntoAShell() {
        assertEquals(
                "./gorizont search 'чистота воды' --data /tmp/demo/oosh3",
                Story.command(Path.of("/tmp/demo/oosh3"), "search", "чистота воды"));
        assertEquals("./gorizont search 'it'\\''s' --data /tmp/a", Story.command(Path.of("/tmp/a"), "search", "it's"));
    }

    private Story story(Messages.Language language, boolean quiet) {
        return new Story(
                new Messages(BUNDLE, language), new Output(new PrintWriter(said), new PrintWriter(said), false), quiet);
    }
}
