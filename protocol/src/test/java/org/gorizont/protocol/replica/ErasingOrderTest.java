// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.replica;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.gorizont.protocol.frame.Entries;
import org.gorizont.protocol.frame.Frame;
import org.gorizont.protocol.model.Entry;
import org.gorizont.protocol.model.Header;
import org.gorizont.protocol.model.LogId;
import org.gorizont.protocol.model.Retention;
import org.gorizont.protocol.model.Verb;
import org.gorizont.protocol.property.Property;

/** Bodies that go, in whatever order entries and bodies come. */
final class ErasingOrderTest {
    private SmallNetwork network = new SmallNetwork();
    private SmallNetwork.Node alice = network.node("alice");
    private SmallNetwork.Node bob = network.node("bob");

    /**
     * Whatever came first, with or without bodies, more than once, with crashes: in the end there are the bodies that
     * nothing ends, and no others.
     */
    @Property(tries = 25)
    void whatIsHereInTheEndDoesNotDependOnTheOrder(RandomGenerator random) {
        network = new SmallNetwork();
        alice = network.node("alice");
        bob = network.node("bob");
        bob.join(alice.invite(alice.found("Горизонт")));
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
            Shelf.say(
                    network, alice, random.nextBoolean() ? ThreeSchools.PRACTICE : ThreeSchools.OTHER, verb, retention);
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
}
