// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.peers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.gorizont.protocol.codec.FrameCodec;
import org.gorizont.protocol.core.Input;
import org.gorizont.protocol.core.Input.FrameReceived;
import org.gorizont.protocol.core.Input.FrameUnreadable;
import org.gorizont.protocol.core.Input.PeerConnected;
import org.gorizont.protocol.core.Input.PeerGone;
import org.gorizont.protocol.core.LinkId;
import org.gorizont.protocol.frame.Frame;
import org.gorizont.protocol.frame.Goodbye;
import org.gorizont.protocol.frame.Reason;
import org.gorizont.protocol.model.Bytes;
import org.gorizont.protocol.model.PublicKey;
import org.junit.jupiter.api.Test;

/** One link on a wire that leads nowhere, with a clock that stands still until it is moved. */
class LinkTest {
    private static final LinkId ID = new LinkId(7);
    private static final PeerConnected CONNECTED =
            new PeerConnected(ID, new PublicKey(Bytes.zeros(PublicKey.SIZE)), Optional.empty());
    private static final PeerTimes TIMES = PeerTimes.DEFAULTS;

    private final FakeWire wire = new FakeWire();
    private final List<Input> inputs = new ArrayList<>();
    private final Meter meter = new Meter(this::now);
    private int room = Integer.MAX_VALUE;
    private long now = -5;
    private int ends;
    private int reports;
    private final Link link = new Link(
            CONNECTED,
            wire,
            meter,
            new Link.Surroundings(this::take, PeerLimits.DEFAULTS.withQueue(4, 1 << 20), Runnable::run, this::now),
            () -> ends++,
            _ -> reports++);

    private long now() {
        return now;
    }

    private boolean take(Input input) {
        return inputs.size() < room && inputs.add(input);
    }

    private void after(Duration duration) {
        now += duration.toNanos() + 1;
        link.check();
    }

    private void hears(Frame frame) {
        link.received(FrameCodec.encode(frame));
    }

    private void isGreeted() {
        link.begin();
        hears(Frames.hello());
        link.taken();
    }

    @Test
    void tellsConnectionThenFramesThenEndOnce() {
        link.begin();
        hears(Frames.numbered(1));
        link.received(new byte[0]);
        link.end();
        link.end();

        assertEquals(4, inputs.size());
        assertEquals(CONNECTED, inputs.get(0));
        assertEquals(new FrameReceived(ID, Frames.numbered(1)), inputs.get(1));
        assertTrue(inputs.get(2) instanceof FrameUnreadable);
        assertEquals(new PeerGone(ID), inputs.get(3));
        assertEquals(1, ends);
        assertEquals(1, reports);
    }

    @Test
    void asksForMoreWhenThePeerIsGreetedAndWhenTheLoopHasTaken() {
        link.begin();
        assertEquals(1, wire.requested);
        hears(Frames.numbered(1));
        assertEquals(1, wire.requested);
        assertFalse(wire.greeted);

        link.taken();
        assertEquals(2, wire.requested);
        hears(Frames.hello());
        assertEquals(2 + Demand.ASKED, wire.requested);
        assertTrue(wire.greeted);
    }

    @Test
    void offersAgainWhatFoundNoRoom() {
        room = 0;
        link.begin();
        hears(Frames.numbered(1));
        hears(Frames.numbered(2));
        assertEquals(List.of(), inputs);

        room = 2;
        link.check();
        assertEquals(2, inputs.size());

        room = 10;
        link.check();
        link.end();
        assertEquals(
                List.of(
                        CONNECTED,
                        new FrameReceived(ID, Frames.numbered(1)),
                        new FrameReceived(ID, Frames.numbered(2)),
                        new PeerGone(ID)),
                inputs);
    }

    @Test
    void sendsOnlyWhileTheWireIsReady() {
        wire.ready = false;
        link.send(Frames.numbered(1));
        link.send(Frames.numbered(2));
        assertEquals(List.of(), wire.sent);

        wire.ready = true;
        link.ready();
        assertEquals(List.of(Frames.numbered(1), Frames.numbered(2)), wire.sent);
        assertEquals(2, link.traffic().framesOut());
    }

    @Test
    void dropsHintsThatFindNoRoom() {
        wire.ready = false;
        IntStream.range(0, 5).forEach(_ -> link.send(Frames.hint()));
        wire.ready = true;
        link.ready();

        assertEquals(List.of(Frames.hint(), Frames.hint()), wire.sent);
        assertEquals(3, link.traffic().hintsDropped());
        assertFalse(wire.finished);
    }

