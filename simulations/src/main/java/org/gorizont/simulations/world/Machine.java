// SPDX-License-Identifier: Apache-2.0
package org.gorizont.simulations.world;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import org.gorizont.protocol.core.Effect;
import org.gorizont.protocol.core.Input;
import org.gorizont.protocol.core.Outcome;
import org.gorizont.protocol.core.ReplicaStatus;
import org.gorizont.protocol.core.RequestId;
import org.gorizont.protocol.core.Timer;
import org.gorizont.protocol.crypto.Ed25519Signer;
import org.gorizont.protocol.crypto.Signer;
import org.gorizont.protocol.identity.RecoverySheet;
import org.gorizont.protocol.log.Seals;
import org.gorizont.protocol.memory.MemoryLogStore;
import org.gorizont.protocol.model.Bytes;
import org.gorizont.protocol.model.CircleId;
import org.gorizont.protocol.model.Endpoint;
import org.gorizont.protocol.model.IdentityChain;
import org.gorizont.protocol.model.Invitation;
import org.gorizont.protocol.model.Kind;
import org.gorizont.protocol.model.Link;
import org.gorizont.protocol.model.RelayEndpoint;
import org.gorizont.protocol.model.SchoolId;
import org.gorizont.protocol.model.Signed;
import org.gorizont.protocol.replica.Replica;
import org.gorizont.protocol.replica.ReplicaConfig;

/**
 * One school's computer: a store that outlives its replica, and turns of up to 64 inputs that end with one sync, as the
 * node's loop has them. What was not synced is lost in a crash, and nothing leaves before its turn is synced.
 *
 * <pre>
 * off --start--&gt; on --stop (the turn is finished) | crash (the turn is lost)--&gt; off
 * </pre>
 */
public final class Machine {
    private static final int PORT = 4_000;
    private static final int EPOCH_SIZE = 16;
    private static final Endpoint RELAY = new Endpoint("relay", PORT);

    private final World world;
    private final int number;
    private final SplittableRandom random;
    private final boolean natted;
    private final boolean waits;
    private final Disk disk;
    private Keys keys;
    private List<RelayEndpoint> relays = List.of();
    private boolean restored;
    private Predicate<Kind> understood = _ -> true;
    private Dialect dialect = Dialect.today();
    private Duration clockAhead = Duration.ZERO;
    /** What the disk knows of them: an old disk knows of fewer. */
    private long starts;

    /** While it is on. */
    private Optional<Turns> turns = Optional.empty();

    private long life;
    private long events;
    private long requests;

    Machine(World world, int number, boolean natted, boolean waits) {
        this.world = world;
        this.number = number;
        this.natted = natted;
        this.waits = waits;
        this.random = world.streams().of("machine", number);
        Bytes seed = bytes(Ed25519Signer.SEED_SIZE);
        this.keys = new Keys(seed, new RecoverySheet(bytes(RecoverySheet.SECRET_SIZE)), bytes(EPOCH_SIZE));
        MemoryLogStore empty = new MemoryLogStore(bytes(EPOCH_SIZE));
        this.disk = new Disk(world.build(), world.streams().of("disk", number), empty);
        newToken();
    }

    public int number() {
        return number;
    }

    public SchoolId id() {
        return chain().school();
    }

    /** Under which it runs; what the disk says counts from the next start on. */
    public IdentityChain chain() {
        return keys.chain();
    }

    /** Signs as the school's key of that epoch: whoever has stolen it can do the same. */
    public Signer signer(int epoch) {
        return keys.signer(epoch);
    }

    public MemoryLogStore store() {
        return disk.store();
    }

    public Endpoint endpoint() {
        return new Endpoint("node-" + number, PORT);
    }

    /** Nobody can dial it. */
    public boolean natted() {
        return natted;
    }

    /** Where it waits to be called, and under which token; empty if it does not. */
    public List<RelayEndpoint> relays() {
        return relays;
    }

    /** From its next start on it waits under another token. */
    public void newToken() {
        if (waits) {
            relays = List.of(new RelayEndpoint(RELAY, bytes(RelayEndpoint.TOKEN_SIZE)));
        }
    }

    /** An invitation into a circle that leads to this machine. */
    public Invitation invitation(CircleId circle, Bytes secret) {
        return natted && waits
                ? new Invitation(
                        circle, id(), RELAY, Optional.of(relays.getFirst().token()), secret)
                : new Invitation(circle, id(), endpoint(), secret);
    }

    /** From its next start on it runs a program that understands these kinds of control records and no others. */
    public void runsProgram(Predicate<Kind> kinds) {
        understood = kinds;
    }

    /** It says more than today's programs can read. */
    public void runsLaterProgram() {
        dialect = Dialect.later(world.streams().of("later", number));
    }

    Dialect dialect() {
        return dialect;
    }

    /** Its clock is wrong by so much from now on. */
    public void clockAhead(Duration ahead) {
        clockAhead = ahead;
    }

