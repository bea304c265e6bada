// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.replica;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.gorizont.protocol.codec.FrameCodec;
import org.gorizont.protocol.core.Limits;
import org.gorizont.protocol.core.LogState;
import org.gorizont.protocol.merkle.HashTiles;
import org.gorizont.protocol.model.CircleId;
import org.gorizont.protocol.model.Entry;
import org.gorizont.protocol.model.LogId;
import org.gorizont.protocol.model.RecordId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * A school that revises its records for years costs the others what lives, and a hash or two for each revision. Files of
 * the real store: {@code gorizont bench disk}.
 */
final class SteadyDiskTest {
    private static final int RECORDS = 100;
    private static final int UPDATES = 3_000;
    private static final int BODY = 1_000;
    /** Updates that are published together: a signature each would take long. */
    private static final int TOGETHER = 10;
    /** A row of the store's arrivals as its files have it, one for each update. */
    private static final int ARRIVAL = 20;

    private final SmallNetwork network = new SmallNetwork();
    private SmallNetwork.Node alice;
    private SmallNetwork.Node bob;
    private CircleId circle;
    private LogId log;

    /** Until so much stands above the floor that the next update would let it rise: as bad as it gets. */
    @BeforeEach
    void reviseForYears() {
        alice = network.node("alice");
        bob = network.node("bob");
        circle = alice.found("Горизонт");
        bob.join(alice.invite(circle));
        log = alice.catalogue();
        List<RecordId> records = IntStream.range(0, RECORDS)
                .mapToObj(_ -> new RecordId(network.bytes(16)))
                .toList();
        int updates = 0;
        while (updates < UPDATES || aboveFloor(alice) + TOGETHER < Limits.FLOOR_AT_LEAST) {
            int first = updates % RECORDS;
            alice.restate(records.subList(first, first + TOGETHER), BODY);
            updates += TOGETHER;
            network.runFor(Duration.ofSeconds(1));
        }
        network.runUntil(() -> bob.holds(log) == alice.holds(log));
        network.runFor(Duration.ofMinutes(1));
    }

    @Test
    void aReplicaHoldsTwiceWhatLivesAnd80BytesAnUpdate() {
        long held = held(bob, log);
        long bound = 2L * RECORDS * BODY + 80L * UPDATES;

        assertTrue(held <= bound, held + " bytes, at most " + bound);
        assertTrue(aboveFloor(bob) < Limits.FLOOR_AT_LEAST, aboveFloor(bob) + " entries");
    }

    @Test
    void aNewcomerFetchesLittleMoreThanWhatLives() {
        long live = bob.store.headers(log, 0, Integer.MAX_VALUE).keySet().stream()
                .map(seq -> bob.store.entry(log, seq).orElseThrow())
                .filter(entry -> entry.body().isPresent())
                .mapToLong(Entry::sizeBytes)
                .sum();
        AtomicLong bytes = new AtomicLong();
        alice.stop();
        network.lose((_, frame) -> {
            bytes.addAndGet(FrameCodec.encode(frame).length);
            return false;
        });

        SmallNetwork.Node carol = Shelf.newcomer(network, "carol", bob, circle, log);

        assertEquals(bob.store.bytes(log), carol.store.bytes(log));
        assertTrue(bytes.get() <= 1.3 * live, bytes.get() + " bytes for " + live + " that live");
    }

    private long aboveFloor(SmallNetwork.Node node) {
        return node.store.log(log).map(state -> state.held() - state.floor()).orElse(0L);
    }

    /** Headers, bodies, hashes and arrivals. */
    private static long held(SmallNetwork.Node node, LogId log) {
        LogState state = node.store.log(log).orElseThrow();
        long hashes = 0;
        for (long tile = 0; tile * HashTiles.WIDTH < state.held(); tile++) {
            hashes += node.store.tile(log, new HashTiles.TileId(0, tile)).size();
        }
        return node.store.bytes(log) + 33 * hashes + ARRIVAL * UPDATES;
    }
}
