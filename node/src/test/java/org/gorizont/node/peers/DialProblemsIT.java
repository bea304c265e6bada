// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.peers;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.cert.Certificate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.gorizont.protocol.codec.RelayCodec;
import org.gorizont.protocol.core.DialProblem;
import org.gorizont.protocol.core.Input.DialFailed;
import org.gorizont.protocol.frame.RelayPreamble;
import org.gorizont.protocol.model.Bytes;
import org.gorizont.protocol.model.Endpoint;
import org.gorizont.protocol.model.PublicKey;
import org.gorizont.protocol.model.RelayEndpoint;
import org.gorizont.protocol.model.Way;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What stands between two nodes is told by its name. */
class DialProblemsIT {
    /** What a filter shows in place of a node's certificate: made on the way, by its own authority. */
    private static final PeerTls FORGED = Certificates.signedBy(Certificates.keys("EC"), Certificates.keys("EC"));

    private final List<AutoCloseable> parts = new ArrayList<>();

    @AfterEach
    void close() throws Exception {
        for (AutoCloseable part : parts.reversed()) {
            part.close();
        }
    }

    private <T extends AutoCloseable> T keep(T part) {
        parts.add(part);
        return part;
    }

    /** What comes of the first connection. */
    private interface Behaviour {
        void meet(Socket socket) throws IOException, GeneralSecurityException;
    }

