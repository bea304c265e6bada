// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.bundle;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.gorizont.protocol.frame.BundleHeader;
import org.gorizont.protocol.model.CircleId;
import org.gorizont.protocol.model.Hash;
import org.gorizont.protocol.model.SchoolId;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A file from a stick that anybody may have had. {@code JAZZER_FUZZ=1} makes Jazzer search, with {@code
 * -Djazzer.hooks=true -Djazzer.instrument=org.gorizont.**,com.google.protobuf.**}.
 */
class BundleFuzzTest {
    static Stream<byte[]> files() {
        BundleHeader header = new BundleHeader(
                new SchoolId(Hash.wrap(new byte[32])),
                List.of(new BundleHeader.Circle(new CircleId(Hash.wrap(new byte[32])), "")),
                Optional.empty(),
                1);
        byte[] file = BundleFileTest.file(header, List.of(BundleFileTest.frame(3), BundleFileTest.frame(9)));
        return Stream.of(
                file,
                Arrays.copyOf(file, file.length - 1),
                Arrays.copyOf(file, file.length + 1),
                Arrays.copyOf(file, 20),
                new byte[0]);
    }

    @MethodSource("files")
    @FuzzTest
    void anyFileReadsTheSameInAnySteps(byte[] file) {
        assertEquals(
                BundleFileTest.read(new BundleReader(), file, Math.max(1, file.length)),
                BundleFileTest.read(new BundleReader(), file, 13));
    }
}
