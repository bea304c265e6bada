// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.metrics;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Tags;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Instant;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import org.gorizont.node.admin.ReadSide;
import org.gorizont.node.backup.LastBackup;
import org.gorizont.node.runtime.StoreHealth;
import org.gorizont.protocol.core.ReplicaStatus;
import org.jspecify.annotations.Nullable;

/** The numbers of one node. Looks at the node once each time they are read. Safe for all threads. */
public final class NodeMetrics {
    /** The form of Prometheus' text, for the head of an answer. */
    public static final String CONTENT_TYPE = "text/plain; version=0.0.4; charset=utf-8";

    private final Supplier<Look> looks;
    private @Nullable PrometheusMeterRegistry registry;
    private @Nullable Look now;

    /** @param looks takes some milliseconds */
    public NodeMetrics(Supplier<Look> looks) {
        this.looks = looks;
    }

    /** All numbers as they are now. */
    public synchronized String scrape() {
        Look look = looks.get();
        now = look;
        PrometheusMeterRegistry numbers = registry;
        if (numbers == null) {
            numbers = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
            register(numbers, look);
            registry = numbers;
        }
        return numbers.scrape();
    }

    private void register(PrometheusMeterRegistry numbers, Look first) {
        node(numbers);
        disk(numbers);
        neighbours(numbers);
        backups(numbers);
        for (ReadSide.Reader reader : first.readers()) {
            gauge(
                    numbers,
                    "gorizont.reader.behind",
                    "Arrivals that this read model has not followed yet",
                    Tags.of("reader", reader.name()),
                    look -> behind(look, reader.name()));
        }
    }

    private void node(PrometheusMeterRegistry numbers) {
        gauge(
                numbers,
                "gorizont.start.time.seconds",
                "When the node was started",
                look -> seconds(look.facts().startedAt()));
        gauge(numbers, "gorizont.writing.allowed", "1 if this school may publish", look -> {
            boolean allowed =
                    look.status().writing().isEmpty() && look.facts().health().writes();
            return allowed ? 1 : 0;
        });
        gauge(
                numbers,
                "gorizont.entries.own",
                "Entries of the school's own logs",
                look -> look.facts().ownEntries());
        gauge(
                numbers,
                "gorizont.entries.held",
                "Entries of all logs",
                look -> look.facts().heldEntries());
        gauge(
                numbers,
                "gorizont.key.epoch",
                "How often the keys of the school were changed",
                look -> look.facts().keyEpoch());
        gauge(numbers, "gorizont.heap.bytes", "Heap in use", _ -> {
            Runtime java = Runtime.getRuntime();
            return java.totalMemory() - java.freeMemory();
        });
        counter(
                numbers,
                "gorizont.entries.accepted",
                "Entries taken in from others",
                look -> look.status().counters().entriesAccepted());
    }

    private void disk(PrometheusMeterRegistry numbers) {
        gauge(
                numbers,
                "gorizont.disk.free.bytes",
                "Free bytes of the data directory's disk, -1 if unknown",
                look -> look.facts().health().freeBytes());
        for (StoreHealth.State state : StoreHealth.State.values()) {
            gauge(
                    numbers,
                    "gorizont.disk.state",
                    "1 for how the disk is",
                    Tags.of("state", state.name()),
                    look -> look.facts().health().state() == state ? 1 : 0);
        }
    }

    private void neighbours(PrometheusMeterRegistry numbers) {
        gauge(
                numbers,
                "gorizont.circles",
                "Networks that this node knows",
                look -> look.status().circles().size());
        gauge(numbers, "gorizont.schools.known", "Other schools that this node knows", look -> others(look, _ -> true));
        gauge(
                numbers,
                "gorizont.schools.connected",
                "Of them those that are connected",
                look -> others(look, ReplicaStatus.School::connected));
        gauge(
                numbers,
                "gorizont.schools.behind",
                "Of them those of which more exists than is held here",
                look -> others(look, school -> !school.behind().isEmpty()));
        counter(
                numbers,
                "gorizont.frames.received",
                "Frames from neighbours",
                look -> look.status().counters().framesReceived());
        counter(
                numbers,
                "gorizont.frames.unknown",
                "Of them those of newer programs",
                look -> look.status().counters().unknownFrames());
        counter(
                numbers,
                "gorizont.frames.rejected",
                "Of them those that broke a rule",
                look -> look.status().counters().rejected());
        counter(
                numbers,
                "gorizont.peer.bytes",
                "Bytes of frames",
                Tags.of("direction", "in"),
                look -> look.traffic().bytesIn());
        counter(
                numbers,
                "gorizont.peer.bytes",
                "Bytes of frames",
                Tags.of("direction", "out"),
                look -> look.traffic().bytesOut());
    }

    private void backups(PrometheusMeterRegistry numbers) {
        gauge(
                numbers,
                "gorizont.backup.made.time.seconds",
                "When the last backup was made; 0 if never",
                look -> look.backup()
                        .made()
                        .map(LastBackup.Made::at)
                        .map(NodeMetrics::seconds)
                        .orElse(0.0));
        gauge(
                numbers,
                "gorizont.backup.failed",
                "1 if the last attempt failed",
                look -> look.backup().failed().isPresent() ? 1 : 0);
    }

    private static double seconds(Instant moment) {
        return moment.getEpochSecond();
    }

    private static long others(Look look, Predicate<ReplicaStatus.School> such) {
        return look.status().schools().stream()
                .filter(school -> !school.id().equals(look.status().self()))
                .filter(such)
                .count();
    }

    private static long behind(Look look, String name) {
        return look.readers().stream()
                .filter(reader -> reader.name().equals(name))
                .mapToLong(reader -> Math.max(0, reader.last() - reader.position()))
                .sum();
    }

    private void gauge(PrometheusMeterRegistry numbers, String name, String what, ToDoubleFunction<Look> number) {
        gauge(numbers, name, what, Tags.empty(), number);
    }

    private void gauge(
            PrometheusMeterRegistry numbers, String name, String what, Tags tags, ToDoubleFunction<Look> number) {
        Gauge.builder(name, this, metrics -> metrics.read(number))
                .description(what)
                .tags(tags)
                .strongReference(true)
                .register(numbers);
    }

    private void counter(PrometheusMeterRegistry numbers, String name, String what, ToDoubleFunction<Look> number) {
        counter(numbers, name, what, Tags.empty(), number);
    }

    private void counter(
            PrometheusMeterRegistry numbers, String name, String what, Tags tags, ToDoubleFunction<Look> number) {
        FunctionCounter.builder(name, this, metrics -> metrics.read(number))
                .description(what)
                .tags(tags)
                .register(numbers);
    }

    private synchronized double read(ToDoubleFunction<Look> number) {
        Look look = now;
        return look == null ? Double.NaN : number.applyAsDouble(look);
    }
}
