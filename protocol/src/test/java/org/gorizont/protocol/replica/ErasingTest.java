// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.replica;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import org.gorizont.protocol.codec.LogCodec;
import org.gorizont.protocol.core.Change;
import org.gorizont.protocol.core.Draft;
import org.gorizont.protocol.core.Input;
import org.gorizont.protocol.core.ReplicaStatus;
import org.gorizont.protocol.crypto.Hashing;
import org.gorizont.protocol.frame.Bodies;
import org.gorizont.protocol.frame.Entries;
import org.gorizont.protocol.frame.Frame;
import org.gorizont.protocol.frame.Want;
import org.gorizont.protocol.memory.MemoryLogStore;
import org.gorizont.protocol.model.Body;
import org.gorizont.protocol.model.Bytes;
import org.gorizont.protocol.model.Channel;
import org.gorizont.protocol.model.CircleId;
import org.gorizont.protocol.model.Entry;
import org.gorizont.protocol.model.Hash;
import org.gorizont.protocol.model.Header;
import org.gorizont.protocol.model.Kind;
import org.gorizont.protocol.model.LogId;
import org.gorizont.protocol.model.Origin;
import org.gorizont.protocol.model.ReceiptLine;
import org.gorizont.protocol.model.RecordId;
import org.gorizont.protocol.model.Retention;
import org.gorizont.protocol.model.Scope;
import org.gorizont.protocol.model.Verb;
import org.gorizont.protocol.property.Property;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Bodies that go: superseded, withdrawn, erased; and whoever offers them again. */
final class ErasingTest {
    private static final RecordId PRACTICE = RecordId.ofHex("01".repeat(16));
    private static final RecordId OTHER = RecordId.ofHex("02".repeat(16));

    private static final Hash HASH = new Hash(Bytes.zeros(Hash.SIZE));

    private SmallNetwork network = new SmallNetwork();
    private SmallNetwork.Node alice = network.node("alice");
    private SmallNetwork.Node bob = network.node("bob");
    private final SmallNetwork.Node carol = network.node("carol");
    private CircleId circle = alice.found("Горизонт");

    @BeforeEach
    void threeSchools() {
        bob.join(alice.invite(circle));
        carol.join(alice.invite(circle));
    }

    @Test
    void aNewerBodyTakesThePlaceOfTheOlderOneEverywhere() {
        say(Verb.PUT, Retention.LATEST);
        met(1);
        say(Verb.REPLACE, Retention.LATEST);
        met(2);

        for (SmallNetwork.Node node : List.of(alice, bob, carol)) {
            assertEquals(List.of(1L), Shelf.bodies(node, alice.catalogue()));
            assertEquals(List.of(), Shelf.missing(node, alice.catalogue()));
        }
    }

    @Test
    void whatIsKeptAsHistoryGoesByErasingAlone() {
        say(Verb.PUT, Retention.HISTORY);
        say(Verb.REPLACE, Retention.HISTORY);
        say(Verb.WITHDRAW, Retention.HISTORY);
        met(3);
        assertEquals(List.of(0L, 1L), Shelf.bodies(bob, alice.catalogue()));

        say(Verb.ERASE, Retention.HISTORY);
        met(4);

        assertEquals(List.of(), Shelf.bodies(alice, alice.catalogue()));
        assertEquals(List.of(), Shelf.bodies(bob, alice.catalogue()));
    }

    @Test
    void withdrawingNeedsNoSuccessor() {
        say(Verb.PUT, Retention.LATEST);
        say(Verb.WITHDRAW, Retention.LATEST);
        met(2);

        assertEquals(List.of(), Shelf.bodies(alice, alice.catalogue()));
        assertEquals(List.of(), Shelf.bodies(bob, alice.catalogue()));
    }

    @Test
    void otherRecordsKeepTheirBodies() {
        Shelf.say(network, alice, OTHER, Verb.PUT, Retention.LATEST);
        say(Verb.PUT, Retention.LATEST);
        say(Verb.ERASE, Retention.LATEST);
        met(3);

        assertEquals(List.of(0L), Shelf.bodies(bob, alice.catalogue()));
    }

