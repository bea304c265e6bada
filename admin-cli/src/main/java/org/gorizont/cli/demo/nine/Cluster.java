// SPDX-License-Identifier: Apache-2.0
package org.gorizont.cli.demo.nine;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gorizont.cli.demo.stage.DemoSchool;
import org.gorizont.cli.demo.stage.Parallel;
import org.gorizont.cli.process.Program;
import org.gorizont.cli.text.Progress;
import org.gorizont.protocol.domain.Card;

/** The schools of a story, and the stranger. All their processes end with this object, whatever ends it. */
final class Cluster implements AutoCloseable {
    static final Duration PATIENCE = Duration.ofMinutes(4);

    private static final String STRANGER = "stranger";
    private static final int AT_ONCE = 3;

    private final Program program;
    private final Path folder;
    private final Map<String, DemoSchool> schools = new LinkedHashMap<>();
    private final Map<String, SchoolContent> contents = new LinkedHashMap<>();
    private final List<DemoSchool> strangers = new ArrayList<>();
    private volatile boolean closed;

    Cluster(Program program, Path folder, DemoContent content) {
        this.program = program;
        this.folder = folder;
        for (SchoolContent school : content.schools()) {
            contents.put(school.key(), school);
            schools.put(school.key(), new DemoSchool(program, folder.resolve(school.key()), school.name()));
        }
    }

    /** Makes and starts all schools, a few at a time. */
    void start(Progress progress) throws InterruptedException {
        Parallel.each(all(), AT_ONCE, PATIENCE, school -> {
            SchoolContent content = content(school);
            if (!closed) {
                school.create(List.<Card>of(content.card(), content.centre()));
                school.start();
            }
            progress.step(1);
        });
    }

    /** A school that nobody has invited. */
    DemoSchool stranger(String name) throws InterruptedException {
        Path data = folder.resolve(STRANGER);
        DemoSchool stranger = new DemoSchool(program, data, name);
        synchronized (strangers) {
            strangers.add(stranger);
        }
        stranger.create(List.of());
        stranger.start();
        return stranger;
    }

    List<DemoSchool> all() {
        return List.copyOf(schools.values());
    }

    List<DemoSchool> on() {
        return all().stream().filter(DemoSchool::isOn).toList();
    }

    DemoSchool school(String key) {
        return Optional.ofNullable(schools.get(key)).orElseThrow(() -> new IllegalStateException("no school " + key));
    }

    SchoolContent content(DemoSchool school) {
        return Optional.ofNullable(contents.get(school.key())).orElseThrow();
    }

    /** Ends all processes, all at the same time. */
    @Override
    public void close() {
        closed = true;
        List<DemoSchool> everybody = new ArrayList<>(schools.values());
        synchronized (strangers) {
            everybody.addAll(strangers);
        }
        DemoSchool.closeAll(everybody);
    }
}
