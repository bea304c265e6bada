// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** P1: what was acknowledged outlives the process, however it ends. */
final class StoreKillIT {
    private static final int ROUNDS = 10;
    private static final int MAX_ENTRIES_OF_ROUND = 300;

    @TempDir
    Path temp;

    @Test
    void s01KeepsWhatWasAcknowledgedWhenKilledAtAnyMoment() throws Exception {
        Path store = temp.resolve("store");
        Path ack = temp.resolve("ack");
        Random moments = new Random(1);

        for (int round = 0; round < ROUNDS; round++) {
            long target = StoreProbe.acknowledged(ack) + 1 + moments.nextInt(MAX_ENTRIES_OF_ROUND);
            try (ProbeProcess probe =
                    ProbeProcess.start(temp.resolve("out"), List.of(), "write", store.toString(), ack.toString())) {
                probe.awaitAcknowledged(ack, target);
            }

            assertEquals(0, StoreProbe.run("check", store.toString(), ack.toString()), "round " + round);
        }
        assertTrue(StoreProbe.acknowledged(ack) >= ROUNDS);
    }
}
