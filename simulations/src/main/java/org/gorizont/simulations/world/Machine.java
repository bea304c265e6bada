// SPDX-License-Identifier: Apache-2.0
package org.gorizont.simulations.world;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.gorizont.protocol.core.Change;
import org.gorizont.protocol.core.Effect;
import org.gorizont.protocol.core.Input;
import org.gorizont.protocol.core.Timer;
import org.gorizont.protocol.crypto.Ed25519Signer;
import org.gorizont.protocol.identity.NewIdentity;
import org.gorizont.protocol.memory.MemoryLogStore;
import org.gorizont.protocol.model.Bytes;
import org.gorizont.protocol.model.Endpoint;
import org.gorizont.protocol.model.SchoolId;
import org.gorizont.protocol.replica.Replica;
import org.gorizont.protocol.replica.ReplicaConfig;

/**
 * One school's computer: a store that outlives its replica, and turns of up to 64 inputs that end with one sync, as the
 * node's loop has them. What was not synced is lost in a crash, and nothing leaves before its turn is synced.
 *
 * <pre>
 * off --start--&gt; on --stop (clean) | crash (unsynced changes are lost)--&gt; off
 * </pre>
 */
public final class Machine {
    private static final int TURN = 64;
    private static final int PORT = 4_000;

    private final World world;
    private final int number;
    private final Bytes seed;
    private final NewIdentity identity;
    private final MemoryLogStore store;
    private final SplittableRandom random;
    private final Deque<Input> inbox = new ArrayDeque<>();
    private final boolean natted;
    private Optional<Replica> replica = Optional.empty();
    private long life;
    private boolean inTurn;
    private long events;

    Machine(World world, int number, boolean natted) {
        this.world = world;
        this.number = number;
        this.natted = natted;
        this.random = world.streams().of("machine", number);
        this.seed = bytes(Ed25519Signer.SEED_SIZE);
        this.identity = NewIdentity.of(seed, bytes(32), new Ed25519Signer(bytes(32)).publicKey(), bytes(16));
        this.store = new MemoryLogStore(bytes(16));
    }

    public int number() {
        return number;
    }

    public SchoolId id() {
        return identity.chain().school();
    }

    public NewIdentity identity() {
        return identity;
    }

    public MemoryLogStore store() {
        return store;
    }

    public Endpoint endpoint() {
        return new Endpoint("node-" + number, PORT);
    }

    /** Nobody can dial it. */
    public boolean natted() {
        return natted;
    }

    public boolean isOn() {
        return replica.isPresent();
    }

    /** Rises with each start: an event that was meant for an earlier life is void. */
    public long life() {
        return life;
    }

    /** Secrets, salts and ids of this school, from its own stream. */
    public Bytes bytes(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return Bytes.wrap(bytes);
    }

    public void start() {
        if (isOn()) {
            return;
        }
        life++;
        inTurn = false;
        inbox.clear();
        ReplicaConfig config =
                new ReplicaConfig(identity.chain(), "simulation", world.options().push(), world.options().poll());
        replica = Optional.of(new Replica(
                config,
                store,
                new Ed25519Signer(seed),
                world.verifier(),
                world.streams().of("replica-" + life, number)));
        world.watch().started(this);
        input(new Input.Started(life, bytes(16), natted ? List.of() : List.of(endpoint())));
    }

    /** Ends cleanly: what was synced stays, as always; connections close. */
    public void stop() {
        off();
    }

    /** The plug is pulled: what was not synced is lost. */
    public void crash() {
        if (isOn()) {
            off();
        }
    }

    private void off() {
        replica = Optional.empty();
        store.loseUnsynced();
        world.network().machineGone(this);
    }

    /** Something has happened to this school. */
    public void input(Input input) {
        if (!isOn()) {
            return;
        }
        inbox.add(input);
        if (!inTurn) {
            turn();
        }
    }

    private void turn() {
        inTurn = true;
        List<Effect> effects = new ArrayList<>();
        List<Change> changes = new ArrayList<>();
        for (int i = 0; i < TURN && !inbox.isEmpty(); i++) {
            Input input = inbox.poll();
            world.trace().input(this, input);
            for (Effect effect : replica.orElseThrow().handle(input, world.now())) {
                if (effect instanceof Effect.Persist persist) {
                    store.apply(persist.changes());
                    changes.addAll(persist.changes());
                } else {
                    effects.add(effect);
                }
            }
        }
        Duration sync = changes.isEmpty() ? Duration.ofNanos(100_000) : world.options().sync(random);
        later(sync, () -> finish(effects, changes));
    }

    private void finish(List<Effect> effects, List<Change> changes) {
        store.sync();
        world.watch().synced(this, changes);
        for (Effect effect : effects) {
            carryOut(effect);
            if (!isOn()) {
                return;
            }
        }
        inTurn = false;
        if (!inbox.isEmpty()) {
            turn();
        }
    }

    private void carryOut(Effect effect) {
        world.trace().effect(this, effect);
        switch (effect) {
            case Effect.Persist _, Effect.Deliver _ -> {}
            case Effect.Reply reply -> world.watch().replied(this, reply);
            case Effect.Send send -> {
                world.watch().sends(this, send);
                world.network().send(this, send.link(), send.frame());
            }
            case Effect.Schedule schedule -> schedule(schedule.timer(), Duration.between(world.now(), schedule.at()));
            case Effect.Dial dial -> world.network().dial(this, dial.endpoint(), dial.expected());
            case Effect.Disconnect end -> world.network().disconnect(this, end.link(), end.reason(), end.text());
        }
    }

    private void schedule(Timer timer, Duration after) {
        later(after.isNegative() ? Duration.ZERO : after, () -> input(new Input.TimerFired(timer)));
    }

    /** Something that is due later in this life. */
    public void later(Duration after, Runnable action) {
        long meant = life;
        world.at(after, number, events++, () -> {
            if (life == meant && isOn()) {
                action.run();
            }
        });
    }
}
