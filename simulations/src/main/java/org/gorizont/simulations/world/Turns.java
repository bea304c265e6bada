// SPDX-License-Identifier: Apache-2.0
package org.gorizont.simulations.world;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.gorizont.protocol.core.Change;
import org.gorizont.protocol.core.Effect;
import org.gorizont.protocol.core.Input;
import org.gorizont.protocol.core.Outcome;
import org.gorizont.protocol.core.Refusal;
import org.gorizont.protocol.core.RequestId;

/**
 * The loop of one machine in one life: turns of up to 64 inputs that end with one write, as the node has them. When a write
 * fails the loop waits, as the node's latch does: people are refused, what comes from others stays, and the effects of
 * the turn follow when its bytes are written.
 */
final class Turns {
    private static final int INPUTS = 64;
    /** A turn that writes nothing still takes a moment. */
    private static final Duration IDLE = Duration.ofNanos(100_000);

    private static final Duration TRIES_AGAIN = Duration.ofSeconds(5);

    private final World world;
    private final Machine machine;
    private final Disk disk;
    private final Core core;
    private final SplittableRandom random;
    private final Deque<Input> inbox = new ArrayDeque<>();
    private final TreeMap<Long, Consumer<Outcome>> asked = new TreeMap<>();
    private Optional<Open> turn = Optional.empty();
    private Optional<Open> owed = Optional.empty();
    private Optional<Open> failed = Optional.empty();

    /** Inputs that were handled and are not on disk yet. */
    private record Open(List<Effect> effects, List<Change> changes) {
        Open() {
            this(new ArrayList<>(), new ArrayList<>());
        }
    }

    Turns(World world, Machine machine, Disk disk, Core core, SplittableRandom random) {
        this.world = world;
        this.machine = machine;
        this.disk = disk;
        this.core = core;
        this.random = random;
    }

    /** What the replica does with an input that changes nothing. */
    List<Effect> peek(Input input) {
        return core.handle(input, machine.clock());
    }

    void ask(long request, Input question, Consumer<Outcome> then) {
        asked.put(request, then);
        input(question);
    }

    void input(Input input) {
        if (failed.isPresent() && input instanceof Input.Asked question) {
            refuse(question.request());
            return;
        }
        inbox.add(input);
        if (turn.isEmpty() && failed.isEmpty()) {
            turn();
        }
    }

    /** The turn under way is finished, and the next one never is. */
    void end() {
        turn.ifPresent(this::finish);
        owed.ifPresent(this::settle);
        disk.lose();
    }

    private void turn() {
        Open open = new Open();
        if (disk.isSeenToBeFull()) {
            world.trace().event(machine, "sees that its disk is full");
            hold(open);
            return;
        }
        turn = Optional.of(open);
        for (int i = 0; i < INPUTS && !inbox.isEmpty(); i++) {
            handle(inbox.poll(), open);
        }
        Duration sync = open.changes.isEmpty() ? IDLE : world.conditions().sync(machine.number(), random);
        machine.later(sync, () -> finish(open));
    }

    private void handle(Input input, Open open) {
        world.trace().input(machine, input);
        if (!disk.hasRoomFor(input)) {
            return;
        }
        for (Effect effect : core.handle(input, machine.clock())) {
            switch (effect) {
                case Effect.Persist persist -> {
                    disk.apply(persist.changes());
                    open.changes.addAll(persist.changes());
                }
                default -> open.effects.add(effect);
            }
        }
    }

    private void finish(Open open) {
        Duration late = world.build().syncsLate();
        if (late.isZero()) {
            settle(open);
        } else {
            owe(open, late);
        }
        turn = Optional.empty();
        if (!inbox.isEmpty() && failed.isEmpty()) {
            turn();
        }
    }

    /** A planted bug: all but the answers leaves now, the disk follows later. */
    private void owe(Open open, Duration late) {
        if (owed.isEmpty()) {
            owed = Optional.of(new Open());
            machine.later(late, () -> owed.ifPresent(this::settle));
        }
        owed.get().changes.addAll(open.changes);
        for (Effect effect : open.effects) {
            if (effect instanceof Effect.Reply) {
                owed.get().effects.add(effect);
            } else {
                machine.carryOut(effect);
            }
        }
    }

    private void settle(Open open) {
        owed = Optional.empty();
        Disk.Written written = open.changes.isEmpty() ? Disk.Written.YES : disk.write();
        if (written != Disk.Written.NO) {
            world.trace().synced(machine, open.changes.size());
            world.watch().synced(machine, open.changes);
        }
        if (written == Disk.Written.YES) {
            open.effects.forEach(machine::carryOut);
        } else {
            failed(open, written);
        }
    }

    private void failed(Open open, Disk.Written written) {
        world.trace().event(machine, "cannot write");
        switch (world.build().failedWrite()) {
            case WAITS -> hold(written == Disk.Written.NO ? open : new Open(open.effects, new ArrayList<>()));
            case LEAVES_ANYWAY -> open.effects.forEach(machine::carryOut);
            case IS_FORGOTTEN -> {
                disk.lose();
                hold(new Open(open.effects, new ArrayList<>()));
            }
        }
    }

    private void hold(Open open) {
        failed = Optional.of(open);
        machine.later(TRIES_AGAIN, this::tryAgain);
        List<Input> kept = List.copyOf(inbox);
        inbox.clear();
        kept.forEach(this::input);
    }

    private void tryAgain() {
        if (disk.isFull()) {
            machine.later(TRIES_AGAIN, this::tryAgain);
            return;
        }
        world.trace().event(machine, "can write again");
        turn = failed;
        failed = Optional.empty();
        turn.ifPresent(this::finish);
    }

    private void refuse(RequestId request) {
        replied(new Effect.Reply(request, new Outcome.Refused(Refusal.STORE_READ_ONLY, "the disk is full")));
    }

    void replied(Effect.Reply reply) {
        world.watch().replied(machine, reply);
        Consumer<Outcome> then = asked.remove(reply.request().number());
        if (then != null) {
            then.accept(reply.outcome());
        }
    }
}
