// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.relay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.awaitility.Awaitility;
import org.gorizont.node.relay.RelayLimits.Times;
import org.gorizont.protocol.codec.RelayCodec;
import org.gorizont.protocol.frame.RelayPreamble;
import org.gorizont.protocol.model.Bytes;
import org.gorizont.protocol.model.RelayEndpoint;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A relay with plain sockets at both sides. */
class RelayIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration BRIEF = Duration.ofMillis(100);
    private static final Duration TICK = Duration.ofMillis(20);
    private static final Times PATIENT = new Times(PATIENCE, PATIENCE, PATIENCE, TICK);
    private static final Bytes TOKEN = Bytes.zeros(RelayEndpoint.TOKEN_SIZE);
    private static final Bytes OTHER = Bytes.ofHex("01").plus(Bytes.zeros(RelayEndpoint.TOKEN_SIZE - 1));

    private final List<AutoCloseable> parts = new ArrayList<>();

    @AfterEach
    void close() throws Exception {
        for (AutoCloseable part : parts.reversed()) {
            part.close();
        }
    }

    private Relay relay(RelayLimits limits) throws IOException {
        return keep(Relay.open(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), limits));
    }

    private Relay relay() throws IOException {
        return relay(RelayLimits.DEFAULTS.withTimes(PATIENT));
    }

    private <T extends AutoCloseable> T keep(T part) {
        parts.add(part);
        return part;
    }

    private RelayCaller parked(Relay relay, Bytes token) throws IOException {
        long before = relay.counters().waiting();
        RelayCaller waiting = keep(RelayCaller.waiting(relay, token));
        until(() -> relay.counters().waiting() > before);
        return waiting;
    }

    private static void until(Callable<Boolean> condition) {
        Awaitility.await().atMost(PATIENCE).pollInterval(Duration.ofMillis(5)).until(condition);
    }

    @Test
    void bytesGoBothWays() throws IOException {
        Relay relay = relay();
        RelayCaller waiting = parked(relay, TOKEN);
        RelayCaller calling = keep(RelayCaller.calling(relay, TOKEN)).says("привет");

        assertEquals("привет", waiting.hears(12));
        waiting.says("и вам");
        assertEquals("и вам", calling.hears(9));

        assertEquals(1, relay.counters().joined());
        assertEquals(21, relay.counters().bytes());
        assertEquals(0, relay.counters().waiting());
    }

    @Test
    void whatCameTogetherWithThePreambleIsNotLost() throws IOException {
        Relay relay = relay();
        RelayCaller waiting = parked(relay, TOKEN);
        byte[] preamble = RelayCodec.preamble(new RelayPreamble(TOKEN, false)).toArray();
        byte[] both = ByteBuffer.allocate(preamble.length + 3)
                .put(preamble)
                .put("TLS".getBytes(StandardCharsets.US_ASCII))
                .array();

        keep(RelayCaller.silent(relay)).says(both);

        assertEquals("TLS", waiting.hears(3));
    }

    @Test
    void aPreambleMayComeByteByByte() throws IOException {
        Relay relay = relay();
        RelayCaller waiting = parked(relay, TOKEN);
        RelayCaller calling = keep(RelayCaller.silent(relay));
        for (byte b : RelayCodec.preamble(new RelayPreamble(TOKEN, false)).toArray()) {
            calling.says(new byte[] {b});
        }

        calling.says("a");

        assertEquals("a", waiting.hears(1));
    }

    @Test
    void aHalfThatEndsIsToldBehindTheLastByteAndTheOtherHalfGoesOn() throws IOException {
        Relay relay = relay();
        RelayCaller waiting = parked(relay, TOKEN);
        RelayCaller calling = keep(RelayCaller.calling(relay, TOKEN)).says("question");

        calling.ends();

        assertEquals("question", waiting.hears(8));
        assertTrue(waiting.hearsTheEnd());
        waiting.says("answer");
        assertEquals("answer", calling.hears(6));
        waiting.ends();
        assertTrue(calling.hearsTheEnd());
        until(() -> relay.counters().pairs() == 0);
    }

    @Test
    void oneGoneConnectionTakesTheOtherWithIt() throws IOException {
        Relay relay = relay();
        RelayCaller waiting = parked(relay, TOKEN);
        RelayCaller calling = RelayCaller.calling(relay, TOKEN).says("x");
        waiting.hears(1);

        calling.socket.setSoLinger(true, 0);
        calling.close();

        assertTrue(waiting.hearsTheEnd());
        until(() -> relay.counters().pairs() == 0);
    }

    /** The relay keeps at most what its limit says; the rest waits in the sender, whose socket takes no more. */
    @Test
    void aSlowReaderHoldsBackItsPeerAndNotMemory() throws IOException {
        Relay relay = relay();
        RelayCaller waiting = parked(relay, TOKEN);
        try (SocketChannel sender =
                SocketChannel.open(new InetSocketAddress(InetAddress.getLoopbackAddress(), relay.port()))) {
            sender.write(RelayCodec.preamble(new RelayPreamble(TOKEN, false)).asBuffer());
            until(() -> relay.counters().joined() == 1);
            sender.configureBlocking(false);
            long sent = sendUntilNothingMoves(relay, sender);
            long taken = relay.counters().bytes();

            assertTrue(sent < 64L << 20, "bytes that a sender could send to nobody: " + sent);
            sender.shutdownOutput();
            assertEquals(sent, waiting.socket.getInputStream().transferTo(OutputStream.nullOutputStream()));
            assertEquals(sent, relay.counters().bytes());
            assertTrue(taken <= sent);
        }
    }

    private static long sendUntilNothingMoves(Relay relay, SocketChannel sender) {
        long[] sent = {0};
        long[] before = {-1, -1};
        Awaitility.await().atMost(PATIENCE).pollInterval(BRIEF).until(() -> {
            for (int n = 1; n > 0 && sent[0] < 128L << 20; ) {
                n = sender.write(ByteBuffer.allocate(64 << 10));
                sent[0] += n;
            }
            boolean still =
                    before[0] == sent[0] && before[1] == relay.counters().bytes();
            before[0] = sent[0];
            before[1] = relay.counters().bytes();
            return still;
        });
        return sent[0];
    }

    @Test
    void nobodyIsJoinedWithAnotherToken() throws IOException {
        Relay relay = relay();
        RelayCaller waiting = parked(relay, TOKEN);

        RelayCaller calling = keep(RelayCaller.calling(relay, OTHER));

        assertTrue(calling.hearsTheEnd());
        assertEquals(1, relay.counters().calledInVain());
        assertEquals(1, relay.counters().waiting());
        keep(RelayCaller.calling(relay, TOKEN)).says("x");
        assertEquals("x", waiting.hears(1));
    }

    @Test
    void oneWaitingConnectionServesOneCall() throws IOException {
        Relay relay = relay();
        parked(relay, TOKEN);
        keep(RelayCaller.calling(relay, TOKEN));
        until(() -> relay.counters().joined() == 1);

        assertTrue(keep(RelayCaller.calling(relay, TOKEN)).hearsTheEnd());
    }

    @Test
    void theNewestOfThoseThatWaitIsCalled() throws IOException {
        Relay relay = relay();
        parked(relay, TOKEN);
        RelayCaller newer = parked(relay, TOKEN);

        keep(RelayCaller.calling(relay, TOKEN)).says("x");

        assertEquals("x", newer.hears(1));
    }

    @Test
    void garbageInsteadOfAPreambleIsClosed() throws IOException {
        Relay relay = relay();
        byte[] tls = {0x16, 0x03, 0x01, 0x02, 0x00};
        byte[] empty = {0, 0, 0, 0};
        byte[] tooLong = ByteBuffer.allocate(4).putInt(RelayCodec.MAX_BYTES + 1).array();
        byte[] negative = {-1, -1, -1, -1};
        byte[] otherMessage = {0, 0, 0, 2, 0x7f, 0x7f};

        for (byte[] garbage : List.of(tls, empty, tooLong, negative, otherMessage)) {
            assertTrue(keep(RelayCaller.silent(relay)).says(garbage).hearsTheEnd());
        }

        until(() -> relay.counters().unreadable() == 5);
    }

    @Test
    void theLongestPreambleIsRead() throws IOException {
        Relay relay = relay();
        byte[] known = RelayCodec.preamble(new RelayPreamble(TOKEN, true)).toArray();
        int unknownBytes = RelayCodec.MAX_BYTES - (known.length - RelayCodec.LENGTH_SIZE) - 3;
        // A field with number 15 that nobody knows yet: key, and a length in two bytes.
        byte[] longest = ByteBuffer.allocate(RelayCodec.LENGTH_SIZE + RelayCodec.MAX_BYTES)
                .putInt(RelayCodec.MAX_BYTES)
                .put(known, RelayCodec.LENGTH_SIZE, known.length - RelayCodec.LENGTH_SIZE)
                .put((byte) 0x7a)
                .put((byte) (unknownBytes & 0x7f | 0x80))
                .put((byte) (unknownBytes >> 7))
                .array();

        keep(RelayCaller.silent(relay)).says(longest);

        until(() -> relay.counters().waiting() == 1);
    }

    @Test
    void whoSaysNoPreambleInTimeIsClosed() throws IOException {
        Relay relay = relay(RelayLimits.DEFAULTS.withTimes(new Times(BRIEF, PATIENCE, PATIENCE, TICK)));
        RelayCaller begun = keep(RelayCaller.silent(relay)).says(new byte[] {0, 0});

        assertTrue(keep(RelayCaller.silent(relay)).hearsTheEnd());
        assertTrue(begun.hearsTheEnd());
    }

    @Test
    void whoSaysSomethingWhileWaitingIsClosed() throws IOException {
        Relay relay = relay();

        assertTrue(parked(relay, TOKEN).says("x").hearsTheEnd());
        until(() -> relay.counters().waiting() == 0);
    }

    @Test
    void aPairThatIsSilentIsClosed() throws IOException {
        Relay relay = relay(RelayLimits.DEFAULTS.withTimes(new Times(PATIENCE, PATIENCE, BRIEF, TICK)));
        RelayCaller waiting = parked(relay, TOKEN);

        RelayCaller calling = keep(RelayCaller.calling(relay, TOKEN));

        assertTrue(calling.hearsTheEnd());
        assertTrue(waiting.hearsTheEnd());
    }

    @Test
    void whoHasWaitedTooLongIsClosed() throws IOException {
        Relay relay = relay(RelayLimits.DEFAULTS.withTimes(new Times(PATIENCE, BRIEF, PATIENCE, TICK)));

        assertTrue(keep(RelayCaller.waiting(relay, TOKEN)).hearsTheEnd());
    }

    @Test
    void strangersAreAsManyAsAllowedAndNoMore() throws IOException {
        for (RelayLimits limits :
                List.of(RelayLimits.DEFAULTS.withStrangers(2, 3), RelayLimits.DEFAULTS.withStrangers(3, 2))) {
            Relay relay = relay(limits.withTimes(PATIENT));
            RelayCaller first = keep(RelayCaller.silent(relay));
            keep(RelayCaller.silent(relay));

            assertTrue(keep(RelayCaller.silent(relay)).hearsTheEnd());
            first.says(RelayCodec.preamble(new RelayPreamble(TOKEN, true)).toArray());
            until(() -> relay.counters().waiting() == 1);
        }
    }

    @Test
    void thoseWhoWaitAreAsManyAsAllowedAndNoMore() throws IOException {
        for (RelayLimits limits :
                List.of(RelayLimits.DEFAULTS.withWaiting(2, 3, 4), RelayLimits.DEFAULTS.withWaiting(3, 2, 4))) {
            Relay relay = relay(limits.withTimes(PATIENT));
            RelayCaller first = parked(relay, TOKEN);
            parked(relay, OTHER);

            assertTrue(keep(RelayCaller.waiting(relay, TOKEN)).hearsTheEnd());
            first.close();
            until(() -> relay.counters().waiting() == 1);
            parked(relay, TOKEN);
        }
    }

    @Test
    void oneMoreWithTheSameTokenTakesThePlaceOfTheOldest() throws IOException {
        Relay relay = relay(RelayLimits.DEFAULTS.withWaiting(100, 100, 2).withTimes(PATIENT));
        RelayCaller oldest = parked(relay, TOKEN);
        parked(relay, TOKEN);

        RelayCaller newest = keep(RelayCaller.waiting(relay, TOKEN));

        assertTrue(oldest.hearsTheEnd());
        keep(RelayCaller.calling(relay, TOKEN)).says("x");
        assertEquals("x", newest.hears(1));
    }

    @Test
    void pairsAreAsManyAsAllowedAndNoMore() throws IOException {
        for (RelayLimits limits : List.of(RelayLimits.DEFAULTS.withPairs(1, 2), RelayLimits.DEFAULTS.withPairs(2, 1))) {
            Relay relay = relay(limits.withTimes(PATIENT));
            parked(relay, TOKEN);
            parked(relay, TOKEN);
            RelayCaller first = keep(RelayCaller.calling(relay, TOKEN));
            until(() -> relay.counters().joined() == 1);

            assertTrue(keep(RelayCaller.calling(relay, TOKEN)).hearsTheEnd());
            assertEquals(1, relay.counters().refused());
            first.socket.setSoLinger(true, 0);
            first.close();
            until(() -> relay.counters().pairs() == 0);
            keep(RelayCaller.calling(relay, TOKEN));
            until(() -> relay.counters().joined() == 2);
        }
    }

    /** Of 400 kB at 100 kB a second, at most two seconds' worth can be through within the first second. */
    @Test
    void aPairIsReadNoFasterThanAllowed() throws IOException {
        Relay relay = relay(RelayLimits.DEFAULTS.withBytesPerSecond(100_000).withTimes(PATIENT));
        RelayCaller waiting = parked(relay, TOKEN);
        RelayCaller calling = keep(RelayCaller.calling(relay, TOKEN));
        long began = System.nanoTime();
        var _ = Thread.ofVirtual().start(() -> {
            try {
                calling.says(new byte[400_000]).ends();
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        });

        assertEquals(400_000, waiting.socket.getInputStream().transferTo(OutputStream.nullOutputStream()));

        assertTrue(System.nanoTime() - began > Duration.ofSeconds(2).toNanos());
    }

    @Test
    void aPortThatIsTakenIsAnOrdinaryFailure() throws IOException {
        ServerSocket taken = keep(new ServerSocket(0, 1, InetAddress.getLoopbackAddress()));

        assertThrows(
                IOException.class,
                () -> Relay.open(
                        new InetSocketAddress(InetAddress.getLoopbackAddress(), taken.getLocalPort()),
                        RelayLimits.DEFAULTS));
    }
}
