// SPDX-License-Identifier: Apache-2.0
package org.gorizont.simulations.world;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.gorizont.protocol.codec.FrameCodec;
import org.gorizont.protocol.frame.Frame;
import org.gorizont.protocol.frame.Hello;

/** How the program of a machine says its frames: as today, or as one from later, which says more than today's can read. */
final class Dialect {
    private static final int FIELD = 9_000;
    private static final int LENGTH_DELIMITED = 2;
    private static final int LONGEST = 40;

    private final Optional<SplittableRandom> later;

    private Dialect(Optional<SplittableRandom> later) {
        this.later = later;
    }

    static Dialect today() {
        return new Dialect(Optional.empty());
    }

    /** @param luck what it says more, and when */
    static Dialect later(SplittableRandom luck) {
        return new Dialect(Optional.of(luck));
    }

    byte[] encode(Frame frame) {
        if (later.isEmpty()) {
            return FrameCodec.encode(frame);
        }
        byte[] known = FrameCodec.encode(frame instanceof Hello hello ? later(hello) : frame);
        return later.get().nextInt(3) > 0 ? known : plus(known, field(later.get()));
    }

    /** A whole frame that nobody knows today; now and then, and never in place of a Hello. */
    Optional<byte[]> more(Frame after) {
        return later.filter(luck -> !(after instanceof Hello) && luck.nextInt(3) == 0)
                .map(Dialect::field);
    }

    private static Hello later(Hello hello) {
        return new Hello(
                Hello.VERSION + 1,
                hello.oldestVersion(),
                "later",
                List.of("something new"),
                hello.chain(),
                hello.circles(),
                hello.yourHeads(),
                hello.lineage(),
                hello.invitation(),
                hello.address(),
                hello.storeEpoch());
    }

    private static byte[] field(SplittableRandom luck) {
        byte[] content = new byte[1 + luck.nextInt(LONGEST)];
        luck.nextBytes(content);
        int key = FIELD << 3 | LENGTH_DELIMITED;
        byte[] head = {(byte) (key | 0x80), (byte) (key >>> 7 | 0x80), (byte) (key >>> 14), (byte) content.length};
        return plus(head, content);
    }

    private static byte[] plus(byte[] first, byte[] second) {
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }
}