    @Test
    void anOldBodyStaysUntilThatOfItsSuccessorIsHere() {
        say(Verb.PUT, Retention.LATEST);
        met(1);
        carol.stop();
        bob.stop();
        say(Verb.REPLACE, Retention.LATEST);
        Entry successor = Shelf.entries(alice, alice.catalogue()).get(1);
        List<Entry> without = List.of(successor.withoutBody(), successor.withoutBody());
        network.closeRoads();
        bob.start();

        Stick.take(bob, Shelf.frame(alice, alice.catalogue(), 1, 2, without));
        assertEquals(List.of(0L), Shelf.bodies(bob, alice.catalogue()));
        Stick.take(bob, Shelf.frame(alice, alice.catalogue(), 1, 2, List.of(successor, successor)));

        assertEquals(List.of(1L), Shelf.bodies(bob, alice.catalogue()));
    }

    @Test
    void nobodyAsksForABodyThatHasASuccessor() {
        Entry gone = alone(Verb.PUT);
        alice.store.apply(List.of(new Change.BodyDropped(alice.catalogue(), 0)));
        met(1);
        assertEquals(List.of(0L), Shelf.missing(bob, alice.catalogue()));
        network.runFor(Duration.ofMinutes(30));
        assertEquals(List.of(ReplicaStatus.Why.BODIES_MISSING), behind(bob));

        say(Verb.REPLACE, Retention.LATEST);
        met(2);
        network.runFor(Duration.ofSeconds(10));

        assertEquals(List.of(), behind(bob));
        List<Want> asked = new ArrayList<>();
        network.lose((_, frame) -> frame instanceof Want want && asked.add(want));
        network.runFor(Duration.ofHours(1));
        assertEquals(List.of(), asked);
        assertEquals(2, stated(alice.catalogue(), bob));
        assertTrue(gone.body().isPresent());
    }

    @Test
    void aNewcomerWaitsForNothingThatEverybodyHasDropped() {
        for (int i = 0; i < 20; i++) {
            say(Verb.REPLACE, Retention.LATEST);
        }
        say(Verb.ERASE, Retention.LATEST);
        say(Verb.PUT, Retention.LATEST);
        met(22);
        var dave = network.node("dave");

        dave.join(bob.invite(circle));
        network.runUntil(() -> dave.holds(alice.catalogue()) == 22);

        assertEquals(List.of(21L), Shelf.bodies(dave, alice.catalogue()));
        assertEquals(List.of(), Shelf.missing(dave, alice.catalogue()));
        assertEquals(List.of(), behind(dave));
    }

    @Test
    void whoWasOffErasesWhenItComesBack() {
        say(Verb.PUT, Retention.LATEST);
        met(1);
        carol.stop();
        say(Verb.ERASE, Retention.LATEST);
        network.runUntil(() -> bob.holds(alice.catalogue()) == 2);
        network.runFor(Duration.ofSeconds(5));
        assertEquals(1, erased(alice.catalogue(), bob));
        assertEquals(0, erased(alice.catalogue(), carol));
        assertEquals(List.of(0L), Shelf.bodies(carol, alice.catalogue()));

        alice.stop();
        carol.start();
        network.runUntil(() -> carol.holds(alice.catalogue()) == 2);
        assertEquals(List.of(), Shelf.bodies(carol, alice.catalogue()));

        alice.start();
        network.runUntil(() -> erased(alice.catalogue(), carol) == 1);
    }

    @Test
    void w34AnErasedBodyThatIsOfferedAgainStaysErased() {
        Entry whole = alone(Verb.PUT);
        met(1);
        byte[] bundle = Stick.export(bob, Stick.all(circle));
        say(Verb.ERASE, Retention.LATEST);
        met(2);

        offerAgain(whole, bundle);
        bob.stop();
        bob.start();
        network.runFor(Duration.ofSeconds(5));
        offerAgain(whole, bundle);

        assertEquals(List.of(), Shelf.bodies(bob, alice.catalogue()));
        assertEquals(List.of(), Shelf.missing(bob, alice.catalogue()));
    }

