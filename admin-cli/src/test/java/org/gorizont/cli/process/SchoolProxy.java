// SPDX-License-Identifier: Apache-2.0
package org.gorizont.cli.process;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** A program of its own: an HTTP proxy that knows CONNECT. */
public final class SchoolProxy {
    private static final int PORT = 3128;

    private SchoolProxy() {}

    /** The command line that runs it. */
    static String[] command() throws IOException {
        Path classes;
        try {
            classes = Path.of(SchoolProxy.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (java.net.URISyntaxException e) {
            throw new IOException(e);
        }
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return List.of(
                        java,
                        "-Xmx24m",
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        classes.toString(),
                        SchoolProxy.class.getName())
                .toArray(String[]::new);
    }

    public static void main(String[] args) throws IOException {
        try (ServerSocket listening = new ServerSocket(PORT)) {
            while (true) {
                Socket client = listening.accept();
                Thread.ofVirtual().start(() -> quietly(client));
            }
        }
    }

    private static void quietly(Socket client) {
        try (client) {
            serve(client);
        } catch (IOException _) {
            // Either side has closed; so does the other.
        }
    }

    private static void serve(Socket client) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int read = client.getInputStream().read();
            if (read < 0) {
                return;
            }
            head.append((char) read);
        }
        URI target = URI.create("//" + head.substring("CONNECT ".length(), head.indexOf(" ", "CONNECT ".length())));
        try (Socket server = new Socket(target.getHost(), target.getPort())) {
            client.getOutputStream().write("HTTP/1.1 200 OK\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            Thread back = Thread.ofVirtual().start(() -> join(server, client));
            join(client, server);
            back.interrupt();
        }
    }

    private static void join(Socket from, Socket to) {
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            in.transferTo(out);
        } catch (IOException _) {
            // As above.
        }
    }
}
