// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.codec;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.Optional;
import java.util.stream.Stream;
import org.gorizont.protocol.frame.Frame;
import org.gorizont.protocol.frame.Unknown;
import org.gorizont.protocol.model.Bytes;
import org.gorizont.protocol.model.Entry;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * In a build, readers meet the samples. {@code JAZZER_FUZZ=1} makes Jazzer search for worse, one test a run, with
 * {@code -Djazzer.hooks=true -Djazzer.instrument=org.gorizont.**,com.google.protobuf.**}.
 */
class ReadersFuzzTest {
    static Stream<byte[]> frames() {
        return SampleFrames.all().values().stream().map(FrameCodec::encode);
    }

    static Stream<byte[]> headers() {
        return EntryReadingTest.headers().map(header -> LogCodec.header(header).toArray());
    }

    @MethodSource("frames")
    @FuzzTest
    void whatReadsAsAFrameReadsAgain(byte[] bytes) throws Malformed {
        Frame frame;
        try {
            frame = FrameCodec.decode(bytes);
        } catch (Malformed _) {
            return;
        }
        if (!(frame instanceof Unknown)) {
            assertEquals(frame, FrameCodec.decode(FrameCodec.encode(frame)));
        }
    }

    @MethodSource("headers")
    @FuzzTest
    void anyBytesAreAnEntry(byte[] bytes) {
        Bytes exact = Bytes.copyOf(bytes);

        Entry entry = LogCodec.entry(exact, Optional.empty());

        assertEquals(exact, entry.headerBytes());
        entry.header()
                .ifPresent(header -> assertEquals(
                        Optional.of(header),
                        LogCodec.entry(LogCodec.header(header), Optional.empty())
                                .header()));
    }
}
