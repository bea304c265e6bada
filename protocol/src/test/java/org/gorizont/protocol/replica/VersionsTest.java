// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.replica;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.gorizont.protocol.core.Input;
import org.gorizont.protocol.core.LinkId;
import org.gorizont.protocol.frame.Answer;
import org.gorizont.protocol.frame.Frame;
import org.gorizont.protocol.frame.Query;
import org.gorizont.protocol.frame.Unknown;
import org.gorizont.protocol.model.Bytes;
import org.gorizont.protocol.replica.SmallNetwork.Node;
import org.junit.jupiter.api.Test;

/** P12: what a newer program says beyond what this one knows is no offence and has no effect. */
class VersionsTest {
    private static final int ID_SIZE = 16;

    private final SmallNetwork network = new SmallNetwork();
    private final Node alice = network.node("alice");
    private final Node bob = network.node("bob");

    @Test
    void unknownAndReservedFramesAreCountedAndTheConnectionGoesOnW08() {
        bob.join(alice.invite(alice.found("circle")));
        LinkId link = network.link(bob, alice);
        long before = bob.status().counters().unknownFrames();
        Bytes id = network.bytes(ID_SIZE);
        List<Frame> newer = List.of(
                new Unknown(1),
                new Unknown(1 << 20),
                new Query(id, "maths", List.of(), 1, 1, 1),
                new Answer(id, List.of(), true));

        newer.forEach(frame -> bob.input(new Input.FrameReceived(link, frame)));
        alice.publish(1, 10);
        network.runUntil(() -> bob.holds(alice.catalogue()) == 1);

        assertEquals(before + newer.size(), bob.status().counters().unknownFrames());
        assertEquals(link, network.link(bob, alice));
    }
}
