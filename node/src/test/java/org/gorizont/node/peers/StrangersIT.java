// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.peers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.security.KeyPair;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLException;
import org.gorizont.protocol.core.Input.DialFailed;
import org.gorizont.protocol.core.Input.PeerConnected;
import org.gorizont.protocol.core.Input.PeerGone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whom the handshake lets in, and how many may stand at the door. */
class StrangersIT {
    private static final Duration SHORTER_THAN_NETTYS_OWN_LIMIT = Duration.ofSeconds(9);

    @Test
    void t01RefusesClientWithoutCertificate() throws IOException {
        try (Party alice = Party.honest();
                RawClient mallory = RawClient.handshake(alice.port(), Optional.empty(), "TLSv1.3")) {
            assertThrows(SSLException.class, () -> mallory.input().read());

            assertThatOthersGetIn(alice);
        }
    }

    @Test
    void t01RefusesToDialAnotherKey() {
        try (Party alice = Party.honest();
                Party bob = Party.honest();
                Party mallory = Party.honest()) {
            alice.links.dial(mallory.way(), Optional.of(bob.key()));

            alice.await(DialFailed.class);
            assertEquals(List.of(), mallory.all(PeerConnected.class));
        }
    }

    @Test
    void t01RefusesKeysOfOtherKinds() {
        KeyPair elliptic = Certificates.keys("EC");
        PeerTls wrong = Certificates.selfSigned(elliptic);
        try (Party alice = Party.honest();
                Party mallory = Party.with(wrong)) {
            alice.links.dial(mallory.way(), Optional.empty());
            mallory.links.dial(alice.way(), Optional.empty());

            alice.await(DialFailed.class);
            mallory.await(DialFailed.class);
            assertEquals(List.of(), alice.all(PeerConnected.class));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"expired", "not yet valid", "other host", "self-signed"})
    void t02AcceptsPinnedKeyWhateverItsCertificateSays(String what) {
        try (Party alice = Party.honest();
                Party bob = Party.with(certificate(what, Certificates.ed25519()))) {
            alice.dials(bob);

            assertEquals(bob.key(), alice.await(PeerConnected.class).key());
            bob.dials(alice);
            assertEquals(
                    bob.key(), alice.await(PeerConnected.class, 2).getLast().key());
        }
    }

    private static PeerTls certificate(String what, KeyPair keys) {
        Instant now = Instant.now();
        return switch (what) {
            case "expired" -> Certificates.valid(keys, now.minus(Duration.ofDays(2)), now.minus(Duration.ofDays(1)));
            case "not yet valid" ->
                Certificates.valid(keys, now.plus(Duration.ofDays(1)), now.plus(Duration.ofDays(2)));
            case "other host" -> Certificates.named(keys, "elsewhere.example");
            default -> Certificates.selfSigned(keys);
        };
    }

    @Test
    void t03RefusesWrongKeyWhoeverVouchesForIt() {
        KeyPair authority = Certificates.ed25519();
        try (Party alice = Party.honest();
                Party bob = Party.with(Certificates.signedBy(authority, Certificates.ed25519()));
                Party mallory = Party.with(Certificates.signedBy(authority, Certificates.ed25519()))) {
            alice.links.dial(mallory.way(), Optional.of(bob.key()));

            alice.await(DialFailed.class);
            assertEquals(List.of(), mallory.all(PeerConnected.class));
        }
    }

    @Test
    void t06RefusesOlderTls() throws IOException {
        try (Party alice = Party.honest()) {
            assertThrows(
                    SSLException.class,
                    () -> RawClient.handshake(
                            alice.port(), Optional.of(Certificates.selfSigned(Certificates.ed25519())), "TLSv1.2"));

            assertThatOthersGetIn(alice);
        }
    }