    private Endpoint server(Behaviour behaviour) throws IOException {
        ServerSocket listening = keep(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()));
        Thread.ofVirtual().start(() -> {
            while (true) {
                try (Socket socket = listening.accept()) {
                    behaviour.meet(socket);
                } catch (IOException | GeneralSecurityException e) {
                    if (listening.isClosed()) {
                        return;
                    }
                }
            }
        });
        return new Endpoint("127.0.0.1", listening.getLocalPort());
    }

    private Party party(Optional<Endpoint> proxy) {
        return party(proxy, Party.PATIENCE);
    }

    private Party party(Optional<Endpoint> proxy, Duration patience) {
        PeerLimits limits = Party.LIMITS.withTimes(Party.LIMITS.times().withDial(patience));
        return keep(new Party(Certificates.selfSigned(Certificates.ed25519()), limits, proxy));
    }

    private static DialProblem dialled(Party by, Endpoint endpoint, Optional<PublicKey> expected) {
        by.links.dial(new Way.Direct(endpoint), expected);
        return by.await(DialFailed.class).problem();
    }

    private DialProblem dialled(Endpoint endpoint) {
        Party alice = party(Optional.empty());
        return dialled(alice, endpoint, Optional.of(alice.key()));
    }

    @ParameterizedTest
    @CsvSource({
        "HTTP/1.1 407 Proxy Authentication Required, PROXY_LOGIN",
        "HTTP/1.1 403 Forbidden, PROXY_REFUSED",
        "HTTP/1.0 502 Bad Gateway, TIMEOUT",
        "HTTP/1.1 503 Service Unavailable, TIMEOUT",
        "what?, PROXY_REFUSED"
    })
    void aProxyThatRefusesIsNamedWhoeverAsksIt(String answer, DialProblem problem) throws IOException {
        ConnectProxy proxy = keep(new ConnectProxy(answer));
        Party alice = party(Optional.of(new Endpoint("127.0.0.1", proxy.port())));
        RelayEndpoint relay = new RelayEndpoint(new Endpoint("relay.example", 443), Bytes.zeros(16));

        assertEquals(problem, dialled(alice, new Endpoint("school.example", 7740), Optional.empty()));
        alice.links.waitAt(relay);
        Party.until(() -> alice.links.relay().flatMap(RelayState::problem).equals(Optional.of(problem)));
        alice.links.dial(new Way.Relayed(relay), Optional.empty());
        assertEquals(problem, alice.await(DialFailed.class, 2).getLast().problem());
    }

    @Test
    void aProxyThatIsOffIsNotTakenForASchoolThatIsOff() throws IOException {
        int nobody;
        try (ServerSocket once = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            nobody = once.getLocalPort();
        }
        Party alice = party(Optional.of(new Endpoint("127.0.0.1", nobody)));

        assertEquals(
                DialProblem.PROXY_UNREACHABLE, dialled(alice, new Endpoint("school.example", 7740), Optional.empty()));
    }

    @Test
    void aProxyWhoseNameIsUnknownIsNamed() {
        Party alice = party(Optional.of(new Endpoint("proxy.invalid", 3128)));

        assertEquals(
                DialProblem.PROXY_UNREACHABLE, dialled(alice, new Endpoint("school.example", 7740), Optional.empty()));
    }

    @Test
    void aFilterThatOpensTheEncryptionIsRecognised() throws Exception {
        Endpoint at = server(tls("TLSv1.3", FORGED));

        assertEquals(DialProblem.INTERCEPTED, dialled(at));
        assertEquals(DialProblem.INTERCEPTED, dialled(party(Optional.empty()), at, Optional.empty()));
    }

    @Test
    void aFilterWithKeysLikeOursIsRecognisedByItsAuthority() throws Exception {
        PeerTls forged = Certificates.signedBy(Certificates.ed25519(), Certificates.ed25519());

        assertEquals(DialProblem.INTERCEPTED, dialled(server(tls("TLSv1.3", forged))));
    }

    @Test
    void aFilterIsRecognisedThroughARelayToo() throws Exception {
        Bytes token = Bytes.zeros(RelayEndpoint.TOKEN_SIZE);
        Bytes preamble = RelayCodec.preamble(new RelayPreamble(token, false));
        // What stands before the relay swallows the preamble and answers by itself.
        Endpoint at = server(socket -> {
            socket.getInputStream().skipNBytes(preamble.size());
            tls("TLSv1.3", FORGED).meet(socket);
        });
        Party alice = party(Optional.empty());

        alice.links.dial(new Way.Relayed(new RelayEndpoint(at, token)), Optional.empty());

        assertEquals(DialProblem.INTERCEPTED, alice.await(DialFailed.class).problem());
    }

    @Test
    void anotherNodeIsNotTakenForAFilter() {
        Party bob = party(Optional.empty());

        assertEquals(DialProblem.WRONG_KEY, dialled(bob.endpoint));
    }

    @Test
    void aServerOfAnOlderTlsIsNoNode() throws Exception {
        assertEquals(DialProblem.NOT_A_NODE, dialled(server(tls("TLSv1.2", FORGED))));
    }

    @Test
    void aPageInPlaceOfANodeIsNoNode() throws Exception {
        Endpoint at = server(socket -> {
            socket.getOutputStream().write("HTTP/1.1 403 Forbidden\r\n\r\nblocked".getBytes(StandardCharsets.US_ASCII));
            socket.getInputStream().readAllBytes();
        });

        assertEquals(DialProblem.NOT_A_NODE, dialled(at));
    }

    @Test
    void whoClosesAtOnceHasClosed() throws Exception {
        assertEquals(DialProblem.CLOSED, dialled(server(socket -> {
            socket.getInputStream().read();
            socket.setSoLinger(true, 0);
        })));
    }

    @Test
    void whoSaysNothingTakesTooLong() throws Exception {
        Endpoint at = server(socket -> socket.getInputStream().readAllBytes());
        Party alice = party(Optional.empty(), Duration.ofMillis(200));

        assertEquals(DialProblem.TIMEOUT, dialled(alice, at, Optional.empty()));
    }

    private static Behaviour tls(String version, PeerTls shown) {
        return socket -> {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            store.setKeyEntry("own", shown.key(), new char[0], new Certificate[] {shown.certificate()});
            KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            factory.init(store, new char[0]);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(factory.getKeyManagers(), null, new SecureRandom());
            SSLSocket server = (SSLSocket) context.getSocketFactory().createSocket(socket, null, false);
            server.setEnabledProtocols(new String[] {version});
            server.startHandshake();
            server.getInputStream().readAllBytes();
        };
    }
}
