// SPDX-License-Identifier: Apache-2.0
package org.gorizont.simulations.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.gorizont.simulations.report.Language;
import org.junit.jupiter.api.Test;

final class ScenarioReaderTest {
    private static final String GOOD = """
            scenario: Two villages
            seed: 7
            runs: 3
            start: 2026-10-19
            duration: 36 h
            schools:
              time_zone: +07:00
              profiles:
                - {name: daytime, share: 1, working: 08:00-18:00 local}
              list:
                - {name: alice, profile: daytime, line: town}
                - {name: bob, profile: daytime, line: village}
            circles:
              - {name: district, members: all}
            links:
              classes:
                - {name: town, share: 0.5, nat: none, down: 50 Mbit/s, up: 20 Mbit/s, loss: 0 %, latency: 15 ms}
                - {name: village, share: 0.5, nat: symmetric, down: 2 Mbit/s, up: 512 kbit/s, loss: 1 %, latency: 60 ms}
            load:
              - {what: practice, per_school_per_day: 1, size: {median: 2 KiB, p99: 40 KiB}, hours: 08:00-18:00 local}
            faults:
              - {at: 3 h, what: switch_off, whom: [alice], for: 30 min}
            """;

    private static final String RUSSIAN = """
            сценарий: Two villages
            зерно: 7
            прогонов: 3
            начало: 2026-10-19
            длительность: 36 ч
            школы:
              часовой_пояс: +07:00
              профили:
                - {имя: daytime, доля: 1, работает: 08:00-18:00 местного}
              список:
                - {имя: alice, профиль: daytime, линия: town}
                - {имя: bob, профиль: daytime, линия: village}
            сети:
              - {имя: district, участники: все}
            линии:
              классы:
                - {имя: town, доля: 0.5, nat: нет, вниз: 50 Мбит/с, вверх: 20 Мбит/с, потери: 0 %, задержка: 15 мс}
                - {имя: village, доля: 0.5, nat: симметричный, вниз: 2 Мбит/с, вверх: 512 кбит/с, потери: 1 %, задержка: 60 мс}
            нагрузка:
              - {что: practice, в_день_на_школу: 1, размер: {медиана: 2 КиБ, p99: 40 КиБ}, часы: 08:00-18:00 местного}
            отказы:
              - {когда: 3 ч, что: выключить, кого: [alice], на: 30 мин}
            """;

    @Test
    void readsQuantitiesInTheirUnits() throws UnfitScenario {
        Scenario scenario = ScenarioReader.read(GOOD);

        assertEquals(Instant.parse("2026-10-18T17:00:00Z"), scenario.start());
        assertEquals(Duration.ofHours(36), scenario.duration());
        assertEquals(512_000, scenario.schools().get(1).line().upBits());
        assertEquals(0.01, scenario.schools().get(1).line().loss());
        assertTrue(scenario.schools().get(1).line().nat());
        assertEquals(40 * 1024, scenario.loads().getFirst().p99Size());
        assertEquals(List.of(0), scenario.faults().getFirst().whom().schools());
        assertEquals(List.of(), scenario.defaults());
    }

    @Test
    void aRussianTwinIsTheSameScenario() throws UnfitScenario {
        assertEquals(ScenarioReader.read(GOOD), ScenarioReader.read(RUSSIAN));
    }

    @Test
    void tellsAllMistakesAtOnceByLineWithTheNearestWord() {
        String bad = GOOD.replace("runs: 3", "rnus: 3")
                .replace("duration: 36 h", "duration: 36")
                .replace("up: 20 Mbit/s", "up: 20 MB")
                .replace("line: village", "line: vilage")
                .replace("08:00-18:00 local}\n  list", "18:00-08:00 local}\n  list");

        assertEquals(
                List.of(
                        new Problem(3, "key-unknown-near", List.of("rnus", "runs")),
                        new Problem(5, "form-unit-time", List.of("duration", "36")),
                        new Problem(9, "form-hours", List.of("schools.profiles[1].working", "18:00-08:00 local")),
                        new Problem(12, "name-unknown-near", List.of("vilage", "village")),
                        new Problem(17, "form-unit-rate", List.of("links.classes[1].up", "20 MB"))),
                problems(bad));
    }

    @Test
    void namesTheNearestRussianWordToo() {
        assertEquals(
                List.of(new Problem(3, "key-unknown-near", List.of("прогоноф", "прогонов"))),
                problems(RUSSIAN.replace("прогонов: 3", "прогоноф: 3")));
    }

    @Test
    void oneKeyInTwoLanguagesIsTwice() {
        assertEquals("key-twice", problems(GOOD + "зерно: 8\n").getFirst().message());
        assertEquals("key-twice", problems(GOOD + "seed: 8\n").getFirst().message());
    }

    @Test
    void refusesANetworkInWhichNobodyCanBeReached() {
        assertEquals(
                "nobody-reachable",
                problems(GOOD.replace("nat: none", "nat: symmetric")).getFirst().message());
    }

    @Test
    void refusesWhatCouldGrow() {
        assertEquals(
                "anchor", problems("scenario: &a Two\nseed: *a\n").getFirst().message());
        assertEquals(
                "too-deep",
                problems("a: " + "[".repeat(40) + "]".repeat(40)).getFirst().message());
        assertEquals(
                "too-long", problems(" ".repeat(4 * 1024 * 1024 + 1)).getFirst().message());
    }

    @Test
    void whatIsNoScenarioIsSaidToBeNone() {
        assertEquals("not-yaml", problems("a: [1, 2").getFirst().message());
        assertEquals("not-a-scenario", problems("").getFirst().message());
        assertEquals("not-a-scenario", problems("- 1\n").getFirst().message());
        assertEquals("not-a-scenario", problems("текст").getFirst().message());
    }

    @Test
    void everyDefaultThatIsUsedIsNamed() throws UnfitScenario {
        Scenario scenario = ScenarioReader.read(GOOD.replace("seed: 7\n", "").replace("runs: 3\n", ""));

        assertEquals(List.of(new Default("seed", "1"), new Default("runs", "10")), scenario.defaults());
        assertEquals(10, scenario.runs());
    }

    /** Also shows that every mistake has its words. */
    private static List<Problem> problems(String yaml) {
        List<Problem> problems = assertThrows(UnfitScenario.class, () -> ScenarioReader.read(yaml))
                .problems();
        for (Problem problem : problems) {
            for (Language language : Language.values()) {
                language.text(problem.message(), problem.details().toArray());
            }
        }
        return problems;
    }
}
