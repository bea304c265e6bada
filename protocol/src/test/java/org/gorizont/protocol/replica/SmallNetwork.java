// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.replica;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.gorizont.protocol.core.Effect;
import org.gorizont.protocol.core.Input;
import org.gorizont.protocol.core.Limits;
import org.gorizont.protocol.core.LinkId;
import org.gorizont.protocol.core.Outcome;
import org.gorizont.protocol.core.RequestId;
import org.gorizont.protocol.core.Timer;
import org.gorizont.protocol.core.TrafficHours;
import org.gorizont.protocol.crypto.Ed25519Signer;
import org.gorizont.protocol.crypto.Ed25519Verifier;
import org.gorizont.protocol.frame.Frame;
import org.gorizont.protocol.identity.NewIdentity;
import org.gorizont.protocol.identity.NextLink;
import org.gorizont.protocol.identity.RecoverySheet;
import org.gorizont.protocol.identity.ReturningKey;
import org.gorizont.protocol.log.Seals;
import org.gorizont.protocol.memory.MemoryLogStore;
import org.gorizont.protocol.memory.Planting;
import org.gorizont.protocol.model.Bytes;
import org.gorizont.protocol.model.CircleId;
import org.gorizont.protocol.model.Endpoint;
import org.gorizont.protocol.model.Entry;
import org.gorizont.protocol.model.IdentityChain;
import org.gorizont.protocol.model.Invitation;
import org.gorizont.protocol.model.Link;
import org.gorizont.protocol.model.LogId;
import org.gorizont.protocol.model.PublicKey;
import org.gorizont.protocol.model.RelayEndpoint;
import org.gorizont.protocol.model.SchoolId;
import org.gorizont.protocol.model.Signed;
import org.gorizont.protocol.model.Way;

/**
 * A few replicas on one virtual clock and lossless links of 10 ms: for scenes of a few lines. Frames are really encoded
 * and decoded. Faults belong to the simulator.
 */
final class SmallNetwork {
    private final SplittableRandom random = new SplittableRandom(7);
    private final Map<String, Node> nodes = new LinkedHashMap<>();
    private final SmallClock clock = new SmallClock();
    private final SmallLines lines = new SmallLines(clock, nodes.values());
    private final Set<Timer> silent = EnumSet.noneOf(Timer.class);
    private boolean push = true;
    private long memberBytes = Limits.MEMBER_BYTES;
    private int floorAtLeast = Limits.FLOOR_AT_LEAST;

    /** A school's node: its store outlives its replica. */
    final class Node extends SchoolPeople {
        final String name;
        Bytes seed;
        final RecoverySheet sheet;
        IdentityChain chain;
        final SchoolId id;
        final Endpoint endpoint;
        MemoryLogStore store = new MemoryLogStore(bytes(16));
        final Map<Long, Outcome> outcomes = new TreeMap<>();
        final List<String> farewells = new ArrayList<>();
        Optional<Replica> replica = Optional.empty();
        Optional<Endpoint> returning = Optional.empty();
        Optional<TrafficHours> hours = Optional.empty();
        boolean restored;
        /** Nobody can dial its endpoint, and it tells nobody of it. */
        boolean natted;
        /** Those in its building can dial it all the same. */
        boolean inTheBuilding;
        /** Where it waits to be called. */
        List<RelayEndpoint> relays = List.of();

        private long starts;
        private long requests;

        Node(String name, int port) {
            this.name = name;
            this.endpoint = new Endpoint("10.0.0.1", port);
            seed = bytes(32);
            sheet = new RecoverySheet(bytes(32));
            chain = NewIdentity.of(
                            seed, sheet.sealingSeed(0), sheet.recoveryKey(1).publicKey(), bytes(16))
                    .chain();
            id = chain.school();
        }

