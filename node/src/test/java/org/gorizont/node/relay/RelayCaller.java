// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.relay;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import org.gorizont.protocol.codec.RelayCodec;
import org.gorizont.protocol.frame.RelayPreamble;
import org.gorizont.protocol.model.Bytes;

/** One side of a relay, with plain sockets. */
final class RelayCaller implements AutoCloseable {
    private static final int PATIENCE_MILLIS = 60_000;

    final Socket socket;

    private RelayCaller(Socket socket) {
        this.socket = socket;
    }

    /** Connects and says nothing. */
    static RelayCaller silent(Relay relay) throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), relay.port());
        socket.setSoTimeout(PATIENCE_MILLIS);
        socket.setTcpNoDelay(true);
        return new RelayCaller(socket);
    }

    static RelayCaller waiting(Relay relay, Bytes token) throws IOException {
        return silent(relay)
                .says(RelayCodec.preamble(new RelayPreamble(token, true)).toArray());
    }

    static RelayCaller calling(Relay relay, Bytes token) throws IOException {
        return silent(relay)
                .says(RelayCodec.preamble(new RelayPreamble(token, false)).toArray());
    }

    RelayCaller says(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
        return this;
    }

    RelayCaller says(String text) throws IOException {
        return says(text.getBytes(StandardCharsets.UTF_8));
    }

    void ends() throws IOException {
        socket.shutdownOutput();
    }

    String hears(int bytes) throws IOException {
        return new String(socket.getInputStream().readNBytes(bytes), StandardCharsets.UTF_8);
    }

    /** Whether the other side ends without a further byte. */
    boolean hearsTheEnd() throws IOException {
        try {
            return socket.getInputStream().read() < 0;
        } catch (SocketTimeoutException e) {
            throw new AssertionError("still open", e);
        } catch (IOException _) {
            // A reset is an end as well.
            return true;
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
