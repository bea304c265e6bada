// SPDX-License-Identifier: Apache-2.0
package org.gorizont.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.gorizont.cli.command.Session;
import org.gorizont.cli.text.Messages;
import org.gorizont.cli.text.Output;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import picocli.CommandLine;

final class HelpTest {
    @ParameterizedTest
    @EnumSource(Messages.Language.class)
    void everyCommandOptionAndParameterIsExplained(Messages.Language language) {
        Messages messages = new Messages(language);
        List<String> unexplained = new ArrayList<>();

        for (CommandLine command : all(commands(messages))) {
            String name = command.getCommandSpec().qualifiedName(".");
            if (!messages.has(name + ".usage.header")) {
                unexplained.add(name);
            }
            command.getCommandSpec().args().stream()
                    .filter(arg -> arg.descriptionKey() == null || !messages.has(arg.descriptionKey()))
                    .forEach(arg -> unexplained.add(name + " " + arg.paramLabel()));
        }

        assertEquals(List.of(), unexplained);
    }

    @ParameterizedTest
    @EnumSource(Messages.Language.class)
    void helpScreensAreInTheLanguageAsked(Messages.Language language) {
        for (CommandLine command : all(commands(new Messages(language)))) {
            String help = command.getUsageMessage();
            boolean russian = help.contains("Использование:");

            assertEquals(language == Messages.Language.RU, russian, help);
            assertFalse(help.contains("Usage:") && russian, help);
        }
    }

    @Test
    void speaksRussianUnlessAskedOtherwise() {
        assertTrue(CliScene.run(Path.of("nowhere"), "--help").out().contains("Команды:"));
        assertTrue(
                CliScene.run(Path.of("nowhere"), "--lang", "en", "--help").out().contains("Commands:"));
        assertTrue(CliScene.english("--help").out().contains("Commands:"));
        assertTrue(CliScene.english("--lang=ru", "--help").out().contains("Команды:"));
    }

    @Test
    void misunderstoodCommandEndsWithTwoAndNamesTheHelp() {
        for (String[] args : new String[][] {
            {"statsu"},
            {"status", "--nope"},
            {"resource", "find"},
            {"practice", "list", "--limit", "x"},
            {"--lang", "fr", "status"}
        }) {
            CliScene scene = CliScene.run(Path.of("nowhere"), args);

            assertEquals(2, scene.exitCode(), String.join(" ", args));
            assertTrue(scene.err().contains("--help"), scene.err());
            assertEquals("", scene.out());
        }
    }

    @Test
    void missingNodeIsSaidWithWhatToDoNext() {
        CliScene scene = CliScene.run(Path.of("nowhere"), "status");

        assertEquals(1, scene.exitCode());
        assertTrue(scene.err().contains("gorizont init"), scene.err());
    }

    private static CommandLine commands(Messages messages) {
        Output nowhere = new Output(new PrintWriter(new StringWriter()), new PrintWriter(new StringWriter()), false);
        return Gorizont.commandLine(new Session(messages, nowhere, Path.of("."), Path.of(".")));
    }

    private static List<CommandLine> all(CommandLine command) {
        List<CommandLine> all = new ArrayList<>(List.of(command));
        command.getSubcommands().values().forEach(below -> all.addAll(all(below)));
        return all;
    }
}