    @Test
    void t07ClosesConnectionThatNeverShakesHands() throws IOException {
        PeerTimes times = Party.LIMITS.times().withHandshake(Duration.ofMillis(500));
        try (Party alice = Party.with(Party.LIMITS.withTimes(times));
                Socket silent = new Socket(InetAddress.getLoopbackAddress(), alice.port());
                Socket halfOpen = new Socket(InetAddress.getLoopbackAddress(), alice.port())) {
            halfOpen.getOutputStream().write(new byte[] {0x16, 0x03, 0x01});

            assertClosed(silent, SHORTER_THAN_NETTYS_OWN_LIMIT);
            assertClosed(halfOpen, SHORTER_THAN_NETTYS_OWN_LIMIT);
        }
    }

    @Test
    void closesLinkThatNeverSaysHello() {
        PeerTimes times = Party.LIMITS.times().withHello(Duration.ofMillis(200)).withTick(Duration.ofMillis(20));
        try (Party alice = Party.with(Party.LIMITS.withTimes(times));
                Party bob = Party.honest()) {
            bob.dials(alice);

            alice.await(PeerGone.class);
            bob.await(PeerGone.class);
        }
    }

    @Test
    void acceptsAsManyStrangersOfOneAddressAsAllowedAndNoMore() throws IOException {
        List<Socket> strangers = new ArrayList<>();
        try (Party alice = Party.with(Party.LIMITS.withStrangers(32, 2))) {
            strangers.add(new Socket(InetAddress.getLoopbackAddress(), alice.port()));
            strangers.add(new Socket(InetAddress.getLoopbackAddress(), alice.port()));

            assertClosedAtOnce(alice.port());
            strangers.getFirst().close();
            assertThatOthersGetIn(alice);
        } finally {
            for (Socket stranger : strangers) {
                stranger.close();
            }
        }
    }

    @Test
    void whoSaidHelloTakesNoStrangersPlace() throws IOException {
        try (Party alice = Party.with(Party.LIMITS.withStrangers(1, 1));
                Party bob = Party.honest();
                Party carol = Party.honest()) {
            bob.links.send(bob.dials(alice).link(), Frames.hello());
            alice.awaitFrame(Frames.hello());

            carol.dials(alice);

            assertClosedAtOnce(alice.port());
        }
    }

    @Test
    void acceptsAsManyLinksAsAllowedAndNoMore() {
        try (Party alice = Party.with(Party.LIMITS.withLinks(1));
                Party bob = Party.honest();
                Party carol = Party.honest()) {
            bob.links.send(bob.dials(alice).link(), Frames.hello());
            alice.awaitFrame(Frames.hello());

            carol.links.dial(alice.way(), Optional.empty());
            alice.links.dial(carol.way(), Optional.empty());

            carol.await(DialFailed.class);
            alice.await(DialFailed.class);
            assertEquals(1, alice.all(PeerConnected.class).size());
        }
    }

    private static void assertClosedAtOnce(int port) throws IOException {
        try (Socket oneMore = new Socket(InetAddress.getLoopbackAddress(), port)) {
            assertClosed(oneMore, Party.PATIENCE);
        }
    }

    private static void assertClosed(Socket socket, Duration patience) throws IOException {
        socket.setSoTimeout((int) patience.toMillis());
        try {
            byte[] rest = socket.getInputStream().readAllBytes();
            assertTrue(rest.length < 64, "more than an alert: " + rest.length);
        } catch (SocketTimeoutException e) {
            throw new AssertionError("still open", e);
        } catch (IOException e) {
            // A reset is a way of closing too.
        }
    }

    private static void assertThatOthersGetIn(Party alice) {
        int before = alice.all(PeerConnected.class).size();
        try (Party bob = Party.honest()) {
            Party.until(() -> {
                int known = bob.inputs.size();
                bob.links.dial(alice.way(), Optional.of(alice.key()));
                Party.until(() -> bob.inputs.size() > known);
                return bob.inputs.getLast() instanceof PeerConnected;
            });
            alice.await(PeerConnected.class, before + 1);
        }
    }
}
