// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.peers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.grpc.CallOptions;
import io.grpc.Status;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.gorizont.protocol.core.Input.FrameUnreadable;
import org.gorizont.protocol.core.Input.PeerConnected;
import org.gorizont.protocol.core.Input.PeerGone;
import org.gorizont.protocol.core.Limits;
import org.gorizont.protocol.core.LinkId;
import org.gorizont.protocol.frame.Reason;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A liar with a good certificate tries to stop alice; bob, who is honest, must not notice. */
class FloodsIT {
    private static final PeerTls MALLORY = Certificates.selfSigned(Certificates.ed25519());
    private static final int STREAM = 1;

    private final Party alice = Party.honest();
    private final Party bob = Party.honest();
    private LinkId bobsLink = new LinkId(0);

    @BeforeEach
    void bobIsConnected() {
        bobsLink = bob.dials(alice).link();
        bob.links.send(bobsLink, Frames.hello());
        alice.awaitFrame(Frames.hello());
        alice.links.send(alice.firstLink(), Frames.hello());
        bob.awaitFrame(Frames.hello());
    }

    @AfterEach
    void bobIsStillServed() {
        bob.links.send(bobsLink, Frames.numbered(99));
        alice.awaitFrame(Frames.numbered(99));
        alice.links.send(alice.firstLink(), Frames.numbered(98));
        bob.awaitFrame(Frames.numbered(98));

        bob.close();
        alice.close();
    }

    @Test
    void t09EndsFloodOfResets() throws IOException {
        try (RawClient mallory = RawClient.connect(alice.port(), MALLORY)) {
            assertSentAway(mallory, i -> {
                mallory.call(2 * i + 1);
                mallory.frame(RawClient.RST_STREAM, 0, 2 * i + 1, new byte[] {0, 0, 0, 8});
            });
        }
    }

    @Test
    void t09EndsFloodOfSettings() throws IOException {
        try (RawClient mallory = RawClient.connect(alice.port(), MALLORY)) {
            assertSentAway(mallory, i -> mallory.frame(RawClient.SETTINGS, 0, 0, new byte[0]));
        }
    }

    @Test
    void t09EndsFloodOfPings() throws IOException {
        try (RawClient mallory = RawClient.connect(alice.port(), MALLORY)) {
            assertSentAway(mallory, i -> mallory.frame(RawClient.PING, 0, 0, new byte[8]));
        }
    }

    @Test
    void t09EndsFloodOfEmptyData() throws IOException {
        try (RawClient mallory = RawClient.connect(alice.port(), MALLORY)) {
            mallory.call(STREAM);
            assertSentAway(mallory, i -> mallory.frame(RawClient.DATA, 0, STREAM, new byte[0]));
        }
    }

    @Test
    void t09EndsFloodOfContinuations() throws IOException {
        try (RawClient mallory = RawClient.connect(alice.port(), MALLORY)) {
            mallory.frame(RawClient.HEADERS, 0, STREAM, RawClient.headers());
            assertSentAway(mallory, i -> mallory.frame(RawClient.CONTINUATION, 0, STREAM, new byte[0]));
        }
    }

    @Test
    void t09EndsTooLongHeaders() throws IOException {
        try (RawClient mallory = RawClient.connect(alice.port(), MALLORY)) {
            byte[] headers = new byte[PeerPort.METADATA_BYTES * 2];
            Arrays.fill(headers, (byte) 0x83);
            mallory.frame(RawClient.HEADERS, RawClient.END_HEADERS, STREAM, headers);

            mallory.readToEnd();
        }
    }

    @Test
    void t10RefusesManyStreams() throws IOException {
        try (RawClient mallory = RawClient.connect(alice.port(), MALLORY)) {
            RawClient.Seen seen = flood(mallory, i -> mallory.call(2 * i + 1));

            assertTrue(seen.resets() > 0 || seen.goAway(), seen.toString());
            assertTrue(alice.all(PeerConnected.class).size() <= 2);
        }
    }

