// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.peers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.gorizont.node.relay.Relay;
import org.gorizont.node.relay.RelayLimits;
import org.gorizont.protocol.codec.RelayCodec;
import org.gorizont.protocol.core.DialProblem;
import org.gorizont.protocol.core.Input.DialFailed;
import org.gorizont.protocol.core.Input.PeerConnected;
import org.gorizont.protocol.core.Input.PeerGone;
import org.gorizont.protocol.core.LinkId;
import org.gorizont.protocol.frame.Frame;
import org.gorizont.protocol.frame.Reason;
import org.gorizont.protocol.frame.RelayPreamble;
import org.gorizont.protocol.model.Bytes;
import org.gorizont.protocol.model.Endpoint;
import org.gorizont.protocol.model.RelayEndpoint;
import org.gorizont.protocol.model.Way;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Nodes that meet at a relay, over real TLS. Bob waits there, alice calls him. */
class RelayedIT {
    private static final Bytes TOKEN = Bytes.ofHex("000102030405060708090a0b0c0d0e0f");

    private final Relay relay = open();
    private final List<AutoCloseable> parts = new ArrayList<>(List.of(relay));

    @AfterEach
    void close() throws Exception {
        for (AutoCloseable part : parts.reversed()) {
            part.close();
        }
    }

    private static Relay open() {
        try {
            return Relay.open(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), RelayLimits.DEFAULTS);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private <T extends AutoCloseable> T keep(T part) {
        parts.add(part);
        return part;
    }

    private RelayEndpoint at(Bytes token) {
        return new RelayEndpoint(new Endpoint("127.0.0.1", relay.port()), token);
    }

    private Way relayed(Bytes token) {
        return new Way.Relayed(at(token));
    }

    private Party party(Optional<Endpoint> proxy) {
        return keep(new Party(Certificates.selfSigned(Certificates.ed25519()), Party.LIMITS, proxy));
    }

    private Party waiting(Optional<Endpoint> proxy) {
        Party bob = party(proxy);
        bob.links.waitAt(at(TOKEN));
        Party.until(() -> relay.counters().waiting() == RelayWait.CONNECTIONS);
        return bob;
    }

    @Test
    void twoNodesThatNobodyCanDialMeetAtARelay() {
        Party bob = waiting(Optional.empty());
        Party alice = party(Optional.empty());

        alice.links.dial(relayed(TOKEN), Optional.of(bob.key()));

        PeerConnected here = alice.await(PeerConnected.class);
        PeerConnected there = bob.await(PeerConnected.class);
        assertEquals(bob.key(), here.key());
        assertEquals(alice.key(), there.key());
        assertEquals(Optional.of(relayed(TOKEN)), here.dialled());
        assertEquals(Optional.empty(), there.dialled());
        Party.until(() -> relay.counters().waiting() == RelayWait.CONNECTIONS);
        assertEquals(Optional.of(new RelayState(at(TOKEN).relay(), 2, Optional.empty())), bob.links.relay());
    }

    @Test
    void framesGoBothWaysInOrderAndAnEndIsHeard() {
        Party bob = waiting(Optional.empty());
        Party alice = party(Optional.empty());
        alice.links.dial(relayed(TOKEN), Optional.of(bob.key()));
        LinkId link = alice.firstLink();
        LinkId back = bob.firstLink();
        List<Frame> said = IntStream.range(0, 100)
                .<Frame>mapToObj(i -> i == 0 ? Frames.hello() : i == 50 ? Frames.sized(1 << 19) : Frames.numbered(i))
                .toList();

        said.forEach(frame -> alice.links.send(link, frame));
        said.forEach(frame -> bob.links.send(back, frame));
        Party.until(() -> bob.frames().size() >= said.size());
        Party.until(() -> alice.frames().size() >= said.size());
        bob.links.disconnect(back, Reason.STOPPING, "the end");

        assertEquals(said, bob.frames());
        assertEquals(link, alice.await(PeerGone.class).link());
        assertEquals(back, bob.await(PeerGone.class).link());
        Party.until(() -> relay.counters().pairs() == 0);
    }

    @Test
    void bothSidesMayBeBehindAProxy() throws IOException {
        ConnectProxy proxy = keep(new ConnectProxy());
        Optional<Endpoint> through = Optional.of(new Endpoint("127.0.0.1", proxy.port()));
        Party bob = waiting(through);
        Party alice = party(through);

        alice.links.dial(relayed(TOKEN), Optional.of(bob.key()));

        assertEquals(bob.key(), alice.await(PeerConnected.class).key());
        String asked = "CONNECT 127.0.0.1:" + relay.port() + " HTTP/1.1";
        Party.until(() -> proxy.asked().size() >= 4);
        assertTrue(proxy.asked().stream().allMatch(asked::equals), proxy.asked()::toString);
    }

    @Test
    void oneCallAfterAnotherIsAnswered() {
        Party bob = waiting(Optional.empty());
        for (int i = 1; i <= 6; i++) {
            Party alice = party(Optional.empty());
            alice.links.dial(relayed(TOKEN), Optional.of(bob.key()));
            alice.await(PeerConnected.class);
            bob.await(PeerConnected.class, i);
            alice.links.send(alice.firstLink(), Frames.hello());
            bob.awaitFrame(Frames.hello());
            Party.until(() -> relay.counters().waiting() == RelayWait.CONNECTIONS);
        }
    }

    /** All calls come from the relay's address, so they share the places of one address. */
    @Test
    void silentCallersTakeNoMorePlacesThanThoseOfOneAddress() throws IOException {
        Party bob = waiting(Optional.empty());
        int allowed = Party.LIMITS.strangersOfAddress();
        List<Socket> callers = new ArrayList<>();
        for (int i = 0; i < allowed; i++) {
            callers.add(keep(callSilently()));
        }

        Socket further = keep(callSilently());
        further.setSoTimeout((int) Party.PATIENCE.toMillis());
        assertEquals(-1, further.getInputStream().read());

        callers.getFirst().close();
        Party alice = party(Optional.empty());
        Party.until(() -> {
            alice.links.dial(relayed(TOKEN), Optional.of(bob.key()));
            Party.until(() -> !alice.inputs.isEmpty());
            return alice.inputs.removeLast() instanceof PeerConnected;
        });
    }

    private Socket callSilently() throws IOException {
        Party.until(() -> relay.counters().waiting() == RelayWait.CONNECTIONS);
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), relay.port());
        socket.getOutputStream()
                .write(RelayCodec.preamble(new RelayPreamble(TOKEN, false)).toArray());
        socket.getOutputStream().write(22);
        return socket;
    }

    @Test
    void aTokenWithWhichNobodyWaitsIsNamed() {
        waiting(Optional.empty());
        Party alice = party(Optional.empty());
        Way nobody = relayed(Bytes.zeros(RelayEndpoint.TOKEN_SIZE));

        alice.links.dial(nobody, Optional.empty());

        assertEquals(new DialFailed(nobody, DialProblem.RELAY_NOBODY), alice.await(DialFailed.class));
    }

    @Test
    void whoeverElseWaitsWithTheTokenDoesNotPassForTheSchool() {
        waiting(Optional.empty());
        Party alice = party(Optional.empty());
        Party carol = party(Optional.empty());

        alice.links.dial(relayed(TOKEN), Optional.of(carol.key()));

        assertEquals(new DialFailed(relayed(TOKEN), DialProblem.WRONG_KEY), alice.await(DialFailed.class));
    }

    @Test
    void aRelayThatIsOffIsNamedOnBothSides() {
        Party bob = party(Optional.empty());
        Party alice = party(Optional.empty());
        Way off = relayed(TOKEN);
        RelayEndpoint there = at(TOKEN);
        relay.close();
        bob.links.waitAt(there);

        alice.links.dial(off, Optional.empty());

        assertEquals(new DialFailed(off, DialProblem.REFUSED), alice.await(DialFailed.class));
        Party.until(() -> bob.links.relay().flatMap(RelayState::problem).equals(Optional.of(DialProblem.REFUSED)));
    }

    @Test
    void aNodeWaitsAgainAfterItsRelayWasOff() throws IOException {
        Party bob = waiting(Optional.empty());
        int port = relay.port();
        relay.close();
        Party.until(() -> bob.links.relay().map(RelayState::waiting).equals(Optional.of(0)));

        Relay again =
                keep(Relay.open(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), RelayLimits.DEFAULTS));

        Party.until(() -> again.counters().waiting() == RelayWait.CONNECTIONS);
    }

    @Test
    void aNodeThatStopsWaitsNoMore() {
        waiting(Optional.empty()).links.close();

        Party.until(() -> relay.counters().waiting() == 0);
    }
}
