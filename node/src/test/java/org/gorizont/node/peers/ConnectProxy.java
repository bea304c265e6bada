// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.peers;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** An HTTP proxy that knows CONNECT and nothing else. */
public final class ConnectProxy implements AutoCloseable {
    private final ServerSocket listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final List<String> asked = new CopyOnWriteArrayList<>();

    private final String refusal;

    public ConnectProxy() throws IOException {
        this("");
    }

    /** A proxy that answers everybody with this status line and ends; with an empty one it connects. */
    ConnectProxy(String refusal) throws IOException {
        this.refusal = refusal;
        Thread.ofVirtual().start(() -> quietly(this::accept));
    }

    public int port() {
        return listening.getLocalPort();
    }

    /** First lines of all requests. */
    public List<String> asked() {
        return asked;
    }

    private void accept() throws IOException {
        while (true) {
            Socket client = listening.accept();
            Thread.ofVirtual().start(() -> quietly(() -> serve(client)));
        }
    }

    private void serve(Socket client) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            head.append((char) client.getInputStream().read());
        }
        String line = head.substring(0, head.indexOf("\r\n"));
        asked.add(line);
        if (!refusal.isEmpty()) {
            client.getOutputStream().write((refusal + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
            client.close();
            return;
        }
        URI target = URI.create("//" + line.substring("CONNECT ".length(), line.lastIndexOf(' ')));
        Socket server = new Socket(InetAddress.getLoopbackAddress(), target.getPort());
        client.getOutputStream().write("HTTP/1.1 200 OK\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        Thread.ofVirtual().start(() -> quietly(() -> join(server, client)));
        join(client, server);
    }

    private static void join(Socket from, Socket to) throws IOException {
        try (InputStream in = from.getInputStream();
                to) {
            in.transferTo(to.getOutputStream());
        }
    }

    private interface Task {
        void run() throws IOException;
    }

    private static void quietly(Task task) {
        try {
            task.run();
        } catch (IOException e) {
            // Either side has closed; so does the other.
        }
    }

    @Override
    public void close() throws IOException {
        listening.close();
    }
}