    private void offerAgain(Entry whole, byte[] bundle) {
        TreeMap<Long, Body> bodies = new TreeMap<>();
        bodies.put(0L, whole.body().orElseThrow());
        bob.input(new Input.FrameReceived(network.link(bob, alice), new Bodies(alice.catalogue(), bodies, List.of())));
        Stick.take(bob, bundle);
        Stick.take(bob, Shelf.frame(alice, alice.catalogue(), 0, 1, List.of(whole)));
        assertEquals(List.of(), Shelf.bodies(bob, alice.catalogue()));
    }

    @Test
    void w34ABodyThatComesInOneFileWithItsErasingIsNotTaken() {
        Entry whole = alone(Verb.PUT);
        alice.store.apply(List.of(new Change.BodyDropped(alice.catalogue(), 0)));
        met(1);
        network.closeRoads();
        say(Verb.ERASE, Retention.LATEST);
        List<Entry> both =
                List.of(whole, Shelf.entries(alice, alice.catalogue()).get(1));

        Stick.take(bob, Shelf.frame(alice, alice.catalogue(), 0, 2, both));

        assertEquals(List.of(), Shelf.bodies(bob, alice.catalogue()));
    }

    @Test
    void whatErasesAndWhatIsErasedAreOneWrite() {
        say(Verb.PUT, Retention.LATEST);
        met(1);
        bob.store.sync();
        say(Verb.ERASE, Retention.LATEST);
        met(2);

        bob.stop();
        bob.store.loseUnsynced();
        assertEquals(1, bob.holds(alice.catalogue()));
        assertEquals(List.of(0L), Shelf.bodies(bob, alice.catalogue()));
        bob.start();
        network.runUntil(() -> bob.holds(alice.catalogue()) == 2);

        assertEquals(List.of(), Shelf.bodies(bob, alice.catalogue()));
    }

    @Test
    void underANewKeyTheRecordsOfTheOldOneAreErased() {
        say(Verb.PUT, Retention.LATEST);
        met(1);
        alice.rotate();
        say(Verb.ERASE, Retention.LATEST);
        network.runUntil(() -> bob.holds(alice.catalogue(1)) == 1 && carol.holds(alice.catalogue(1)) == 1);

        assertEquals(List.of(), Shelf.bodies(alice, alice.catalogue()));
        assertEquals(List.of(), Shelf.bodies(bob, alice.catalogue()));
    }

    @Test
    void aSchoolThatComesBackByItsPaperOrABackupFindsItErased() {
        say(Verb.PUT, Retention.LATEST);
        met(1);
        MemoryLogStore backup = alice.store.copy(network.bytes(16));
        say(Verb.ERASE, Retention.LATEST);
        met(2);

        alice.restore(backup);
        network.runUntil(() -> alice.status().writing().isEmpty());
        assertEquals(List.of(), Shelf.bodies(alice, alice.catalogue()));

        alice.returnBy(bob);
        network.runUntil(() -> alice.status().writing().isEmpty());
        alice.goOn();
        assertEquals(2, alice.holds(alice.catalogue()));
        assertEquals(List.of(), Shelf.bodies(alice, alice.catalogue()));
        assertEquals(List.of(), behind(bob));
    }

    @Test
    void whatAThiefHasErasedComesBackOnceTheSchoolSealsItsLogBefore() {
        say(Verb.PUT, Retention.LATEST);
        met(1);
        carol.stop();
        var thief = network.twin(alice);
        alice.stop();
        thief.start();
        Shelf.say(network, thief, PRACTICE, Verb.ERASE, Retention.LATEST);
        network.runUntil(() -> bob.holds(alice.catalogue()) == 2);
        assertEquals(List.of(), Shelf.bodies(bob, alice.catalogue()));
        thief.stop();

        network.closeRoads();
        alice.start();
        alice.rotate();
        network.openRoads();

        network.runUntil(() -> Shelf.bodies(bob, alice.catalogue()).equals(List.of(0L)));
        assertEquals(1, bob.holds(alice.catalogue()));
    }

