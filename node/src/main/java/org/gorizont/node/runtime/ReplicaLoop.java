// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.runtime;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.gorizont.node.storage.DiskSpace;
import org.gorizont.node.storage.StoreFailed;
import org.gorizont.node.storage.TurnStore;
import org.gorizont.protocol.core.Effect;
import org.gorizont.protocol.core.Input;
import org.gorizont.protocol.core.LogStore.StoreUnreadable;
import org.gorizont.protocol.core.Outcome;
import org.gorizont.protocol.core.Refusal;
import org.gorizont.protocol.core.RequestId;
import org.jspecify.annotations.Nullable;

/**
 * One thread that drives one replica: inputs in, changes written, then everything else carried out. Up to {@link
 * #TURN_INPUTS} inputs share one fsync; nothing leaves before it. While nothing is to be written there is none to share,
 * and what an input leads to leaves at once: a neighbour works on the first answer while we prepare the second.
 *
 * <p>When a write fails it is unknown whether it happened. The loop then latches: what this school's people ask for is
 * refused, what came from others waits, and {@link TurnStore#recover} is tried with growing pauses; the effects of the
 * failed turn follow when the same bytes are known to be written. The same latch holds while the disk is all but full.
 *
 * <p>An unchecked exception out of the replica is a broken invariant: the loop ends and stops the node.
 */
public final class ReplicaLoop implements AutoCloseable {
    /** Inputs of one turn. */
    public static final int TURN_INPUTS = 64;
    /** Staged bytes that end a turn early, so that memory stays bounded. */
    public static final long TURN_BYTES = 8L << 20;

    private static final Outcome NO_ROOM = new Outcome.Refused(
            Refusal.STORE_READ_ONLY,
            "less than " + DiskSpace.OWN_ONLY_BYTES / DiskSpace.MEBIBYTE + " MiB of disk are free");
    private static final long FOREVER_NANOS = Duration.ofMinutes(1).toNanos();

    private final Core core;
    private final TurnStore store;
    private final Inbox inbox;
    private final Ports ports;
    private final InstantSource clock;
    private final SpaceWatch space;
    private final Pauses pauses;
    private final StopPort stop;
    private final Thread thread;
    private final Deque<Input> next = new ArrayDeque<>();
    private final Queue<Chore> chores = new ConcurrentLinkedQueue<>();
    private volatile boolean closed;
    private volatile @Nullable Latch latch;

    /**
     * @param clock tells the replica the time; see {@link SteadyClock}
     * @param pauses between attempts to write after a failure
     */
    public ReplicaLoop(
            Core core,
            TurnStore store,
            Inbox inbox,
            Ports ports,
            InstantSource clock,
            DiskSpace space,
            Pauses pauses,
            StopPort stop) {
        this.core = core;
        this.store = store;
        this.inbox = inbox;
        this.ports = ports;
        this.clock = clock;
        this.space = new SpaceWatch(space);
        this.pauses = pauses;
        this.stop = stop;
        this.thread = Thread.ofPlatform().name("gorizont-loop").unstarted(this::run);
    }

    /** Begins. What is in the inbox already is handled first. */
    public void start() {
        thread.start();
    }

    /** Why nothing can be written now; empty when all is well. For pages and diagnostics, on any thread. */
    public Optional<Trouble> trouble() {
        return Optional.ofNullable(latch).map(held -> new Trouble(held.reason(), held.isWithoutRoom()));
    }

    /**
     * Lets the thread that writes the store do this between two turns, while nothing is staged; a node that cannot write does
     * it once it can.
     */
    public void between(Chore chore) {
        chores.add(chore);
        inbox.wake();
    }

    /** What is done between two turns. Fast. */
    @FunctionalInterface
    public interface Chore {
        /** @throws StoreFailed as {@link TurnStore#commit} */
        void run() throws StoreFailed;
    }

