// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.replica;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gorizont.protocol.codec.LogCodec;
import org.gorizont.protocol.crypto.Hashing;
import org.gorizont.protocol.frame.Frame;
import org.gorizont.protocol.frame.Want;
import org.gorizont.protocol.model.Body;
import org.gorizont.protocol.model.Entry;
import org.gorizont.protocol.model.Header;
import org.gorizont.protocol.model.Kind;
import org.gorizont.protocol.model.RecordId;
import org.gorizont.protocol.model.Retention;
import org.gorizont.protocol.model.Verb;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Entries whose bodies have not come yet. */
final class MissingBodiesTest {
    private final SmallNetwork network = new SmallNetwork();
    private final SmallNetwork.Node alice = network.node("alice");
    private final SmallNetwork.Node bob = network.node("bob");

    @BeforeEach
    void twoSchools() {
        bob.join(alice.invite(alice.found("Горизонт")));
    }

    @Test
    void fetchesMissingBodiesThoughTheyAreAMultipleOfWhatIsAskedAtOnce() {
        alice.stop();
        List<Entry> entries = new ArrayList<>();
        for (int i = 0; i < 64; i++) {
            Body body = new Body(network.bytes(32), network.bytes(10));
            entries.add(LogCodec.entry(LogCodec.header(promise(body)), Optional.of(body)));
        }
        plant(entries);
        List<Frame> empty = new ArrayList<>();
        network.lose((_, frame) -> {
            if (frame instanceof Want want && want.bodies().isEmpty() && want.from() == want.to()) {
                empty.add(frame);
            }
            return false;
        });
        bob.start();
        alice.start();

        network.runUntil(() -> bob.store.missingBodies(alice.catalogue(), 0, 1).isEmpty());
        network.runFor(Duration.ofMinutes(1));

        assertEquals(List.of(), empty);
        assertTrue(bob.status().schools().stream()
                .allMatch(school -> school.behind().isEmpty()));
    }

    @Test
    void bodiesThatNobodyHasAreAskedForMoreAndMoreSeldomAndHideNoOthers() {
        List<Entry> atAlice = new ArrayList<>();
        for (int i = 0; i < 70; i++) {
            Body never = new Body(network.bytes(32), network.bytes(10));
            atAlice.add(LogCodec.entry(LogCodec.header(promise(never)), Optional.empty()));
        }
        Body last = new Body(network.bytes(32), network.bytes(10));
        atAlice.add(LogCodec.entry(LogCodec.header(promise(last)), Optional.of(last)));
        alice.stop();
        plant(atAlice);
        List<Frame> asked = new ArrayList<>();
        network.lose((_, frame) -> {
            if (frame instanceof Want want && !want.bodies().isEmpty()) {
                asked.add(frame);
            }
            return false;
        });
        bob.start();
        alice.start();

        network.runUntil(
                () -> !bob.store.missingBodies(alice.catalogue(), 0, 100).contains(70L));
        asked.clear();
        network.runFor(Duration.ofHours(2));

        assertEquals(70, bob.store.missingBodies(alice.catalogue(), 0, 100).size());
        assertTrue(asked.size() < 100, "asked " + asked.size() + " times");
    }

    /** Alice holds these, and bob the same without bodies; both are off then. */
    private void plant(List<Entry> entries) {
        alice.plant(alice.catalogue(), entries);
        bob.stop();
        bob.plant(
                alice,
                alice.catalogue(),
                entries.stream().map(Entry::withoutBody).toList());
    }

    private Header promise(Body body) {
        return new Header(
                Header.VERSION,
                new Kind("note", 1, 0),
                new RecordId(network.bytes(16)),
                Verb.PUT,
                Retention.LATEST,
                Optional.empty(),
                network.now(),
                List.of(),
                false,
                body.content().size(),
                Optional.of(Hashing.commitment(body)));
    }
}
