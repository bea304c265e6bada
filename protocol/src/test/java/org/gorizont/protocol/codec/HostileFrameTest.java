// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.codec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.gorizont.protocol.core.Limits;
import org.gorizont.protocol.frame.Entries;
import org.gorizont.protocol.frame.Frame;
import org.gorizont.protocol.frame.Query;
import org.gorizont.protocol.frame.Unknown;
import org.gorizont.protocol.model.Bytes;
import org.gorizont.protocol.property.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class HostileFrameTest {
    static Stream<Map.Entry<String, Frame>> frames() {
        return SampleFrames.all().entrySet().stream();
    }

    private static Malformed refused(Bytes frame) {
        return assertThrows(Malformed.class, () -> FrameCodec.decode(frame.unsafeArray()));
    }

    /** Decodes to a frame or throws Malformed; anything else fails the test. */
    private static boolean readable(byte[] bytes) {
        try {
            FrameCodec.decode(bytes);
            return true;
        } catch (Malformed _) {
            return false;
        }
    }

    @ParameterizedTest
    @MethodSource("frames")
    void noTruncatedFrameIsReadableW02(Map.Entry<String, Frame> sample) {
        Bytes whole = Bytes.wrap(FrameCodec.encode(sample.getValue()));

        for (int size = 0; size < whole.size(); size++) {
            refused(whole.slice(0, size));
        }
    }

    @ParameterizedTest
    @MethodSource("frames")
    void flippedBitsNeverEndInAnUncheckedExceptionW03(Map.Entry<String, Frame> sample) {
        Bytes whole = Bytes.wrap(FrameCodec.encode(sample.getValue()));

        for (int bit = 0; bit < whole.size() * Byte.SIZE; bit++) {
            readable(Raw.flip(whole, bit).unsafeArray());
        }
    }

    @Property(tries = 300)
    void noiseNeverEndsInAnUncheckedExceptionW03(RandomGenerator random) {
        byte[] noise = new byte[random.nextInt(1, 300)];
        random.nextBytes(noise);

        readable(noise);
        readable(Raw.block(random.nextInt(1, 27), Bytes.wrap(noise)).unsafeArray());
    }

    @Test
    void refusesLongerFramesThanTheLimitBeforeReadingThem() throws Malformed {
        Bytes unknown = Raw.block(900, Bytes.zeros(Limits.FRAME_BYTES - 5));
        assertEquals(Limits.FRAME_BYTES, unknown.size());

        assertEquals(new Unknown(Limits.FRAME_BYTES), FrameCodec.decode(unknown.unsafeArray()));
        assertTrue(refused(Raw.block(900, Bytes.zeros(Limits.FRAME_BYTES - 4)))
                .getMessage()
                .contains("more than " + Limits.FRAME_BYTES));
    }

    @Test
    void refusesHugeListsBySizeW10() {
        refused(Raw.block(10, Raw.repeat(Raw.number(4, 1), 10_000_000)));
        refused(Raw.block(8, Raw.block(6, Bytes.zeros(Long.BYTES * 1_000_000))));
    }

    @Test
    void unknownFrameTypesAreUnknownW08() throws Malformed {
        Bytes newer = Raw.block(900, Samples.text("something new"));

        assertEquals(new Unknown(newer.size()), FrameCodec.decode(newer.unsafeArray()));
    }

    @ParameterizedTest
    @MethodSource("frames")
    void unknownFieldsAreNoHindranceW08(Map.Entry<String, Frame> sample) throws Malformed {
        Bytes whole = Bytes.wrap(FrameCodec.encode(sample.getValue()));

        Frame read = FrameCodec.decode(whole.plus(Raw.number(900, 1)).unsafeArray());

        assertEquals(sample.getValue(), read);
    }

    @Test
    void voidHeadersDoNotMakeAFrameUnreadableW05() throws Malformed {
        Entries good = SampleFrames.atHead();
        Bytes odd = Raw.repeat(Raw.number(1, 1), 2);
        Entries frame = new Entries(
                good.log(),
                good.start(),
                List.of(LogCodec.entry(odd, Optional.empty())),
                good.head(),
                good.proof(),
                good.base());

        Entries read = assertInstanceOf(Entries.class, FrameCodec.decode(FrameCodec.encode(frame)));

        assertTrue(read.entries().getFirst().header().isEmpty());
        assertEquals(odd, read.entries().getFirst().headerBytes());
    }

    @Test
    void textsHaveALimitW13() throws Malformed {
        String most = "\u0301".repeat(Limits.TEXT_IN_FRAME);

        assertInstanceOf(Query.class, FrameCodec.decode(query(most)));
        assertThrows(Malformed.class, () -> FrameCodec.decode(query(most + "a")));
    }

    private static byte[] query(String text) {
        return FrameCodec.encode(new Query(SampleFrames.QUERY, text, List.of(), 0, 0, 0));
    }

    @Test
    void problemsRepeatNoTextOfTheFrame() {
        byte[] bytes = query("a person's name\u0000");

        Malformed problem = assertThrows(Malformed.class, () -> FrameCodec.decode(bytes));

        assertEquals("Query.text contains NUL", problem.getMessage());
        assertEquals(0, problem.getStackTrace().length);
    }

    static Stream<Bytes> contradictions() {
        Bytes log = Raw.block(
                1, Raw.block(1, Bytes.zeros(32)).plus(Raw.number(2, 1)).plus(Raw.block(3, Bytes.zeros(32))));
        Bytes circle = Raw.block(1, Bytes.zeros(32));
        return Stream.of(
                Raw.block(10, log.plus(Raw.number(2, 5)).plus(Raw.number(3, 4))),
                Raw.block(13, Bytes.empty()),
                Raw.block(14, log),
                Raw.block(3, circle.plus(Raw.block(2, Bytes.zeros(15)))),
                Raw.block(5, circle.plus(Raw.block(2, Bytes.zeros(17)))),
                Raw.block(4, circle.plus(Raw.number(4, 1)).plus(Raw.block(6, signedHead()))),
                Raw.block(12, log.plus(Raw.repeat(Raw.block(2, Raw.block(2, Bytes.zeros(32))), 2))),
                Raw.block(12, log.plus(Raw.block(2, Raw.block(2, Bytes.zeros(31))))),
                Raw.block(24, circle.plus(Raw.number(2, 3)).plus(Raw.number(3, 3))),
                Raw.block(21, Raw.block(1, Bytes.zeros(15))),
                Raw.block(17, Raw.block(1, Bytes.zeros(Limits.STATEMENT_BYTES + 1))));
    }

    private static Bytes signedHead() {
        return ToWire.bytes(ToWire.head(Samples.HEAD));
    }

    @ParameterizedTest
    @MethodSource("contradictions")
    void refusesFramesThatContradictThemselves(Bytes frame) {
        refused(frame);
    }
}