        /** A copy of the whole computer. */
        Node(Node original, int port) {
            name = original.name + "'s twin";
            endpoint = new Endpoint("10.0.0.1", port);
            seed = original.seed;
            sheet = original.sheet;
            chain = original.chain;
            id = original.id;
            store = original.store.copy(original.store.epoch());
            starts = original.starts;
            restored = original.restored;
        }

        void start() {
            Replica fresh = new Replica(
                    new ReplicaConfig(chain, "test", push, Duration.ofSeconds(30), returning, hours)
                            .withFloorAtLeast(floorAtLeast)
                            .withMemberBytes(memberBytes),
                    store,
                    returning.isPresent() ? ReturningKey.lost(chain) : new Ed25519Signer(seed),
                    new Ed25519Verifier(),
                    random.split());
            replica = Optional.of(fresh);
            if (returning.isEmpty()) {
                lines.listens(this);
            }
            List<Endpoint> endpoints = natted ? List.of() : List.of(endpoint);
            input(new Input.Started(++starts, bytes(16), endpoints, relays, restored));
        }

        void stop() {
            replica = Optional.empty();
            lines.isOff(this);
        }

        /** Its disk is replaced by an older copy, and it starts. */
        void restore(MemoryLogStore backup) {
            stop();
            store = backup;
            restored = true;
            start();
        }

        void input(Input input) {
            replica.ifPresent(r -> r.handle(input, clock.now()).forEach(effect -> carryOut(this, effect)));
        }

        @Override
        Outcome ask(Function<RequestId, Input> question) {
            long request = ++requests;
            input(question.apply(new RequestId(request)));
            clock.runUntil(() -> outcomes.containsKey(request));
            return Optional.ofNullable(outcomes.get(request)).orElseThrow();
        }

        @Override
        SchoolId self() {
            return id;
        }

        @Override
        Bytes bytes(int length) {
            return SmallNetwork.this.bytes(length);
        }

        @Override
        Instant now() {
            return clock.now();
        }

        @Override
        Invitation invitation(CircleId circle, Bytes secret) {
            if (relays.isEmpty()) {
                return new Invitation(circle, id, endpoint, secret);
            }
            RelayEndpoint at = relays.getFirst();
            return new Invitation(circle, id, at.relay(), Optional.of(at.token()), secret);
        }

        /** Puts entries under a head of this school that no honest program would write. */
        void plant(LogId log, List<Entry> entries) {
            plant(this, log, entries);
        }

        /** As {@link #plant}, of a log of another school, as if it had come from there. */
        void plant(Node owner, LogId log, List<Entry> entries) {
            Planting.append(store, log, entries, new Ed25519Signer(owner.seed));
        }

        /** A change of keys that seals what is held. */
        Signed<Link> nextLink(Bytes nextSeed) {
            return NextLink.make(chain, sheet, new Ed25519Signer(nextSeed).publicKey(), Seals.of(store.logs(), chain))
                    .orElseThrow();
        }

        /** Computer and disk are gone; with the paper it asks {@code neighbour}, who has told it its chain. */
        void returnBy(Node neighbour) {
            stop();
            store = new MemoryLogStore(bytes(16));
            chain = neighbour.store.chain(id).orElseThrow();
            returning = Optional.of(neighbour.endpoint);
            restored = true;
            start();
        }

        /** Everything has come: makes new keys, and is an ordinary school from then on. */
        void goOn() {
            changeKeys();
            returning = Optional.empty();
            start();
        }

        /** Changes keys, and goes on under the new ones. */
        void rotate() {
            changeKeys();
            start();
        }

        private void changeKeys() {
            Bytes next = bytes(32);
            Outcome outcome = ask(request -> new Input.KeysChanged(request, nextLink(next)));
            stop();
            chain = ((Outcome.KeysChanged) outcome).chain();
            seed = next;
        }

        PublicKey tlsKey() {
            return returning.isPresent() ? sheet.recoveryKey(1).publicKey() : chain.signingKey();
        }

