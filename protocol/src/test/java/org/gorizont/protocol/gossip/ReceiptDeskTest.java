// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.gossip;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.List;
import org.gorizont.protocol.actors.Actor;
import org.gorizont.protocol.core.Turn;
import org.gorizont.protocol.crypto.Hashing;
import org.gorizont.protocol.model.ReceiptLine;
import org.gorizont.protocol.model.SignedHead;
import org.junit.jupiter.api.Test;

class ReceiptDeskTest {
    private final Actor alice = Actor.named("alice");
    private final Actor bob = Actor.named("bob");
    private final Turn turn = new Turn(Instant.EPOCH);

    @Test
    void signsTheHeadThatWasWhollyHeldAndNoLaterOne() {
        ReceiptDesk desk = new ReceiptDesk(bob.id(), bob.signer(), 0, _ -> 0);
        SignedHead held = alice.head(alice.catalogue(), 2, Hashing.leaf(Actor.bytes("root")));

        desk.holds(turn, held);

        assertEquals(
                List.of(new ReceiptLine(alice.catalogue(), 2, held.root(), 0)),
                desk.sign(turn).getFirst().value().lines());
        assertEquals(List.of(), desk.sign(turn));
    }
}
