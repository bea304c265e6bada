// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.peers;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.stream.IntStream;
import org.gorizont.protocol.core.Limits;
import org.junit.jupiter.api.Test;

class DemandTest {
    private final Demand demand = new Demand();

    private int arrive(int frames, int bytes) {
        return IntStream.range(0, frames).map(_ -> demand.arrived(bytes)).sum();
    }

    @Test
    void strangerIsOneFrameAhead() {
        assertEquals(1, demand.begin());
        assertEquals(0, demand.arrived(10));
        assertEquals(1, demand.taken());
    }

    @Test
    void peerIsAsManyFramesAheadAsAllowedAndNoMore() {
        demand.begin();
        demand.arrived(10);

        int asked = demand.greeted();
        for (int more = asked; more > 0; asked += more) {
            more = arrive(more, 10);
        }

        assertEquals(Demand.HELD_FRAMES - 1, asked);
        assertEquals(1, demand.taken());
    }

    @Test
    void peerIsAsManyBytesAheadAsAllowedAndWhatWasAskedBefore() {
        demand.begin();
        demand.arrived(0);
        int asked = demand.greeted();

        int more = 0;
        for (int bytes = 0; bytes < Demand.HELD_BYTES; bytes += Limits.FRAME_BYTES) {
            assertEquals(asked, Demand.ASKED);
            more = demand.arrived(Limits.FRAME_BYTES);
        }

        assertEquals(0, more);
        assertEquals(0, arrive(Demand.ASKED - 1, Limits.FRAME_BYTES));
    }

    @Test
    void asksAgainWhenBytesHaveBeenTaken() {
        demand.begin();
        demand.greeted();
        arrive(Demand.ASKED, Demand.HELD_BYTES);

        int more = IntStream.range(0, Demand.ASKED).map(_ -> demand.taken()).sum();

        assertEquals(Demand.ASKED, more);
    }
}
