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
import java.util.PriorityQueue;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import java.util.function.BooleanSupplier;
import org.gorizont.protocol.codec.FrameCodec;
import org.gorizont.protocol.codec.LogCodec;
import org.gorizont.protocol.codec.Malformed;
import org.gorizont.protocol.core.Arrival;
import org.gorizont.protocol.core.Change;
import org.gorizont.protocol.core.DialProblem;
import org.gorizont.protocol.core.Draft;
import org.gorizont.protocol.core.Effect;
import org.gorizont.protocol.core.Input;
import org.gorizont.protocol.core.Limits;
import org.gorizont.protocol.core.LinkId;
import org.gorizont.protocol.core.LogState;
import org.gorizont.protocol.core.Outcome;
import org.gorizont.protocol.core.ReplicaStatus;
import org.gorizont.protocol.core.RequestId;
import org.gorizont.protocol.core.Timer;
import org.gorizont.protocol.core.TrafficHours;
import org.gorizont.protocol.crypto.Ed25519Signer;
import org.gorizont.protocol.crypto.Ed25519Verifier;
import org.gorizont.protocol.crypto.SigningContext;
import org.gorizont.protocol.frame.Frame;
import org.gorizont.protocol.identity.NewIdentity;
import org.gorizont.protocol.identity.NextLink;
import org.gorizont.protocol.identity.RecoverySheet;
import org.gorizont.protocol.identity.ReturningKey;
import org.gorizont.protocol.log.Seals;
import org.gorizont.protocol.memory.MemoryLogStore;
import org.gorizont.protocol.merkle.CompactRange;
import org.gorizont.protocol.merkle.HashTiles;
import org.gorizont.protocol.model.Action;
import org.gorizont.protocol.model.Body;
import org.gorizont.protocol.model.Bytes;
import org.gorizont.protocol.model.Channel;
import org.gorizont.protocol.model.Charter;
import org.gorizont.protocol.model.CircleId;
import org.gorizont.protocol.model.Endpoint;
import org.gorizont.protocol.model.Entry;
import org.gorizont.protocol.model.Fraction;
import org.gorizont.protocol.model.Hash;
import org.gorizont.protocol.model.Head;
import org.gorizont.protocol.model.IdentityChain;
import org.gorizont.protocol.model.Invitation;
import org.gorizont.protocol.model.Kind;
import org.gorizont.protocol.model.Link;
import org.gorizont.protocol.model.LogId;
import org.gorizont.protocol.model.PublicKey;
import org.gorizont.protocol.model.RecordId;
import org.gorizont.protocol.model.RelayEndpoint;
import org.gorizont.protocol.model.Retention;
import org.gorizont.protocol.model.SchoolId;
import org.gorizont.protocol.model.Scope;
import org.gorizont.protocol.model.Signed;
import org.gorizont.protocol.model.SignedHead;
import org.gorizont.protocol.model.Verb;
import org.gorizont.protocol.model.Way;

/**
 * A few replicas on one virtual clock and lossless links of 10 ms: for scenes of a few lines. Frames are really encoded
 * and decoded. Faults belong to the simulator.
 */
final class SmallNetwork {
    private static final Duration DELAY = Duration.ofMillis(10);

    private final SplittableRandom random = new SplittableRandom(7);
    private final Map<String, Node> nodes = new LinkedHashMap<>();
    private final Map<Endpoint, Node> listening = new TreeMap<>();
    private final PriorityQueue<Event> queue = new PriorityQueue<>();
    private final List<Line> links = new ArrayList<>();
    private final List<Node> unreachable = new ArrayList<>();
    private Instant now = Instant.parse("2026-09-01T05:00:00Z");
    private long sequence;
    private long lastLink;
    private boolean push = true;
    private final Set<Timer> silent = EnumSet.noneOf(Timer.class);
    private boolean roads = true;
    private final Set<Endpoint> relaysOff = new TreeSet<>();
    private final List<Way> dialled = new ArrayList<>();
    private long memberBytes = Limits.MEMBER_BYTES;
    private int floorAtLeast = Limits.FLOOR_AT_LEAST;
    private BiPredicate<Node, Frame> lost = (_, _) -> false;

    private record Event(Instant at, long order, Runnable action) implements Comparable<Event> {
        @Override
        public int compareTo(Event other) {
            int byTime = at.compareTo(other.at);
            return byTime != 0 ? byTime : Long.compare(order, other.order);
        }
    }

    /** One connection; each side knows it by its own number. */
    private static final class Line {
        final Node a;
        final LinkId atA;
        final Node b;
        final LinkId atB;
        boolean open = true;

