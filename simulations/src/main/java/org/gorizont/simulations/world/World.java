// SPDX-License-Identifier: Apache-2.0
package org.gorizont.simulations.world;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.gorizont.protocol.crypto.Ed25519Verifier;
import org.gorizont.protocol.crypto.SignatureVerifier;

/** Machines, network and clock of one run. */
public final class World {
    private final Options options;
    private final Streams streams;
    private final Instant start;
    private final EventQueue queue = new EventQueue();
    private final List<Machine> machines = new ArrayList<>();
    private final Network network;
    private final SignatureVerifier verifier;
    private final Watch watch;
    private final Trace trace;
    private long nanos;
    private long steps;

    /**
     * @param natted for each machine, whether nobody can dial it
     * @param printer takes the lines of the trace, if {@code traced}
     */
    public World(Options options, Instant start, boolean[] natted, Watch watch, boolean traced, Consumer<String> printer) {
        this(options, start, natted, watch, traced, printer, new Ed25519Verifier());
    }

    /** As above, with another verifier than the real one: to see that a wrong one is noticed. */
    public World(
            Options options,
            Instant start,
            boolean[] natted,
            Watch watch,
            boolean traced,
            Consumer<String> printer,
            SignatureVerifier verifier) {
        this.options = options;
        this.streams = new Streams(options.seed());
        this.start = start;
        this.watch = watch;
        this.verifier = new MemoVerifier(verifier);
        this.trace = new Trace(this, printer, traced);
        this.network = new Network(this, natted.length);
        for (int i = 0; i < natted.length; i++) {
            Machine machine = new Machine(this, i, natted[i]);
            machines.add(machine);
            network.add(machine);
        }
    }

    /** How the world behaves; faults may change while it runs. */
    public interface Options {
        long seed();

        boolean push();

        Duration poll();

        Duration sync(SplittableRandom luck);

        Duration delay(int from, int to);

        long jitterNanos(SplittableRandom luck);

        long uplinkNanos(int machine, int bytes);

        boolean loses(SplittableRandom luck);

        boolean doubles(SplittableRandom luck);

        boolean overtakes(SplittableRandom luck);
    }

    public Options options() {
        return options;
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
        return start.plusNanos(nanos);
    }

    /** Nanoseconds since the start. */
    public long nanos() {
        return nanos;
    }

    public long steps() {
        return steps;
    }

    SignatureVerifier verifier() {
        return verifier;
    }

    Watch watch() {
        return watch;
    }

    void at(Duration after, long place, long number, Runnable action) {
        queue.add(nanos + Math.max(0, after.toNanos()), place, number, action);
    }

    /** Runs until the condition holds after some event, or until the time is over; true if it holds. */
    public boolean runUntil(BooleanSupplier condition, Duration atMost) {
        long end = nanos + atMost.toNanos();
        while (!condition.getAsBoolean()) {
            if (queue.isEmpty() || queue.nextNanos() > end) {
                nanos = end;
                return condition.getAsBoolean();
            }
            step();
        }
        return true;
    }

    public void runFor(Duration duration) {
        runUntil(() -> false, duration);
    }

    private void step() {
        nanos = queue.nextNanos();
        queue.poll().run();
        steps++;
        watch.stepped(this);
    }
}
