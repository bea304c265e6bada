// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.peers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.gorizont.protocol.core.DialProblem;
import org.gorizont.protocol.core.Input.DialFailed;
import org.gorizont.protocol.core.Input.PeerConnected;
import org.gorizont.protocol.core.Input.PeerGone;
import org.gorizont.protocol.core.LinkId;
import org.gorizont.protocol.frame.Frame;
import org.gorizont.protocol.frame.Goodbye;
import org.gorizont.protocol.frame.Reason;
import org.gorizont.protocol.model.Endpoint;
import org.gorizont.protocol.model.Way;
import org.junit.jupiter.api.Test;

/** Two honest nodes over real TLS. */
class PeersIT {
    @Test
    void bothSidesProveTheirKeys() {
        try (Party alice = Party.honest();
                Party bob = Party.honest()) {
            PeerConnected here = alice.dials(bob);

            PeerConnected there = bob.await(PeerConnected.class);
            assertEquals(bob.key(), here.key());
            assertEquals(alice.key(), there.key());
            assertEquals(Optional.of(bob.way()), here.dialled());
            assertEquals(Optional.empty(), there.dialled());
        }
    }

    @Test
    void framesGoBothWaysInOrder() {
        List<Frame> said = IntStream.range(0, 1_000)
                .<Frame>mapToObj(i -> i == 0 ? Frames.hello() : Frames.numbered(i))
                .toList();
        try (Party alice = Party.with(Party.LIMITS.withQueue(2_000, 1 << 24));
                Party bob = Party.with(Party.LIMITS.withQueue(2_000, 1 << 24))) {
            LinkId there = alice.dials(bob).link();
            LinkId back = bob.firstLink();

            said.forEach(frame -> alice.links.send(there, frame));
            said.forEach(frame -> bob.links.send(back, frame));

            Party.until(() -> bob.frames().size() >= said.size());
            Party.until(() -> alice.frames().size() >= said.size());
            assertEquals(said, bob.frames());
            assertEquals(said, alice.frames());
            assertEquals(said.size(), alice.traffic(there).framesOut());
            assertEquals(alice.traffic(there).bytesOut(), bob.traffic(back).bytesIn());
        }
    }

    @Test
    void longestFrameArrives() {
        Frame longest = Frames.sized((1 << 20) - 64);
        try (Party alice = Party.honest();
                Party bob = Party.honest()) {
            LinkId link = alice.dials(bob).link();

            alice.links.send(link, longest);

            bob.awaitFrame(longest);
        }
    }

    @Test
    void whoIsDisconnectedHearsWhy() {
        try (Party alice = Party.honest();
                Party bob = Party.honest()) {
            LinkId link = alice.dials(bob).link();
            LinkId back = bob.firstLink();

            bob.links.send(back, Frames.numbered(7));
            bob.links.disconnect(back, Reason.NOT_A_MEMBER, "no circle is shared");

            assertEquals(link, alice.await(PeerGone.class).link());
            assertEquals(back, bob.await(PeerGone.class).link());
            assertEquals(
                    List.of(Frames.numbered(7), Goodbye.because(Reason.NOT_A_MEMBER, "no circle is shared")),
                    alice.frames());
        }
    }

    @Test
    void whoDialledCanDisconnectToo() {
        try (Party alice = Party.honest();
                Party bob = Party.honest()) {
            LinkId link = alice.dials(bob).link();

            alice.links.disconnect(link, Reason.DUPLICATE, "another is kept");

            bob.awaitFrame(Goodbye.because(Reason.DUPLICATE, "another is kept"));
            bob.await(PeerGone.class);
            alice.await(PeerGone.class);
        }
    }

    @Test
    void stoppingNodeSaysGoodbye() {
        try (Party alice = Party.honest()) {
            try (Party bob = Party.honest()) {
                alice.dials(bob);
            }

            alice.awaitFrame(Goodbye.because(Reason.STOPPING, "the node stops"));
            alice.await(PeerGone.class);
        }
    }

    @Test
    void linksAreNeverNumberedTwice() {
        try (Party alice = Party.honest();
                Party bob = Party.honest()) {
            LinkId first = alice.dials(bob).link();
            alice.links.disconnect(first, Reason.DUPLICATE, "again");
            alice.await(PeerGone.class);

            alice.links.dial(bob.way(), Optional.empty());

            assertNotEquals(first, alice.await(PeerConnected.class, 2).getLast().link());
        }
    }

    @Test
    void dialFailsWhereNobodyListens() {
        try (Party alice = Party.honest()) {
            Way left;
            try (Party bob = Party.honest()) {
                left = bob.way();
            }

            alice.links.dial(left, Optional.empty());

            assertEquals(new DialFailed(left, DialProblem.REFUSED), alice.await(DialFailed.class));
        }
    }

    @Test
    void dialFailsForNamesThatCannotBe() {
        List<Way> impossible = Stream.of("a:b", "-.-", "школа", "_")
                .<Way>map(host -> new Way.Direct(new Endpoint(host, 1)))
                .toList();
        try (Party alice = Party.honest()) {
            impossible.forEach(way -> alice.links.dial(way, Optional.empty()));

            List<DialFailed> failed = alice.await(DialFailed.class, impossible.size());
            assertTrue(failed.stream().map(DialFailed::way).toList().containsAll(impossible));
            assertTrue(failed.stream().allMatch(one -> one.problem() == DialProblem.UNKNOWN_HOST), failed::toString);
        }
    }

    @Test
    void dialsThroughProxy() throws Exception {
        try (ConnectProxy proxy = new ConnectProxy();
                Party alice = new Party(
                        Certificates.selfSigned(Certificates.ed25519()),
                        Party.LIMITS,
                        Optional.of(new Endpoint("127.0.0.1", proxy.port())));
                Party bob = Party.honest()) {
            LinkId link = alice.dials(bob).link();

            alice.links.send(link, Frames.hello());

            bob.awaitFrame(Frames.hello());
            assertEquals(List.of("CONNECT 127.0.0.1:" + bob.port() + " HTTP/1.1"), proxy.asked());
        }
    }

    @Test
    void busyReceiverHoldsBackItsPeerAndLosesNothing() {
        try (Party alice = Party.with(Party.LIMITS.withQueue(2_000, 1 << 30));
                Party bob = Party.honest()) {
            LinkId link = alice.dials(bob).link();
            bob.becomeBusy();

            alice.links.send(link, Frames.hello());
            IntStream.range(0, 200).forEach(i -> alice.links.send(link, Frames.sized(64 << 10)));
            Party.until(() -> bob.frames().size() >= Demand.HELD_FRAMES - 2);
            long sent = alice.traffic(link).framesOut();
            bob.becomeFree();

            assertTrue(sent < 2 * Demand.HELD_FRAMES, "frames sent: " + sent);
            Party.until(() -> bob.frames().size() == 201);
        }
    }
}