        Line(Node a, LinkId atA, Node b, LinkId atB) {
            this.a = a;
            this.atA = atA;
            this.b = b;
            this.atB = atB;
        }
    }

    /** A school's node: its store outlives its replica. */
    final class Node {
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
                listening.put(endpoint, this);
            }
            List<Endpoint> endpoints = natted ? List.of() : List.of(endpoint);
            input(new Input.Started(++starts, bytes(16), endpoints, relays, restored));
        }

        void stop() {
            replica = Optional.empty();
            listening.remove(endpoint);
            links.stream().filter(link -> link.a == this || link.b == this).forEach(SmallNetwork.this::cut);
        }

        /** Its disk is replaced by an older copy, and it starts. */
        void restore(MemoryLogStore backup) {
            stop();
            store = backup;
            restored = true;
            start();
        }

        void input(Input input) {
            replica.ifPresent(r -> r.handle(input, now).forEach(effect -> carryOut(this, effect)));
        }

        Outcome ask(java.util.function.Function<RequestId, Input> question) {
            long request = ++requests;
            input(question.apply(new RequestId(request)));
            runUntil(() -> outcomes.containsKey(request));
            return Optional.ofNullable(outcomes.get(request)).orElseThrow();
        }

        CircleId found(String circle) {
            return found(circle, 1);
        }

        CircleId found(String circle, int sponsors) {
            Charter charter = new Charter(circle, List.of(id), sponsors, Fraction.HALF, Fraction.HALF, 1, bytes(16));
            return ((Outcome.Founded) ask(request -> new Input.CircleFounded(request, charter, bytes(32)))).circle();
        }

        Invitation invite(CircleId circle) {
            Bytes secret = bytes(16);
            ask(request -> new Input.InvitationMade(request, circle, secret, bytes(32)));
            return relays.isEmpty()
                    ? new Invitation(circle, id, endpoint, secret)
                    : new Invitation(
                            circle,
                            id,
                            relays.getFirst().relay(),
                            Optional.of(relays.getFirst().token()),
                            secret);
        }

        Outcome join(Invitation invitation) {
            return ask(request -> new Input.JoinAsked(request, invitation));
        }

        /** Its hash. */
        Hash propose(CircleId circle, Action action) {
            return ((Outcome.Proposed) tryToPropose(circle, action)).proposal();
        }

        Outcome tryToPropose(CircleId circle, Action action) {
            return ask(request -> new Input.ProposalMade(request, circle, action, bytes(16), bytes(32), bytes(32)));
        }

        Outcome answer(CircleId circle, Hash proposal, boolean yes) {
            return ask(request -> new Input.BallotCast(request, circle, proposal, yes, bytes(32)));
        }

        Outcome leave(CircleId circle) {
            return ask(request -> new Input.CircleLeft(request, circle, bytes(32)));
        }

        Outcome publish(int entries, int size) {
            return publish(Channel.CATALOGUE, Scope.everyCircle(), entries, size);
        }

        Outcome publish(Channel channel, Scope scope, int entries, int size) {
            List<Draft> drafts = new ArrayList<>();
            for (int i = 0; i < entries; i++) {
                drafts.add(new Draft(
                        new Kind("note", 1, 0),
                        new RecordId(bytes(16)),
                        Verb.PUT,
                        Retention.LATEST,
                        now,
                        List.of(),
                        Optional.of(new Body(bytes(32), bytes(size)))));
            }
            return ask(request -> new Input.Published(request, channel, scope, drafts));
        }

        /** States these records of the catalogue anew, each with a body of {@code size} bytes. */
        Outcome restate(List<RecordId> records, int size) {
            return publish(records, Verb.REPLACE, size);
        }

        Outcome withdraw(List<RecordId> records) {
            return publish(records, Verb.WITHDRAW, 0);
        }

        private Outcome publish(List<RecordId> records, Verb verb, int size) {
            List<Draft> drafts = records.stream()
                    .map(record -> new Draft(
                            new Kind("note", 1, 0),
                            record,
                            verb,
                            Retention.LATEST,
                            now,
                            List.of(),
                            verb.hasBody() ? Optional.of(new Body(bytes(32), bytes(size))) : Optional.empty()))
                    .toList();
            return ask(request -> new Input.Published(request, Channel.CATALOGUE, Scope.everyCircle(), drafts));
        }

        /** Puts entries under a head of this school that no honest program would write. */
        void plant(LogId log, List<Entry> entries) {
            plant(this, log, entries);
        }

        /** As {@link #plant}, of a log of another school, as if it had come from there. */
        void plant(Node owner, LogId log, List<Entry> entries) {
            LogState before = store.log(log).orElseGet(() -> LogState.empty(log));
            List<Hash> leaves = entries.stream().map(Entry::hash).toList();
            CompactRange.Grown grown = before.range().grow(leaves);
            CompactRange range = grown.range();
            Head head = new Head(log, range.size(), range.root(), 0);
            Bytes exact = LogCodec.head(head);
            SignedHead signed =
                    new SignedHead(head, exact, new Ed25519Signer(owner.seed).sign(SigningContext.HEAD, exact));
            long arrival = store.lastArrival() + 1;
            List<Change> changes = new ArrayList<>();
            changes.add(new Change.EntriesAdded(log, before.held(), entries));
            HashTiles.append(grown, tile -> store.tile(log, tile))
                    .forEach(tile -> changes.add(new Change.TileWritten(log, tile.id(), tile.hashes())));
            changes.add(new Change.LogAdvanced(
                    new LogState(log, range, Optional.of(signed), Optional.empty(), Optional.empty(), arrival)));
            changes.add(new Change.ArrivalAdded(new Arrival(arrival, log, before.held(), range.size())));
            store.apply(changes);
        }

        LogId catalogue() {
            return catalogue(0);
        }

        LogId catalogue(int incarnation) {
            return new LogId(id, Channel.CATALOGUE, Scope.everyCircle(), incarnation);
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
            Bytes next = bytes(32);
            Outcome outcome = ask(request -> new Input.KeysChanged(request, nextLink(next)));
            stop();
            chain = ((Outcome.KeysChanged) outcome).chain();
            seed = next;
            returning = Optional.empty();
            start();
        }

        PublicKey tlsKey() {
            return returning.isPresent() ? sheet.recoveryKey(1).publicKey() : chain.signingKey();
        }

        /** Changes keys, and goes on under the new ones. */
        void rotate() {
            Bytes next = bytes(32);
            Outcome outcome = ask(request -> new Input.KeysChanged(request, nextLink(next)));
            stop();
            chain = ((Outcome.KeysChanged) outcome).chain();
            seed = next;
            start();
        }

        long holds(LogId log) {
            return store.log(log)
                    .flatMap(state -> state.head())
                    .map(head -> head.size())
                    .orElse(0L);
        }

        ReplicaStatus status() {
            return ((Outcome.Status) ask(Input.StatusAsked::new)).status();
        }
    }

    /** From now on this timer fires only by hand. */
    void loseTimers(Timer timer) {
        silent.add(timer);
    }

    /** From now on these frames vanish, by their sender. */
    void lose(BiPredicate<Node, Frame> frames) {
        lost = frames;
    }

    /** From now on nobody can dial this node. */
    void refuseCallsTo(Node node) {
        unreachable.add(node);
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
        if (off) {
            relaysOff.add(relay);
        } else {
            relaysOff.remove(relay);
        }
    }

    RelayEndpoint token(Endpoint relay) {
        return new RelayEndpoint(relay, bytes(16));
    }

    /** Runs until the condition holds; fails after an hour of virtual time. */
    void runUntil(BooleanSupplier condition) {
        Instant deadline = now.plus(Duration.ofHours(1));
        while (!condition.getAsBoolean()) {
            Event event = queue.poll();
            if (event == null || event.at.isAfter(deadline)) {
                throw new AssertionError("not reached within an hour of virtual time");
            }
            now = event.at;
            event.action.run();
        }
    }

    void runFor(Duration duration) {
        Instant end = now.plus(duration);
        while (!queue.isEmpty() && !queue.peek().at.isAfter(end)) {
            Event event = queue.poll();
            now = event.at;
            event.action.run();
        }
        now = end;
    }

    Instant now() {
        return now;
    }

    Bytes bytes(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return Bytes.wrap(bytes);
    }

    /** The number under which {@code at} knows its connection with {@code other}. */
    LinkId link(Node at, Node other) {
        for (Line link : links) {
            if (link.open && link.a == at && link.b == other) {
                return link.atA;
            } else if (link.open && link.b == at && link.a == other) {
                return link.atB;
            }
        }
        throw new AssertionError("no connection");
    }

    /** How many connections these two have. */
    long links(Node one, Node other) {
        return links.stream()
                .filter(link -> link.open && (link.a == one && link.b == other || link.a == other && link.b == one))
                .count();
    }

    /** From now on nobody reaches anybody. */
    void closeRoads() {
        roads = false;
        breakLinks();
    }

    /** Nodes reach each other again when they dial next. */
    void openRoads() {
        roads = true;
    }

    /** Every connection breaks. */
    void breakLinks() {
        List.copyOf(links).forEach(this::cut);
    }

    private void later(Duration delay, Runnable action) {
        queue.add(new Event(now.plus(delay), sequence++, action));
    }

    private void carryOut(Node node, Effect effect) {
        switch (effect) {
            case Effect.Persist persist -> node.store.apply(persist.changes());
            case Effect.Reply reply -> node.outcomes.put(reply.request().number(), reply.outcome());
            case Effect.Deliver _ -> {}
            case Effect.MarkRestored(boolean restored) -> node.restored = restored;
            case Effect.StartsCounted(long starts) -> node.starts = Math.max(node.starts, starts);
            case Effect.Send send -> send(node, send);
            case Effect.Schedule schedule -> {
                Optional<Replica> asked = node.replica;
                later(Duration.between(now, schedule.at()), () -> {
                    if (node.replica.equals(asked) && !silent.contains(schedule.timer())) {
                        node.input(new Input.TimerFired(schedule.timer()));
                    }
                });
            }
            case Effect.Dial dial -> later(DELAY, () -> dial(node, dial.way(), dial.expected()));
            case Effect.Disconnect disconnect -> {
                node.farewells.add(disconnect.reason().name());
                send(
                        node,
                        new Effect.Send(
                                disconnect.link(),
                                org.gorizont.protocol.frame.Goodbye.because(disconnect.reason(), disconnect.text())));
                links.stream()
                        .filter(link -> isSide(link, node, disconnect.link()))
                        .forEach(link -> later(DELAY.multipliedBy(2), () -> cut(link)));
            }
        }
    }

    private void send(Node node, Effect.Send send) {
        if (lost.test(node, send.frame())) {
            return;
        }
        byte[] bytes = FrameCodec.encode(send.frame());
        if (bytes.length > Limits.FRAME_BYTES) {
            throw new AssertionError(
                    "a frame of " + bytes.length + " bytes: " + send.frame().getClass());
        }
        links.stream().filter(link -> isSide(link, node, send.link())).forEach(link -> {
            Node other = link.a == node ? link.b : link.a;
            LinkId there = link.a == node ? link.atB : link.atA;
            later(DELAY, () -> {
                if (link.open) {
                    other.input(new Input.FrameReceived(there, decode(bytes)));
                }
            });
        });
    }

    private static Frame decode(byte[] bytes) {
        try {
            return FrameCodec.decode(bytes);
        } catch (Malformed e) {
            throw new AssertionError("an honest frame cannot be read", e);
        }
    }

    /** All that was dialled, in its order. */
    List<Way> dialled() {
        return List.copyOf(dialled);
    }

    private void dial(Node from, Way way, Optional<PublicKey> expected) {
        dialled.add(way);
        Optional<Node> found = found(way);
        if (found.isEmpty()) {
            DialProblem problem = way instanceof Way.Relayed ? DialProblem.RELAY_NOBODY : DialProblem.REFUSED;
            from.input(new Input.DialFailed(way, problem));
            return;
        }
        Node to = found.get();
        if (expected.isPresent() && !expected.get().equals(to.tlsKey())) {
            from.input(new Input.DialFailed(way, DialProblem.WRONG_KEY));
            return;
        }
        Line link = new Line(from, new LinkId(++lastLink), to, new LinkId(++lastLink));
        links.add(link);
        to.input(new Input.PeerConnected(link.atB, from.tlsKey(), Optional.empty()));
        from.input(new Input.PeerConnected(link.atA, to.tlsKey(), Optional.of(way)));
    }

    private Optional<Node> found(Way way) {
        return switch (way) {
            case Way.Direct(Endpoint endpoint) ->
                Optional.ofNullable(listening.get(endpoint))
                        .filter(node -> roads && (!node.natted || node.inTheBuilding) && !unreachable.contains(node));
            case Way.Relayed(RelayEndpoint at) ->
                nodes.values().stream()
                        .filter(node ->
                                node.replica.isPresent() && node.relays.contains(at) && !relaysOff.contains(at.relay()))
                        .findFirst();
        };
    }

    private void cut(Line link) {
        if (link.open) {
            link.open = false;
            link.a.input(new Input.PeerGone(link.atA));
            link.b.input(new Input.PeerGone(link.atB));
        }
    }

    private static boolean isSide(Line link, Node node, LinkId id) {
        return link.open && (link.a == node && link.atA.equals(id) || link.b == node && link.atB.equals(id));
    }
}