    @Test
    void nothingOfMembershipIsErased() {
        LogId control = new LogId(alice.id, Channel.CONTROL, Scope.of(circle), 0);
        Header admission = alice.store.entry(control, 1).flatMap(Entry::header).orElseThrow();
        network.runUntil(() -> bob.holds(control) == alice.holds(control));
        List<Long> before = Shelf.bodies(bob, control);
        alice.ask(request -> new Input.Published(
                request,
                control.channel(),
                control.scope(),
                List.of(new Draft(
                        admission.kind(),
                        admission.record(),
                        Verb.ERASE,
                        Retention.HISTORY,
                        network.now(),
                        List.of(),
                        Optional.empty()))));
        network.runUntil(() -> bob.holds(control) == before.size() + 1);

        assertEquals(before, Shelf.bodies(bob, control));
        assertEquals(before, Shelf.bodies(alice, control));
    }

    @Test
    void whatIsStatedAgainKeepsItsPlaceInTheOrder() {
        Body kept = new Body(network.bytes(Body.SALT_SIZE), network.bytes(50));
        Body gone = new Body(network.bytes(Body.SALT_SIZE), network.bytes(50));
        Header put = header(OTHER, Verb.PUT, Optional.empty(), Optional.of(gone));
        Header again = header(OTHER, Verb.PUT, Optional.of(new Origin(0, 2, HASH)), Optional.of(gone));

        alice.stop();
        alice.plant(
                alice.catalogue(),
                List.of(
                        entry(header(PRACTICE, Verb.ERASE, Optional.empty(), Optional.empty()), Optional.empty()),
                        entry(header(PRACTICE, Verb.PUT, Optional.empty(), Optional.of(kept)), Optional.of(kept)),
                        entry(put, Optional.of(gone)),
                        entry(
                                header(PRACTICE, Verb.ERASE, Optional.of(new Origin(0, 0, HASH)), Optional.empty()),
                                Optional.empty()),
                        entry(again, Optional.of(gone))));
        alice.start();
        met(5);
        assertEquals(List.of(1L, 4L), Shelf.bodies(bob, alice.catalogue()));

        say(Verb.REPLACE, Retention.LATEST);
        Shelf.say(network, alice, OTHER, Verb.ERASE, Retention.LATEST);
        met(7);

        assertEquals(List.of(5L), Shelf.bodies(bob, alice.catalogue()));
    }

    private Header header(RecordId record, Verb verb, Optional<Origin> origin, Optional<Body> body) {
        return new Header(
                Header.VERSION,
                new Kind("note", 1, 0),
                record,
                verb,
                Retention.LATEST,
                origin,
                network.now(),
                List.of(),
                false,
                body.map(content -> content.content().size()).orElse(0),
                body.map(Hashing::commitment));
    }

    private static Entry entry(Header header, Optional<Body> body) {
        return LogCodec.entry(LogCodec.header(header), body);
    }

    /**
     * Whatever came first, with or without bodies, more than once, with crashes: in the end there are the bodies that
     * nothing ends, and no others.
     */
    @Property(tries = 25)
    void whatIsHereInTheEndDoesNotDependOnTheOrder(RandomGenerator random) {
        network = new SmallNetwork();
        alice = network.node("alice");
        bob = network.node("bob");
        circle = alice.found("Горизонт");
        bob.join(alice.invite(circle));
        bob.stop();
        network.closeRoads();
        List<Entry> first = history(random, alice.catalogue(0));
        alice.rotate();
        List<Entry> second = history(random, alice.catalogue(1));
        bob.start();
        for (Frame frame : Stick.frames(alice, Stick.to(bob))) {
            if (!(frame instanceof Entries)) {
                Stick.take(bob, frame);
            }
        }

        for (int i = 0; i < 40; i++) {
            boolean old = random.nextBoolean();
            deliver(random, old ? alice.catalogue(0) : alice.catalogue(1), old ? first : second);
            if (random.nextInt(10) == 0) {
                bob.stop();
                bob.start();
            }
        }
        Stick.take(bob, Shelf.frame(alice, alice.catalogue(1), 0, second.size(), second));
        Stick.take(bob, Shelf.frame(alice, alice.catalogue(0), 0, first.size(), first));

        List<Entry> all = new ArrayList<>(first);
        all.addAll(second);
        assertEquals(lasting(all, 0, first.size()), Shelf.bodies(bob, alice.catalogue(0)), () -> all.toString());
        assertEquals(lasting(all, first.size(), all.size()), Shelf.bodies(bob, alice.catalogue(1)));
        assertEquals(List.of(), Shelf.missing(bob, alice.catalogue(0)));
        assertEquals(List.of(), Shelf.missing(bob, alice.catalogue(1)));
        assertEquals(Shelf.bodies(alice, alice.catalogue(0)), Shelf.bodies(bob, alice.catalogue(0)));
    }