    /** From now on its disk has so much room. */
    public void room(Disk.Room room) {
        if (disk.room(room)) {
            world.trace().event(this, "has room on its disk: " + room);
        }
    }

    Instant clock() {
        return world.now().plus(clockAhead);
    }

    public boolean isOn() {
        return turns.isPresent();
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
        store().chain(id()).ifPresent(keys::finishChange);
        ReplicaConfig config = new ReplicaConfig(
                        chain(),
                        "simulation",
                        world.settings().push(),
                        world.settings().poll())
                .withFloorAtLeast(world.settings().floorAtLeast())
                .understanding(understood);
        Replica replica = new Replica(
                config,
                store(),
                signer(chain().epoch()),
                world.verifier(),
                world.streams().of("replica-" + life, number));
        turns = Optional.of(new Turns(world, this, disk, world.build().core(this, replica), random));
        world.watch().started(this);
        List<Endpoint> endpoints = natted ? List.of() : List.of(endpoint());
        input(new Input.Started(++starts, bytes(EPOCH_SIZE), endpoints, relays, restored));
    }

    /** The school changes its keys with its sheet, and starts again under the new ones once that is on disk. */
    public void changeKeys() {
        if (!isOn()) {
            return;
        }
        Bytes seed = bytes(Ed25519Signer.SEED_SIZE);
        Signed<Link> link = keys.next(seed, world.build().seals(Seals.of(store().logs(), chain())));
        ask(request -> new Input.KeysChanged(request, link), outcome -> {
            if (outcome instanceof Outcome.KeysChanged) {
                later(Duration.ofMillis(1), () -> {
                    stop();
                    start();
                });
            }
        });
    }

    /** Ends cleanly: the turn under way is finished, and connections close at once. */
    public void stop() {
        if (isOn()) {
            turns.ifPresent(Turns::end);
            world.trace().event(this, "stops");
            off(Duration.ZERO);
        }
    }

    /** The plug is pulled: what was not synced is lost, and neighbours notice only by the silence. */
    public void crash() {
        if (isOn()) {
            world.trace().event(this, "crashes");
            disk.powerCut();
            off(Network.SILENCE);
        }
    }

    /** A backup of the disk as it is now. */
    public MemoryLogStore backup() {
        return store().copy(bytes(EPOCH_SIZE));
    }

    /** The disk is replaced by an older copy of it, while the machine is off. */
    public void restore(MemoryLogStore backup) {
        if (isOn()) {
            throw new IllegalStateException("machine " + number + " is on");
        }
        world.trace().event(this, "gets its backup back");
        disk.replaceBy(backup);
        restored = true;
        starts = 0;
    }

    /** This computer, which has never been on, gets a copy of another one's disk: from then on both are the same school. */
    public void becomesCloneOf(Machine original) {
        if (life > 0) {
            throw new IllegalStateException("machine " + number + " has a school of its own");
        }
        world.trace().event(this, "gets a copy of the disk of node-" + original.number);
        keys = original.keys.copy();
        disk.replaceBy(original.store().copy(original.store().epoch()));
        restored = original.restored;
        starts = original.starts;
    }

    private void off(Duration noticedAfter) {
        turns = Optional.empty();
        world.network().machineGone(this, noticedAfter);
    }

    /** Something has happened to this school. */
    public void input(Input input) {
        turns.ifPresent(on -> on.input(input));
    }

    /** Asks the replica something; {@code then} hears the answer, unless the machine goes off before. */
    public void ask(Function<RequestId, Input> question, Consumer<Outcome> then) {
        if (isOn()) {
            long request = ++requests;
            turns.orElseThrow().ask(request, question.apply(new RequestId(request)), then);
        }
    }

    /** How the replica is, between two inputs; empty while it is off. */
    public Optional<ReplicaStatus> status() {
        return turns.map(on -> on.peek(new Input.StatusAsked(new RequestId(0))))
                .flatMap(effects -> effects.stream()
                        .filter(effect -> effect instanceof Effect.Reply(var _, Outcome.Status _))
                        .map(effect -> ((Outcome.Status) ((Effect.Reply) effect).outcome()).status())
                        .findFirst());
    }

    void carryOut(Effect effect) {
        world.trace().effect(this, effect);
        switch (effect) {
            case Effect.Persist _, Effect.Deliver _ -> {}
            case Effect.MarkRestored(boolean mark) -> restored = mark;
            case Effect.StartsCounted(long told) -> starts = Math.max(starts, told);
            case Effect.Reply reply -> turns.ifPresent(on -> on.replied(reply));
            case Effect.Send send -> world.network().send(this, send.link(), send.frame());
            case Effect.Schedule(Timer timer, var at) ->
                later(Duration.between(clock(), at), () -> input(new Input.TimerFired(timer)));
            case Effect.Dial dial -> world.network().dial(this, dial.way(), dial.expected());
            case Effect.Disconnect end -> world.network().disconnect(this, end.link(), end.reason(), end.text());
        }
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
