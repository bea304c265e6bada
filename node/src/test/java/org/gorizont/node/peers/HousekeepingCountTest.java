// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.peers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HousekeepingCountTest {
    private static final int FLAGLESS = 0;
    private static final int END_STREAM = 1;

    private final HousekeepingCount count = HousekeepingCount.ofServer();

    private static ByteBuf frame(int type, int flags, int length) {
        ByteBuf frame = Unpooled.buffer();
        frame.writeMedium(length).writeByte(type).writeByte(flags).writeInt(1);
        return frame.writeZero(length);
    }

    private boolean hears(int times, int type, int flags, int length) {
        return IntStream.range(0, times).allMatch(_ -> count.isWithinLimit(frame(type, flags, length), 0));
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 4, 6, 9})
    void t09AllowsAsManyOfTheseFramesAsTheLimitAndNoMore(int type) {
        assertTrue(hears(HousekeepingCount.FRAMES, type, FLAGLESS, 8));
        assertFalse(hears(1, type, FLAGLESS, 8));
    }

    @Test
    void t09CountsEmptyData() {
        assertTrue(hears(HousekeepingCount.FRAMES, RawClient.DATA, FLAGLESS, 0));
        assertFalse(hears(1, RawClient.DATA, FLAGLESS, 0));
    }

    @Test
    void letsPassWhatCarriesSomething() {
        int windowUpdate = 8;

        assertTrue(hears(1_000, RawClient.DATA, FLAGLESS, 1));
        assertTrue(hears(1_000, RawClient.DATA, END_STREAM, 0));
        assertTrue(hears(1_000, RawClient.HEADERS, FLAGLESS, 0));
        assertTrue(hears(1_000, windowUpdate, FLAGLESS, 4));
    }

    @Test
    void beginsAgainInEachPeriod() {
        hears(HousekeepingCount.FRAMES, RawClient.PING, FLAGLESS, 8);

        long later = HousekeepingCount.PERIOD.toNanos() + 1;

        assertTrue(count.isWithinLimit(frame(RawClient.PING, FLAGLESS, 8), later));
    }

    @Test
    void findsFramesHoweverTheyAreCutIntoPieces() {
        HousekeepingCount ofClient = HousekeepingCount.ofClient();
        ByteBuf all = Unpooled.buffer().writeZero(24);
        IntStream.range(0, HousekeepingCount.FRAMES)
                .forEach(_ -> all.writeBytes(frame(RawClient.SETTINGS, FLAGLESS, 6))
                        .writeBytes(frame(RawClient.DATA, FLAGLESS, 300)));

        IntStream.range(0, all.readableBytes())
                .forEach(i -> assertTrue(ofClient.isWithinLimit(all.slice(i, 1), 0), "byte " + i));

        assertFalse(ofClient.isWithinLimit(frame(RawClient.PING, FLAGLESS, 8), 0));
    }

    @Test
    void leavesBytesWhereTheyAre() {
        ByteBuf frame = frame(RawClient.PING, FLAGLESS, 8);

        count.isWithinLimit(frame, 0);

        assertEquals(17, frame.readableBytes());
    }
}
