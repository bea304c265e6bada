// SPDX-License-Identifier: Apache-2.0
package org.gorizont.cli.demo.membership;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.gorizont.cli.demo.stage.DemoSchool;
import org.gorizont.cli.demo.stage.Parallel;
import org.gorizont.cli.demo.stage.Stage;
import org.gorizont.cli.demo.stage.Typist;
import org.gorizont.cli.process.Folders;
import org.gorizont.cli.process.LocalSettings;
import org.gorizont.cli.process.Program;
import org.gorizont.cli.process.RelayProcess;
import org.gorizont.cli.text.Failure;
import org.gorizont.cli.text.Json;
import org.gorizont.cli.text.Progress;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** The nodes of the story and their folders. All processes end with this object, whatever ends it. */
final class Schools implements AutoCloseable {
    private static final String ZONE = "Asia/Novokuznetsk";
    private static final int AT_ONCE = 3;
    private static final Duration PATIENCE = Duration.ofMinutes(4);

    private final Stage stage;
    private final Program program;
    private final Map<Part, DemoSchool> cast = new EnumMap<>(Part.class);
    private final List<DemoSchool> all = new ArrayList<>();
    private Optional<RelayProcess> relay = Optional.empty();
    private boolean closed;

    Schools(Stage stage) {
        this.stage = stage;
        this.program = Program.small(stage.home());
    }

    /** Makes and starts schools, a few at a time. */
    void create(List<Part> parts, Progress progress) throws InterruptedException {
        // In their order, whichever node is ready first.
        parts.forEach(part -> put(part, part.key()));
        Parallel.each(parts, AT_ONCE, PATIENCE, part -> {
            DemoSchool school = of(part);
            type(
                    school,
                    "init",
                    "--name",
                    part.title(),
                    "--zone",
                    ZONE,
                    "--sheet",
                    sheet(part).toString());
            LocalSettings.write(school.data());
            school.start();
            progress.step(1);
        });
    }

    DemoSchool create(Part part) throws InterruptedException {
        create(List.of(part), Progress.none());
        return of(part);
    }

    /** From now on the school's node works in another folder. */
    DemoSchool put(Part part, String folder) {
        DemoSchool school = beside(part, folder);
        synchronized (all) {
            cast.put(part, school);
        }
        return school;
    }

    /** A node in another folder that works in the name of the same school. */
    DemoSchool beside(Part part, String folder) {
        DemoSchool school = new DemoSchool(program, stage.folder().path().resolve(folder), part.title());
        synchronized (all) {
            all.add(school);
        }
        return school;
    }

    DemoSchool of(Part part) {
        synchronized (all) {
            return Optional.ofNullable(cast.get(part)).orElseThrow(() -> new IllegalStateException("no " + part));
        }
    }

    /** The recovery sheet, as {@code init} wrote it. */
    Path sheet(Part part) {
        return stage.folder().path().resolve(part.key() + "-sheet.txt");
    }

    Path file(String name) {
        return stage.folder().path().resolve(name);
    }

    Typist.Typed tryToType(DemoSchool school, String... words) {
        return stage.typist().type(school.data(), List.of(words));
    }

    /** Types a command that must succeed; what it printed. */
    String type(DemoSchool school, String... words) {
        Typist.Typed typed = tryToType(school, words);
        if (!typed.done()) {
            throw Failure.of("demo-typed", String.join(" ", words), typed.err().strip());
        }
        return typed.out();
    }

    /** Starts a relay; the port at which it waits. */
    int relay() throws InterruptedException {
        RelayProcess started = RelayProcess.start(Program.relay(stage.home()), "127.0.0.1", 0, 0);
        relay = Optional.of(started);
        CompletableFuture<Integer> port = new CompletableFuture<>();
        Thread.ofVirtual().start(() -> follow(started, port));
        try {
            return port.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw Failure.of("cannot-start-relay", String.valueOf(e.getMessage()));
        }
    }

    private static void follow(RelayProcess relay, CompletableFuture<Integer> port) {
        try {
            int code = relay.follow(line -> {
                JsonNode said = Json.read(line);
                if (said.path("event").asString().equals("ready")) {
                    port.complete(said.path("port").asInt());
                }
            });
            port.completeExceptionally(new IllegalStateException("it ended with " + code));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } catch (JacksonException e) {
            port.completeExceptionally(e);
        }
    }

    /** All that were ever started. */
    List<DemoSchool> all() {
        synchronized (all) {
            return all.stream().filter(DemoSchool::wasOn).toList();
        }
    }

    List<DemoSchool> on() {
        return all().stream().filter(DemoSchool::isOn).toList();
    }

    static void remove(Path folder) {
        try {
            Folders.remove(folder);
        } catch (IOException e) {
            throw Failure.of("cannot-write", folder, String.valueOf(e));
        }
    }

    static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw Failure.of("cannot-write", file, String.valueOf(e));
        }
    }

    /** Puts a copy in the place of a folder. */
    static void replace(Path folder, Path copy) {
        remove(folder);
        copy(copy, folder);
    }

    static void copy(Path from, Path to) {
        try {
            Folders.copy(from, to);
        } catch (IOException e) {
            throw Failure.of("cannot-write", to, String.valueOf(e));
        }
    }

    @Override
    public void close() {
        synchronized (all) {
            if (closed) {
                return;
            }
            closed = true;
        }
        relay.ifPresent(RelayProcess::close);
        DemoSchool.closeAll(List.copyOf(all));
    }
}