    @Test
    void endsWhenFrameThatMustNotBeMissingFindsNoRoom() {
        wire.ready = false;
        IntStream.range(0, 5).forEach(i -> link.send(Frames.numbered(i)));
        wire.ready = true;
        link.ready();

        assertEquals(List.of(Goodbye.because(Reason.LIMIT, "too much waits for this peer")), wire.sent);
        assertTrue(wire.finished);
    }

    @Test
    void endsRatherThanSayTooLongFrame() {
        link.send(Frames.sized(1 << 20));

        assertEquals(List.of(Goodbye.because(Reason.LIMIT, "a frame became too long")), wire.sent);
    }

    @Test
    void saysWhatWaitsBeforeGoodbye() {
        wire.ready = false;
        link.send(Frames.numbered(1));
        link.close(Reason.DUPLICATE, "text");
        link.send(Frames.numbered(2));
        assertFalse(wire.finished);

        wire.ready = true;
        link.ready();
        assertEquals(List.of(Frames.numbered(1), Goodbye.because(Reason.DUPLICATE, "text")), wire.sent);
        assertTrue(wire.finished);
    }

    @Test
    void hearsNothingAfterItHasClosed() {
        link.begin();
        link.close(Reason.BAD_FRAME, "text");
        hears(Frames.numbered(1));
        link.end();

        assertEquals(List.of(CONNECTED, new PeerGone(ID)), inputs);
    }

    @Test
    void answersPeerThatFinishes() {
        link.begin();
        wire.ready = false;
        link.send(Frames.numbered(1));
        link.peerFinished();
        assertFalse(wire.finished);

        wire.ready = true;
        link.ready();
        assertEquals(List.of(Frames.numbered(1)), wire.sent);
        assertTrue(wire.finished);
    }

    @Test
    void cutsTheWireWhenGoodbyeCannotLeave() {
        link.begin();
        wire.ready = false;
        link.close(Reason.DUPLICATE, "text");
        link.check();
        assertFalse(wire.aborted);

        after(TIMES.linger());
        assertTrue(wire.aborted);
        assertEquals(List.of(CONNECTED, new PeerGone(ID)), inputs);
    }

    @Test
    void waitsForHelloAndNoLonger() {
        link.begin();
        now += TIMES.hello().toNanos();
        link.check();
        assertEquals(List.of(), wire.sent);

        after(Duration.ZERO);
        assertEquals(List.of(Goodbye.because(Reason.NO_PROGRESS, "no Hello came")), wire.sent);
    }

    @Test
    void t08WaitsForProgressAndNoLonger() {
        isGreeted();
        wire.ready = false;
        link.send(Frames.numbered(1));
        now += TIMES.noProgress().toNanos();
        link.check();
        assertFalse(wire.finished);

        after(Duration.ZERO);
        wire.ready = true;
        link.ready();
        assertEquals(List.of(Goodbye.because(Reason.NO_PROGRESS, "the peer does not read")), wire.sent);
    }

    @Test
    void silentLinkMayStandForEver() {
        isGreeted();

        IntStream.range(0, 100).forEach(_ -> after(TIMES.noProgress()));
        link.send(Frames.numbered(1));

        assertEquals(List.of(Frames.numbered(1)), wire.sent);
    }

    @Test
    void slowPeerMayGoOnAsLongAsItTakesSomething() {
        isGreeted();
        wire.ready = false;
        link.send(Frames.numbered(0));
        for (int i = 1; i < 10; i++) {
            link.send(Frames.numbered(i));
            now += TIMES.noProgress().toNanos();
            link.check();
            wire.ready = true;
            link.ready();
            wire.ready = false;
        }

        assertEquals(10, wire.sent.size());
        assertFalse(wire.finished);
    }

    @Test
    void t08WaitsForTheEndOfFrameAndNoLonger() {
        isGreeted();
        meter.frameBegun();
        now += TIMES.noProgress().toNanos();
        link.check();
        assertEquals(List.of(), wire.sent);

        after(Duration.ZERO);
        assertEquals(List.of(Goodbye.because(Reason.NO_PROGRESS, "a frame began and did not end")), wire.sent);
    }

    @Test
    void frameThatHasArrivedIsNotWaitedFor() {
        isGreeted();
        meter.frameBegun();
        meter.frameWhole();

        after(TIMES.noProgress());

        assertEquals(List.of(), wire.sent);
    }
}
