// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.gossip;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.gorizont.protocol.actors.Actor;
import org.gorizont.protocol.model.AddressRecord;
import org.gorizont.protocol.model.Bytes;
import org.gorizont.protocol.model.Signature;
import org.gorizont.protocol.model.Signed;
import org.junit.jupiter.api.Test;

class NeighboursTest {
    private final Actor alice = Actor.named("alice");
    private final Neighbours neighbours = new Neighbours(Actor.named("bob").id(), new SplittableRandom(1));

    @Test
    void anAddressOfAnOlderKeyNeverReplacesOneOfANewer() {
        assertTrue(neighbours.learn(record(0, 9)));
        assertTrue(neighbours.learn(record(1, 1)));

        assertFalse(neighbours.learn(record(0, 10)));
        assertFalse(neighbours.learn(record(1, 1)));
        assertTrue(neighbours.learn(record(1, 2)));
        assertEquals(Optional.of(record(1, 2)), neighbours.address(alice.id()));
    }

    private Signed<AddressRecord> record(int epoch, long serial) {
        AddressRecord record = new AddressRecord(alice.id(), epoch, serial, List.of(), List.of());
        return new Signed<>(record, Bytes.empty(), new Signature(Bytes.zeros(64)));
    }
}