    /** Ends after the turn that is under way. What is in the inbox is lost, as at a power cut. */
    @Override
    public void close() {
        closed = true;
        inbox.close();
        try {
            thread.join();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        try {
            while (!closed) {
                Latch now = latch;
                if (now == null && !chores.isEmpty()) {
                    chore(chores.remove());
                } else if (now == null) {
                    turn();
                } else {
                    waitOn(now);
                }
            }
            keepMarks();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } catch (StoreUnreadable e) {
            end(StopPort.STORE_UNREADABLE, "the store cannot be read, the node stops: " + e.getMessage(), e);
        } catch (RuntimeException | Error e) {
            end(StopPort.BROKEN, "a part of the program is broken, the node stops: " + e, e);
        }
    }

    /** Effects of the last turn may have marked something for the next start. */
    private void keepMarks() {
        try {
            if (latch == null) {
                store.commit();
            }
        } catch (StoreFailed _) {
            // As at a power cut: the next start finds what was there before.
        }
    }

    private void end(int exitCode, String line, Throwable cause) {
        closed = true;
        inbox.close();
        stop.stop(exitCode, line, cause);
    }

    private void chore(Chore chore) {
        try {
            chore.run();
        } catch (StoreFailed e) {
            hold(new Latch(pauses, String.valueOf(e.getMessage()), new Work()));
        }
    }

    private void turn() throws InterruptedException {
        Input first = take(FOREVER_NANOS);
        if (first == null) {
            return;
        }
        if (!space.allowsWriting()) {
            next.addFirst(first);
            hold(Latch.withoutRoom(pauses));
            return;
        }
        Work work = new Work();
        for (Input input = first; input != null; input = full(work) ? null : take(0)) {
            handle(input, work);
        }
        try {
            store.commit();
        } catch (StoreFailed e) {
            hold(new Latch(pauses, String.valueOf(e.getMessage()), work));
            return;
        }
        work.finish(ports, inbox);
    }

    private @Nullable Input take(long maxNanos) throws InterruptedException {
        return next.isEmpty() ? inbox.take(maxNanos) : next.poll();
    }

    private boolean full(Work work) {
        return store.stagedBytes() == 0 || work.size() >= TURN_INPUTS || store.stagedBytes() >= TURN_BYTES;
    }

    private void handle(Input input, Work work) {
        work.took(input);
        if (!space.allows(input)) {
            Source.request(input).ifPresent(request -> work.follows(new Effect.Reply(request, NO_ROOM)));
            return;
        }
        for (Effect effect : core.handle(input, clock.instant())) {
            if (effect instanceof Effect.Persist persist) {
                store.stage(persist.changes());
            } else {
                work.follows(effect);
            }
        }
    }

    /** Nothing is written from now on, until {@link #waitOn} finds that writing works again. */
    private void hold(Latch held) {
        latch = held;
        while (!next.isEmpty()) {
            refuseOrKeep(next.poll(), held);
        }
    }

    private void waitOn(Latch held) throws InterruptedException {
        long nanos = held.nanosToRetry();
        Input input = nanos > 0 ? inbox.take(nanos) : null;
        if (input != null) {
            refuseOrKeep(input, held);
        } else if (held.nanosToRetry() <= 0) {
            tryAgain(held);
        }
    }

    private void tryAgain(Latch held) {
        space.lookNow();
        if (!space.allowsWriting()) {
            held.waitForRoom();
            return;
        }
        try {
            store.recover();
        } catch (StoreFailed _) {
            held.failedAgain();
            return;
        }
        latch = null;
        next.addAll(held.kept());
        held.postponed().finish(ports, inbox);
    }

    private void refuseOrKeep(Input input, Latch held) {
        if (input instanceof Input.StatusAsked) {
            // Changes nothing, and is asked most of all when something is wrong.
            core.handle(input, clock.instant()).forEach(ports::carryOut);
            inbox.done(input);
            return;
        }
        Optional<RequestId> request = Source.request(input);
        if (request.isEmpty()) {
            held.keep(input);
            return;
        }
        ports.replies().reply(request.get(), new Outcome.Refused(Refusal.STORE_READ_ONLY, held.reason()));
        inbox.done(input);
    }
}