    private void deliver(RandomGenerator random, LogId log, List<Entry> whole) {
        int from = random.nextInt(whole.size());
        int to = from + 1 + random.nextInt(whole.size() - from);
        List<Entry> shown = whole.stream()
                .map(entry -> random.nextInt(3) == 0 ? entry.withoutBody() : entry)
                .toList();
        Stick.take(bob, Shelf.frame(alice, log, from, to, shown));
    }

    /** What alice says of two records, as it was when it was said. */
    private List<Entry> history(RandomGenerator random, LogId log) {
        List<Entry> whole = new ArrayList<>();
        int entries = 1 + random.nextInt(8);
        for (int i = 0; i < entries; i++) {
            Verb verb = List.of(Verb.PUT, Verb.PUT, Verb.REPLACE, Verb.WITHDRAW, Verb.ERASE)
                    .get(random.nextInt(5));
            Retention retention = random.nextInt(3) == 0 ? Retention.HISTORY : Retention.LATEST;
            Shelf.say(network, alice, random.nextBoolean() ? PRACTICE : OTHER, verb, retention);
            whole.add(Shelf.entries(alice, log).getLast());
        }
        return whole;
    }

    /** By the words of the protocol: seqs of bodies in [from, to) that nothing after them ends. */
    private static List<Long> lasting(List<Entry> all, int from, int to) {
        List<Long> lasting = new ArrayList<>();
        for (int i = from; i < to; i++) {
            Header header = all.get(i).header().orElseThrow();
            List<Header> after = all.subList(i + 1, all.size()).stream()
                    .map(entry -> entry.header().orElseThrow())
                    .filter(later -> later.record().equals(header.record()))
                    .toList();
            boolean erased = after.stream().anyMatch(later -> later.verb() == Verb.ERASE);
            boolean superseded = header.retention() == Retention.LATEST && !after.isEmpty();
            if (header.verb().hasBody() && !erased && !superseded) {
                lasting.add((long) (i - from));
            }
        }
        return lasting;
    }

    private void say(Verb verb, Retention retention) {
        Shelf.say(network, alice, PRACTICE, verb, retention);
    }

    /** Says it while nobody hears it, and shows it as it was. */
    private Entry alone(Verb verb) {
        bob.stop();
        carol.stop();
        say(verb, Retention.LATEST);
        Entry whole = Shelf.entries(alice, alice.catalogue()).getLast();
        bob.start();
        carol.start();
        return whole;
    }

    private void met(long size) {
        network.runUntil(() -> bob.holds(alice.catalogue()) == size && carol.holds(alice.catalogue()) == size);
    }

    private static List<ReplicaStatus.Why> behind(SmallNetwork.Node node) {
        return node.status().schools().stream()
                .flatMap(school -> school.behind().stream())
                .map(ReplicaStatus.Behind::why)
                .toList();
    }

    private long stated(LogId log, SmallNetwork.Node holder) {
        return line(log, holder).map(line -> line.size()).orElse(0L);
    }

    private long erased(LogId log, SmallNetwork.Node holder) {
        return line(log, holder).map(line -> line.erased()).orElse(0L);
    }

    private Optional<ReceiptLine> line(LogId log, SmallNetwork.Node holder) {
        return alice.store.receipts(log).stream()
                .filter(receipt -> receipt.value().holder().equals(holder.id))
                .flatMap(receipt -> receipt.value().lines().stream())
                .filter(line -> line.log().equals(log))
                .findFirst();
    }
}
