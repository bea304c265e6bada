// SPDX-License-Identifier: Apache-2.0
package org.gorizont.simulations.scenario;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Reads a scenario; simulations/README.md describes the form. */
public final class ScenarioReader {
    private static final int MOST_RUNS = 1_000;
    private static final String LONGEST = "366 d";

    private final Problems problems = new Problems();
    private final List<Default> defaults = new ArrayList<>();

    private ScenarioReader() {}

    /** @throws UnfitScenario with everything that is wrong */
    public static Scenario read(String yaml) throws UnfitScenario {
        return new ScenarioReader().scenario(yaml);
    }

    private Scenario scenario(String yaml) throws UnfitScenario {
        Optional<Node.Fields> root = YamlTree.read(yaml, problems);
        if (root.isEmpty()) {
            throw new UnfitScenario(problems.all());
        }
        Scenario scenario = scenario(new Section("", root.get(), problems, defaults));
        if (!problems.none()) {
            throw new UnfitScenario(problems.all());
        }
        return scenario;
    }

    private Scenario scenario(Section root) {
        String name = root.text("scenario");
        long seed = root.whole("seed", 1, 0, Long.MAX_VALUE);
        int runs = (int) root.whole("runs", 10, 1, MOST_RUNS);
        LocalDate day = root.value("start", "2026-10-19", ScenarioReader::date, "date");
        Duration duration = root.duration("duration", "2 d");
        if (duration.compareTo(Quantity.duration(Quantity.TIME.parse(LONGEST).orElseThrow())) > 0
                || duration.isZero()) {
            root.problemAt("duration", "too-long-plan", LONGEST);
        }
        List<Scenario.Line> lines = new LinesReader(root.section("links")).read();
        SchoolsReader schools = new SchoolsReader(root.section("schools"), lines, seed);
        List<Scenario.School> read = schools.read();
        Instant start = day.atStartOfDay().toInstant(schools.zone());
        List<Scenario.Circle> circles = circles(root, read);
        List<Scenario.Load> loads = loads(root);
        List<Scenario.SwitchOff> faults = new FaultsReader(read, duration).read(root.sections("faults"));
        root.end();
        return new Scenario(name, seed, runs, start, duration, read, circles, loads, faults, defaults);
    }

    private List<Scenario.Circle> circles(Section root, List<Scenario.School> schools) {
        List<Scenario.Circle> circles = new ArrayList<>();
        for (Section section : root.sections("circles")) {
            String name = section.text("name");
            List<Integer> members = section.isText("members") || !section.has("members")
                    ? everybody(section, schools)
                    : Names.find(section, "members", schools);
            section.end();
            if (members.isEmpty()
                    || members.stream().allMatch(i -> schools.get(i).line().nat())) {
                section.problem("nobody-reachable", name);
            }
            circles.add(new Scenario.Circle(name, members));
        }
        if (!root.has("circles")) {
            defaults.add(new Default("circles", "all"));
            circles.add(new Scenario.Circle("all", all(schools)));
            if (!schools.isEmpty()
                    && schools.stream().allMatch(school -> school.line().nat())) {
                root.problem("nobody-reachable", "all");
            }
        }
        return circles;
    }

    private static List<Integer> everybody(Section section, List<Scenario.School> schools) {
        section.word("members", "all", List.of("all"));
        return all(schools);
    }

    private static List<Integer> all(List<Scenario.School> schools) {
        return IntStream.range(0, schools.size()).boxed().toList();
    }

    private List<Scenario.Load> loads(Section root) {
        List<Scenario.Load> loads = new ArrayList<>();
        for (Section section : root.sections("load")) {
            String what = section.text("what");
            double rate = section.number("per_school_per_day", "1", 0, 10_000);
            Section size = section.section("size");
            int median = (int) size.quantity("median", "2 KiB", Quantity.SIZE);
            int p99 = (int) size.quantity("p99", "40 KiB", Quantity.SIZE);
            if (median < 1 || p99 < median || p99 > org.gorizont.protocol.core.Limits.BODY_BYTES) {
                section.problemAt("size", "size-range");
            }
            size.end();
            Hours hours = section.value("hours", "08:00-18:00 local", Hours::parse, "hours");
            section.end();
            loads.add(new Scenario.Load(what, rate, median, p99, hours));
        }
        if (!root.has("load")) {
            root.problem("key-missing", "load");
        }
        return loads;
    }

    private static Optional<LocalDate> date(String text) {
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeParseException _) {
            return Optional.empty();
        }
    }

    /** {@code +07:00}. */
    static Optional<ZoneOffset> offset(String text) {
        try {
            return Optional.of(ZoneOffset.of(text));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }
}
