// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.codec;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.gorizont.protocol.frame.Frame;
import org.gorizont.protocol.frame.Unknown;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FrameCodecTest {
    static Stream<Map.Entry<String, Frame>> frames() {
        return SampleFrames.all().entrySet().stream();
    }

    @ParameterizedTest
    @MethodSource("frames")
    void readsWhatItWrote(Map.Entry<String, Frame> sample) throws Malformed {
        byte[] bytes = FrameCodec.encode(sample.getValue());

        Frame read = FrameCodec.decode(bytes);

        assertEquals(sample.getValue(), read);
        assertArrayEquals(bytes, FrameCodec.encode(read));
    }

    @Test
    void samplesHaveEveryFrameTypeThatCanBeSaid() {
        List<Class<?>> types = Arrays.stream(Frame.class.getPermittedSubclasses())
                .flatMap(type -> type.isSealed() ? Arrays.stream(type.getPermittedSubclasses()) : Stream.of(type))
                .filter(type -> type != Unknown.class)
                .<Class<?>>map(type -> type)
                .toList();

        var sampled = new TreeSet<>(SampleFrames.all().values().stream()
                .map(frame -> frame.getClass().getName())
                .toList());

        assertEquals(new TreeSet<>(types.stream().map(Class::getName).toList()), sampled);
    }

    @Test
    void nobodySaysAnUnknownFrame() {
        assertThrows(IllegalArgumentException.class, () -> FrameCodec.encode(new Unknown(3)));
    }

    @Test
    void w01RefusesEmptyAndOneByteFrames() {
        assertThrows(Malformed.class, () -> FrameCodec.decode(new byte[0]));
        for (int value = 0; value < 256; value++) {
            byte[] bytes = {(byte) value};
            assertThrows(Malformed.class, () -> FrameCodec.decode(bytes));
        }
    }
}