        long holds(LogId log) {
            return store.log(log)
                    .flatMap(state -> state.head())
                    .map(head -> head.size())
                    .orElse(0L);
        }
    }

    /** From now on this timer fires only by hand. */
    void loseTimers(Timer timer) {
        silent.add(timer);
    }

    /** From now on these frames vanish, by their sender. */
    void lose(BiPredicate<Node, Frame> frames) {
        lines.lose(frames);
    }

    /** From now on nobody can dial this node. */
    void refuseCallsTo(Node node) {
        lines.refuseCallsTo(node);
    }

    /** Nodes started from now on think of raising a floor when so many entries stand above it. */
    SmallNetwork raisingFloorsFrom(int entries) {
        floorAtLeast = entries;
        return this;
    }

    /** Nodes started from now on give so many bytes to each other school. */
    SmallNetwork givingEachSchool(long bytes) {
        memberBytes = bytes;
        return this;
    }

    SmallNetwork withoutPush() {
        push = false;
        return this;
    }

    Node node(String name) {
        Node node = new Node(name, 4_000 + nodes.size());
        nodes.put(name, node);
        node.start();
        return node;
    }

    /** A second machine with the disk of the first one as it is now; not started yet. */
    Node twin(Node original) {
        return new Node(original, 5_000 + nodes.size());
    }

    /** A node that nobody can dial, waiting at these relays. */
    Node natted(String name, RelayEndpoint... relays) {
        Node node = new Node(name, 4_000 + nodes.size());
        nodes.put(name, node);
        node.natted = true;
        node.relays = List.of(relays);
        node.start();
        return node;
    }

    /** From now on nobody waits at this relay. */
    void relayIsOff(Endpoint relay, boolean off) {
        lines.relayIsOff(relay, off);
    }

    RelayEndpoint token(Endpoint relay) {
        return new RelayEndpoint(relay, bytes(16));
    }

    /** Runs until the condition holds; fails after an hour of virtual time. */
    void runUntil(BooleanSupplier condition) {
        clock.runUntil(condition);
    }

    void runFor(Duration duration) {
        clock.runFor(duration);
    }

    Instant now() {
        return clock.now();
    }

    Bytes bytes(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return Bytes.wrap(bytes);
    }

    /** The number under which {@code at} knows its connection with {@code other}. */
    LinkId link(Node at, Node other) {
        return lines.between(at, other);
    }

    /** All that was dialled, in its order. */
    List<Way> dialled() {
        return lines.dialled();
    }

    /** How many connections these two have. */
    long links(Node one, Node other) {
        return lines.count(one, other);
    }

    /** From now on nobody reaches anybody. */
    void closeRoads() {
        lines.roads(false);
        breakLinks();
    }

    /** Nodes reach each other again when they dial next. */
    void openRoads() {
        lines.roads(true);
    }

    /** Every connection breaks. */
    void breakLinks() {
        lines.cutAll();
    }

    private void carryOut(Node node, Effect effect) {
        switch (effect) {
            case Effect.Persist persist -> node.store.apply(persist.changes());
            case Effect.Reply reply -> node.outcomes.put(reply.request().number(), reply.outcome());
            case Effect.Deliver _ -> {}
            case Effect.MarkRestored(boolean restored) -> node.restored = restored;
            case Effect.StartsCounted(long starts) -> node.starts = Math.max(node.starts, starts);
            case Effect.Send send -> lines.send(node, send);
            case Effect.Schedule schedule -> {
                Optional<Replica> asked = node.replica;
                clock.later(Duration.between(clock.now(), schedule.at()), () -> {
                    if (node.replica.equals(asked) && !silent.contains(schedule.timer())) {
                        node.input(new Input.TimerFired(schedule.timer()));
                    }
                });
            }
            case Effect.Dial dial -> lines.dial(node, dial);
            case Effect.Disconnect disconnect -> {
                node.farewells.add(disconnect.reason().name());
                lines.disconnect(node, disconnect);
            }
        }
    }
}
