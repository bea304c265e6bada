// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.peers;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.gorizont.protocol.core.DialProblem;
import org.gorizont.protocol.model.Endpoint;

/** A plain connection, through an HTTP CONNECT proxy (RFC 9110 §9.3.6) when one is set. Blocks: for virtual threads. */
final class ProxyTunnel {
    /** An answer of a proxy may have so many bytes; a longer one is refused. */
    private static final int ANSWER_BYTES = 8 * 1024;

    private static final String END = "\r\n\r\n";

    private ProxyTunnel() {}

    /**
     * Opens a connection.
     *
     * @param patience for the connection, and for each part of the proxy's answer
     * @throws ProxyRefused if the proxy does not let it through
     */
    static SocketChannel open(Endpoint to, Optional<Endpoint> proxy, Duration patience) throws IOException {
        Endpoint first = proxy.orElse(to);
        SocketChannel channel = SocketChannel.open();
        try {
            Socket socket = channel.socket();
            int millis = Math.toIntExact(patience.toMillis());
            socket.connect(new InetSocketAddress(first.host(), first.port()), millis);
            socket.setTcpNoDelay(true);
            if (proxy.isPresent()) {
                socket.setSoTimeout(millis);
                ask(channel, to);
                socket.setSoTimeout(0);
            }
            return channel;
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    private static void ask(SocketChannel channel, Endpoint to) throws IOException {
        String request = "CONNECT " + to + " HTTP/1.1\r\nHost: " + to + END;
        channel.write(ByteBuffer.wrap(request.getBytes(StandardCharsets.US_ASCII)));
        String answer = answer(channel.socket().getInputStream());
        String[] firstLine = answer.split("[ \r\n]", 3);
        String status = firstLine.length > 1 ? firstLine[1] : "";
        if (!status.startsWith("2")) {
            throw new ProxyRefused(DialProblems.ofStatus(status), "the proxy answers " + status);
        }
    }

    /** Byte by byte: what follows the answer is not the proxy's. */
    private static String answer(InputStream in) throws IOException {
        StringBuilder answer = new StringBuilder();
        while (answer.indexOf(END, answer.length() - END.length()) < 0) {
            int next = in.read();
            if (next < 0 || answer.length() >= ANSWER_BYTES) {
                throw new ProxyRefused(DialProblem.PROXY_REFUSED, "the proxy does not answer as proxies do");
            }
            answer.append((char) next);
        }
        return answer.toString();
    }
}
