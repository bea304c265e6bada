// SPDX-License-Identifier: Apache-2.0
package org.gorizont.simulations.world;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.gorizont.protocol.crypto.Ed25519Verifier;
import org.gorizont.protocol.crypto.SignatureVerifier;

/** Machines, network and clock of one run. One thread; one seed, one outcome. */
public final class World {
    /** Where the events of whoever drives the world take place: before others of the same moment. */
    private static final long DRIVER = -1;

    private final Settings settings;
    private final Conditions conditions;
    private final Build build;
    private final Watch watch;
    private final Streams streams;
    private final EventQueue queue = new EventQueue();
    private final List<Machine> machines = new ArrayList<>();
    private final Network network;
    private final SignatureVerifier honest = new MemoVerifier(new Ed25519Verifier());
    private final SignatureVerifier verifier;
    private final Trace trace;
    private long nanos;
    private long steps;
    private long driven;

    /** @param printer takes the lines of the trace; {@code Trace.SILENT} for none */
    public World(
            Settings settings, Conditions conditions, Build build, Watch watch, Optional<Consumer<String>> printer) {
        this.settings = settings;
        this.conditions = conditions;
        this.build = build;
        this.watch = watch;
        this.streams = new Streams(settings.seed());
        this.verifier = build.verifier(honest);
        this.trace = new Trace(this, printer);
        this.network = new Network(this, settings.natted().size());
        for (int i = 0; i < settings.natted().size(); i++) {
            Machine machine = new Machine(
                    this, i, settings.natted().get(i), settings.waiting().get(i));
            machines.add(machine);
            network.add(machine);
        }
    }

    public Settings settings() {
        return settings;
    }

    public Conditions conditions() {
        return conditions;
    }

    public Streams streams() {
        return streams;
    }

    public List<Machine> machines() {
        return machines;
    }

    public Machine machine(int number) {
        return machines.get(number);
    }

    public Network network() {
        return network;
    }

    public Trace trace() {
        return trace;
    }

    public Instant now() {
        return settings.start().plusNanos(nanos);
    }

    /** Nanoseconds since the start. */
    public long nanos() {
        return nanos;
    }

    /** Events carried out. */
    public long steps() {
        return steps;
    }

    Build build() {
        return build;
    }

    /** Judges signatures as they are, whatever the machines are made of. */
    public SignatureVerifier honestVerifier() {
        return honest;
    }

    SignatureVerifier verifier() {
        return verifier;
    }

    Watch watch() {
        return watch;
    }

    /** Something that the driver of this world does later. */
    public void later(Duration after, Runnable action) {
        at(after, DRIVER, driven++, action);
    }

    void at(Duration after, long place, long number, Runnable action) {
        queue.add(nanos + Math.max(0, after.toNanos()), place, number, action);
    }

    /**
     * Runs until the condition holds, or until the time is over.
     *
     * @param every how often the condition is asked
     * @return whether it holds
     */
    public boolean runUntil(BooleanSupplier condition, Duration every, Duration atMost) {
        long end = nanos + atMost.toNanos();
        while (!condition.getAsBoolean()) {
            if (nanos >= end) {
                return false;
            }
            runTo(Math.min(end, nanos + every.toNanos()));
        }
        return true;
    }

    public void runFor(Duration duration) {
        runTo(nanos + duration.toNanos());
    }

    private void runTo(long end) {
        while (!queue.isEmpty() && queue.nextNanos() <= end) {
            nanos = queue.nextNanos();
            queue.poll().run();
            steps++;
            watch.stepped(this);
        }
        nanos = end;
    }
}
