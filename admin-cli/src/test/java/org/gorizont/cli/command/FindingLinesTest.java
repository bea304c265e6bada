// SPDX-License-Identifier: Apache-2.0
package org.gorizont.cli.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gorizont.cli.text.Messages;
import org.gorizont.protocol.wire.v1.AdminWire.FindingState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class FindingLinesTest {
    private static final Pattern CONSTANT = Pattern.compile("^    ([A-Z_]+)\\(Grade\\.([A-Z]+)\\)", Pattern.MULTILINE);

    private final FindingLines lines = new FindingLines(new Messages(Messages.Language.RU));

    /** The node has the names, this command the words: neither may forget the other. */
    @ParameterizedTest
    @EnumSource(Messages.Language.class)
    void everyFindingHasWordsAndANextStepIfItNeedsOne(Messages.Language language) throws Exception {
        Path home = Path.of(System.getProperty("gorizont.home", "."));
        Messages messages = new Messages(language);
        Matcher constants = CONSTANT.matcher(
                Files.readString(home.resolve("node/src/main/java/org/gorizont/node/doctor/Diagnosis.java")));
        List<String> without = new ArrayList<>();
        int found = 0;
        while (constants.find()) {
            found++;
            List<String> said = new FindingLines(messages)
                    .of(List.of(finding(constants.group(2), constants.group(1), "OFF", "b", "c")));
            boolean needsNext = !constants.group(2).equals("FINE") && !isOneSentence(constants.group(1));
            if (said.get(1).contains(constants.group(1)) || needsNext && said.size() < 3) {
                without.add(constants.group(1));
            }
        }

        assertTrue(found > 40, "read " + found);
        assertEquals(List.of(), without);
    }

    @ParameterizedTest
    @EnumSource(Messages.Language.class)
    void everyMistakeInTheSettingsHasWords(Messages.Language language) throws Exception {
        Path home = Path.of(System.getProperty("gorizont.home", "."));
        Messages messages = new Messages(language);
        List<String> kinds = Pattern.compile("(?m)^        ([A-Z_]+)\\(\"")
                .matcher(Files.readString(
                        home.resolve("node/src/main/java/org/gorizont/node/config/ConfigProblem.java")))
                .results()
                .map(kind -> kind.group(1))
                .toList();

        assertTrue(kinds.size() > 10, kinds.toString());
        assertEquals(
                List.of(),
                kinds.stream().filter(kind -> !messages.has("setting." + kind)).toList());
    }

    @Test
    void aMistakeInTheSettingsIsSaidInTheLanguageOfWhoeverReads() {
        assertEquals(
                "- Ошибка в gorizont.toml: peers.prt: такой настройки нет. Может быть, peers.port?",
                lines.of(List.of(finding("ATTENTION", "SETTINGS_WRONG", "NOT_KNOWN", "peers.prt", "peers.port")))
                        .get(1));
    }

    @Test
    void whatNeedsAttentionComesFirst() {
        assertEquals(
                List.of(
                        "Требует внимания:",
                        "- Последняя резервная копия сделана давно, дней назад: 40.",
                        "  → Сделайте новую: gorizont backup --to ПАПКА. Чтобы копии делались сами, впишите folder под [backup].",
                        "",
                        "В порядке:",
                        "- На диске свободно 9000 МиБ."),
                lines.of(List.of(finding("FINE", "DISK_ENOUGH", "9000"), finding("ATTENTION", "BACKUP_OLD", "40"))));
    }

    @Test
    void namesBecomeWordsAndWhatIsNotKnownSaysSo() {
        assertTrue(lines.of(List.of(finding("ATTENTION", "BACKUP_FAILED", "NO_ROOM")))
                .get(1)
                .contains("на диске для копий не хватает места"));
        assertTrue(lines.of(List.of(finding("ATTENTION", "PORT_TAKEN", "web", "7741", "")))
                .get(1)
                .endsWith("занят. Кем: неизвестно."));
        assertTrue(lines.of(List.of(finding("ATTENTION", "PEERS_ADVICE", "OFF", "school5.example:7740")))
                .get(1)
                .contains("Не отвечают: school5.example:7740"));
    }

    @Test
    void aFindingOfANewerNodeIsShownAsItStands() {
        List<String> said = lines.of(List.of(finding("NOTE", "SOMETHING_NEW", "a\u001b[31mb")));

        assertTrue(said.get(1).startsWith("- SOMETHING_NEW a"), said.toString());
        assertFalse(said.get(1).contains("\u001b"));
    }

    /** These say what to do in the words of status. */
    private static boolean isOneSentence(String what) {
        return what.startsWith("DISK_") || what.startsWith("PEERS_A");
    }

    private static FindingState finding(String grade, String what, String... values) {
        return FindingState.newBuilder()
                .setGrade(grade)
                .setWhat(what)
                .addAllValues(List.of(values))
                .build();
    }
}