    @Test
    void t11RefusesFrameOfFiveMegabytes() {
        try (PlainCaller mallory = PlainCaller.exchange(alice).say(new byte[5 << 20])) {
            assertTrue(List.of(Status.Code.RESOURCE_EXHAUSTED, Status.Code.CANCELLED)
                    .contains(mallory.end()));
            alice.await(PeerGone.class);
        }
    }

    @Test
    void t11TakesLongestFrameAndNoLongerOne() {
        try (PlainCaller mallory = PlainCaller.exchange(alice)) {
            mallory.say(new byte[Limits.FRAME_BYTES]);
            alice.await(FrameUnreadable.class);
            assertEquals(List.of(), alice.all(PeerGone.class));

            mallory.say(new byte[Limits.FRAME_BYTES + 1]);
            alice.await(PeerGone.class);
        }
    }

    @Test
    void t11RefusesFrameByItsAnnouncedLength() throws IOException {
        try (RawClient mallory = RawClient.connect(alice.port(), MALLORY)) {
            mallory.call(STREAM);
            mallory.message(STREAM, Limits.FRAME_BYTES + 1, new byte[0]);

            LinkId link = alice.await(PeerConnected.class, 2).getLast().link();
            assertEquals(link, alice.await(PeerGone.class).link());
        }
    }

    @Test
    void t12RefusesCompression() {
        CallOptions gzip = CallOptions.DEFAULT.withCompression("gzip");
        try (PlainCaller mallory = new PlainCaller(alice, ExchangeMethod.EXCHANGE, gzip).say(new byte[1 << 19])) {
            assertEquals(Status.Code.UNIMPLEMENTED, mallory.end());
        }
    }

    @Test
    void t13KnowsNoOtherMethod() {
        for (String method : List.of(
                "grpc.reflection.v1.ServerReflection/ServerReflectionInfo",
                "grpc.health.v1.Health/Check",
                ExchangeMethod.SERVICE + "/Replace")) {
            try (PlainCaller mallory = new PlainCaller(alice, PlainCaller.method(method), CallOptions.DEFAULT)) {
                assertEquals(Status.Code.UNIMPLEMENTED, mallory.end(), method);
            }
        }
    }

    @Test
    void givesOneConnectionOneLink() throws IOException {
        try (RawClient mallory = RawClient.connect(alice.port(), MALLORY)) {
            mallory.call(1);
            mallory.call(3);
            LinkId link = alice.await(PeerConnected.class, 2).getLast().link();

            mallory.message(1, 0, new byte[0]);
            alice.await(FrameUnreadable.class);

            assertEquals(2, alice.all(PeerConnected.class).size());
            alice.links.disconnect(link, Reason.BAD_FRAME, "enough");
            alice.await(PeerGone.class);
        }
    }

    @Test
    void w01W04ReportsWhatIsNoFrame() {
        List<byte[]> garbage = List.of(
                new byte[0],
                new byte[] {0},
                new byte[] {0x0a, (byte) 0xff, (byte) 0xff, (byte) 0xff, (byte) 0xff, 0x07},
                new byte[] {0x0a, (byte) 0xff, (byte) 0xff, (byte) 0xff, (byte) 0xff, (byte) 0xff, (byte) 0xff, 0x7f},
                "GET / HTTP/1.1".getBytes(StandardCharsets.US_ASCII));
        try (PlainCaller mallory = PlainCaller.exchange(alice)) {
            garbage.forEach(mallory::say);

            alice.await(FrameUnreadable.class, garbage.size());
            assertEquals(List.of(), alice.all(PeerGone.class));
        }
    }

    private interface Say {
        void say(int number) throws IOException;
    }

    private static void assertSentAway(RawClient mallory, Say say) {
        flood(mallory, say);
        // Reaching the end of the stream is the proof; whether GOAWAY was still read is the socket's luck.
    }

    /** Two thousand times, or until the other side has closed. */
    private static RawClient.Seen flood(RawClient mallory, Say say) {
        try {
            for (int i = 0; i < 2_000; i++) {
                say.say(i);
            }
        } catch (IOException e) {
            // Closed while we were talking: that is what is hoped for.
        }
        return mallory.readToEnd();
    }
}
