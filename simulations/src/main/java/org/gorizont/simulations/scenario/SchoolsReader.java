// SPDX-License-Identifier: Apache-2.0
package org.gorizont.simulations.scenario;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;
import org.gorizont.simulations.world.Streams;

/** Reads the schools: a list, or so many; whose hours or line are not named gets them by the shares. */
final class SchoolsReader {
    private static final int MOST_SCHOOLS = 1_000;

    private final Section section;
    private final List<Scenario.Line> lines;
    private final Streams streams;
    private final ZoneOffset zone;

    private record Profile(String name, double share, Hours working) {}

    SchoolsReader(Section section, List<Scenario.Line> lines, long seed) {
        this.section = section;
        this.lines = lines;
        this.streams = new Streams(seed);
        this.zone = section.value("time_zone", "+03:00", ScenarioReader::offset, "zone");
    }

    ZoneOffset zone() {
        return zone;
    }

    List<Scenario.School> read() {
        List<Profile> profiles = profiles();
        List<Scenario.School> schools = section.has("generate") ? generated(profiles) : listed(profiles);
        section.end();
        if (schools.size() < 2 || schools.size() > MOST_SCHOOLS) {
            section.problem("schools-count", schools.size(), MOST_SCHOOLS);
        }
        return schools;
    }

    private List<Profile> profiles() {
        List<Profile> profiles = new ArrayList<>();
        for (Section item : section.sections("profiles")) {
            profiles.add(new Profile(
                    item.text("name"),
                    item.number("share", "1", 0, 1),
                    item.value("working", "00:00-24:00 local", Hours::parse, "hours")));
            item.end();
        }
        if (profiles.isEmpty()) {
            profiles.add(new Profile("always", 1, new Hours(0, Hours.DAY)));
        } else if (Math.abs(profiles.stream().mapToDouble(Profile::share).sum() - 1) > 0.001) {
            section.problemAt("profiles", "shares", "schools.profiles");
        }
        return profiles;
    }

    private List<Scenario.School> generated(List<Profile> profiles) {
        Section generate = section.section("generate");
        int count = (int) generate.whole("count", 10, 1, MOST_SCHOOLS);
        generate.end();
        List<Scenario.School> schools = new ArrayList<>();
        for (int i = 0; i < count && !lines.isEmpty(); i++) {
            Profile profile = drawn("profile", i, profiles, Profile::share);
            schools.add(new Scenario.School(
                    "№ " + (i + 1), profile.working, drawn("line", i, lines, Scenario.Line::share)));
        }
        return schools;
    }

    private List<Scenario.School> listed(List<Profile> profiles) {
        List<Scenario.School> schools = new ArrayList<>();
        TreeSet<String> names = new TreeSet<>();
        List<Section> items = section.sections("list");
        for (int i = 0; i < items.size(); i++) {
            Section item = items.get(i);
            String name = item.text("name");
            if (!names.add(name)) {
                item.problem("name-twice", name);
            }
            Profile profile = item.has("profile")
                    ? named(
                            item,
                            "profile",
                            profiles,
                            profiles.stream().map(Profile::name).toList())
                    : drawn("profile", i, profiles, Profile::share);
            if (!lines.isEmpty()) {
                Scenario.Line line = item.has("line")
                        ? named(
                                item,
                                "line",
                                lines,
                                lines.stream().map(Scenario.Line::name).toList())
                        : drawn("line", i, lines, Scenario.Line::share);
                schools.add(new Scenario.School(name, profile.working, line));
            }
            item.end();
        }
        return schools;
    }

    private static <T> T named(Section item, String key, List<T> values, List<String> names) {
        String name = item.text(key);
        int index = names.indexOf(name);
        if (index < 0) {
            Names.unknown(item, key, name, names);
            return values.getFirst();
        }
        return values.get(index);
    }

    /** Which one a school gets depends on the seed and its place alone. */
    private <T> T drawn(String what, int school, List<T> values, ToDoubleFunction<T> share) {
        SplittableRandom luck = streams.of(what, school);
        double left = luck.nextDouble();
        for (T value : values) {
            left -= share.applyAsDouble(value);
            if (left < 0) {
                return value;
            }
        }
        return values.getLast();
    }
}
