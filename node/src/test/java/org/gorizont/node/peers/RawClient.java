// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.peers;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.cert.Certificate;
import java.util.Optional;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;

/** Speaks HTTP/2 frame by frame (RFC 9113) over the JDK's TLS, and so can say what no library would. */
final class RawClient implements AutoCloseable {
    static final int DATA = 0;
    static final int HEADERS = 1;
    static final int RST_STREAM = 3;
    static final int SETTINGS = 4;
    static final int PING = 6;
    static final int GOAWAY = 7;
    static final int CONTINUATION = 9;
    static final int END_HEADERS = 4;

    private static final int PATIENCE_MILLIS = (int) Party.PATIENCE.toMillis();

    private final SSLSocket socket;
    private final DataInputStream in;
    private final OutputStream out;

    private RawClient(SSLSocket socket) throws IOException {
        this.socket = socket;
        this.in = new DataInputStream(socket.getInputStream());
        this.out = socket.getOutputStream();
    }

    /** A TLS connection with an HTTP/2 preface and empty settings. */
    static RawClient connect(int port, PeerTls tls) throws IOException {
        RawClient client = handshake(port, Optional.of(tls), "TLSv1.3");
        client.out.write("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        client.frame(SETTINGS, 0, 0, new byte[0]);
        return client;
    }

    /** Only a TLS connection; the handshake may still be refused when something is read. */
    static RawClient handshake(int port, Optional<PeerTls> tls, String version) throws IOException {
        SSLSocket socket = (SSLSocket) context(tls).getSocketFactory().createSocket("127.0.0.1", port);
        socket.setSoTimeout(PATIENCE_MILLIS);
        SSLParameters parameters = socket.getSSLParameters();
        parameters.setApplicationProtocols(new String[] {"h2"});
        parameters.setProtocols(new String[] {version});
        socket.setSSLParameters(parameters);
        socket.startHandshake();
        return new RawClient(socket);
    }

    private static SSLContext context(Optional<PeerTls> tls) throws IOException {
        try {
            KeyManager[] keys = null;
            if (tls.isPresent()) {
                KeyStore store = KeyStore.getInstance("PKCS12");
                store.load(null, null);
                Certificate[] chain = {tls.get().certificate()};
                store.setKeyEntry("own", tls.get().key(), new char[0], chain);
                KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
                factory.init(store, new char[0]);
                keys = factory.getKeyManagers();
            }
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys, new TrustManager[] {new PinnedKeys(Optional.empty())}, new SecureRandom());
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    void frame(int type, int flags, int stream, byte[] payload) throws IOException {
        ByteArrayOutputStream frame = new ByteArrayOutputStream();
        for (int shift = 16; shift >= 0; shift -= 8) {
            frame.write(payload.length >> shift);
        }
        frame.write(type);
        frame.write(flags);
        for (int shift = 24; shift >= 0; shift -= 8) {
            frame.write(stream >> shift);
        }
        frame.writeBytes(payload);
        out.write(frame.toByteArray());
        out.flush();
    }

    /** Calls the one method, in HPACK without compression (RFC 7541). */
    void call(int stream) throws IOException {
        frame(HEADERS, END_HEADERS, stream, headers());
    }

    /** A gRPC message, or the beginning of one that is announced as longer. */
    void message(int stream, int announcedBytes, byte[] bytes) throws IOException {
        ByteArrayOutputStream message = new ByteArrayOutputStream();
        message.write(0);
        for (int shift = 24; shift >= 0; shift -= 8) {
            message.write(announcedBytes >> shift);
        }
        message.writeBytes(bytes);
        frame(DATA, 0, stream, message.toByteArray());
    }

    static byte[] headers() {
        ByteArrayOutputStream block = new ByteArrayOutputStream();
        block.write(0x83); // :method POST
        block.write(0x87); // :scheme https
        literal(block, new byte[] {0x04}, "/gorizont.v1.Peer/Exchange");
        literal(block, new byte[] {0x01}, "localhost");
        literal(block, new byte[] {0x0f, 0x10}, "application/grpc");
        literal(block, new byte[] {0x00, 2, 't', 'e'}, "trailers");
        return block.toByteArray();
    }

    private static void literal(ByteArrayOutputStream block, byte[] name, String value) {
        block.writeBytes(name);
        block.write(value.length());
        block.writeBytes(value.getBytes(StandardCharsets.US_ASCII));
    }

    /** What was seen while reading until the other side closed. */
    record Seen(boolean goAway, int resets) {}

    /** Reads, and throws away, until the other side closes. */
    Seen readToEnd() {
        boolean goAway = false;
        int resets = 0;
        try {
            while (true) {
                int length = in.readUnsignedByte() << 16 | in.readUnsignedShort();
                int type = in.readUnsignedByte();
                in.skipNBytes(5L + length);
                goAway |= type == GOAWAY;
                resets += type == RST_STREAM ? 1 : 0;
            }
        } catch (SocketTimeoutException e) {
            throw new AssertionError("still open", e);
        } catch (IOException e) {
            return new Seen(goAway, resets);
        }
    }

    InputStream input() {
        return in;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
