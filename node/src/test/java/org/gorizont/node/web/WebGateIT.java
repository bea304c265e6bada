// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.web;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class WebGateIT {
    private static final int UNANSWERED_MILLIS = 500;
    private static final int ANSWERED_MILLIS = 30_000;

    private final SampleNetwork network = SampleNetwork.ofFour();
    private Raw raw = new Raw(URI.create("http://127.0.0.1:1/"));

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        raw = new Raw(network.start(folder).address());
    }

    @AfterAll
    void stop() {
        network.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "evil.example",
                "evil.example:PORT",
                "127.0.0.1",
                "127.0.0.1:1",
                "127.0.0.1:PORT.evil.example",
                "localhost.evil.example:PORT",
                "127.0.0.1:0PORT",
                "0.0.0.0:PORT"
            })
    void foreignHostIsMisdirectedEverywhereU01(String pattern) throws IOException {
        String host = pattern.replace("PORT", raw.ownHost().substring("127.0.0.1:".length()));

        for (String path : List.of("/", "/schools", "/static/pages.css", "/nothing")) {
            int status = Raw.status(raw.get(path, host));
            assertTrue(status == 421 || status == 400 && host.endsWith(".evil.example"), host + path + " " + status);
        }
    }

    @Test
    void missingOrDoubleHostGetsNothingU01() throws IOException {
        assertEquals(421, Raw.status(raw.exchange("GET /schools HTTP/1.0\r\n\r\n")));
        assertEquals(400, Raw.status(raw.exchange("GET /schools HTTP/1.1\r\nConnection: close\r\n\r\n")));
        String twice = "GET /schools HTTP/1.1\r\nHost: " + raw.ownHost() + "\r\nHost: evil.example\r\n\r\n";
        assertTrue(List.of(400, 421).contains(Raw.status(raw.exchange(twice))));
        String absolute =
                "GET http://evil.example/schools HTTP/1.1\r\nHost: " + raw.ownHost() + "\r\nConnection: close\r\n\r\n";
        assertTrue(List.of(400, 421).contains(Raw.status(raw.exchange(absolute))));
    }

    @Test
    void ownNamesAreServed() throws IOException {
        String port = raw.ownHost().substring("127.0.0.1:".length());

        for (String host : List.of("127.0.0.1:" + port, "localhost:" + port, "LocalHost:" + port, "[::1]:" + port)) {
            assertEquals(200, Raw.status(raw.get("/schools", host)), host);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/schools", "/static/pages.css", "/nothing", "/%2e%2e/", "/search?q=%"})
    void everyAnswerKeepsForeignPagesOutU04(String path) throws IOException {
        String answer = raw.get(path);

        assertTrue(answer.contains("Content-Security-Policy: default-src 'self'; "), answer);
        assertTrue(answer.contains("frame-ancestors 'none'"), answer);
        assertTrue(answer.contains("X-Content-Type-Options: nosniff"), answer);
        assertTrue(answer.contains("Referrer-Policy: same-origin"), answer);
        assertFalse(answer.contains("Jetty"), answer);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/static/%2e%2e/%2e%2e/phrases_ru.properties",
                "/static/..%2fphrases_ru.properties",
                "/static/../WebPages.class",
                "/static//pages.css",
                "//static/pages.css",
                "/static/pages.css%00.txt",
                "/static/..\\pages.css",
                "/static/pages.css;a=b",
                "/static/",
                "/static/nothing.css",
                "/schools/%2e%2e/search",
                "/schools/0000",
                "/practices/zz/zz",
                "/schools/школы"
            })
    void playingWithThePathFindsNothingU05(String path) throws IOException {
        int status = Raw.status(raw.get(path));

        assertTrue(status == 404 || status == 400, path + " " + status);
    }

    @ParameterizedTest
    @CsvSource({
        "POST, 405",
        "PUT, 405",
        "DELETE, 405",
        "PATCH, 405",
        "OPTIONS, 405",
        "TRACE, 405",
        "PROPFIND, 405",
        "NONSENSE, 405",
        "HEAD, 200"
    })
    void otherMethodsChangeNothingU14(String method, int status) throws IOException {
        for (String path : List.of("/schools", "/search?q=x", "/static/pages.css")) {
            String answer = raw.exchange(method + " " + path + " HTTP/1.1\r\nHost: " + raw.ownHost()
                    + "\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
            assertEquals(status, Raw.status(answer), method + path);
            assertTrue(status != 405 || answer.contains("Allow: GET, HEAD"), answer);
        }
    }

    @Test
    void tooLongHeadersAreRefusedU06() throws IOException {
        String fits = "X: " + "a".repeat(WebPages.HEADER_BYTES - 200);
        String tooLong = "X: " + "a".repeat(WebPages.HEADER_BYTES);

        assertEquals(200, Raw.status(raw.exchange(withHeader(fits))));
        assertEquals(431, Raw.status(raw.exchange(withHeader(tooLong))));
        assertEquals(200, Raw.status(raw.get("/schools")));
    }

    @Test
    void slowHeadersAreClosedEvenWhenTheyDripU06() throws IOException {
        try (Socket slow = raw.connect()) {
            slow.getOutputStream().write("GET /schools HTTP/1.1\r\n".getBytes(StandardCharsets.US_ASCII));

            await().atMost(WebPages.HEADER_TIME.multipliedBy(3))
                    .pollInterval(Duration.ofSeconds(1))
                    .until(() -> isClosedAfterOneMoreByte(slow));
        }
        assertEquals(200, Raw.status(raw.get("/schools")));
    }

    @Test
    void moreConnectionsThanTheLimitWaitAndHarmNobodyU06() throws IOException {
        List<Socket> silent = new ArrayList<>();
        try (Socket oneMore = fill(silent)) {
            oneMore.getOutputStream().write(withHeader("X: y").getBytes(StandardCharsets.US_ASCII));
            oneMore.setSoTimeout(UNANSWERED_MILLIS);
            assertThrows(
                    SocketTimeoutException.class, () -> oneMore.getInputStream().read());

            closeAll(silent);
            oneMore.setSoTimeout(ANSWERED_MILLIS);
            String answer = new String(oneMore.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertEquals(200, Raw.status(answer));
        } finally {
            closeAll(silent);
        }
    }

    @Test
    void smuggledRequestsAreRefusedU07() throws IOException {
        String both = "GET /schools HTTP/1.1\r\nHost: " + raw.ownHost()
                + "\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n";
        String two = "GET /schools HTTP/1.1\r\nHost: " + raw.ownHost()
                + "\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\nabcdef";

        assertEquals(400, Raw.status(raw.exchange(both)));
        assertEquals(400, Raw.status(raw.exchange(two)));
    }

    @Test
    void listensOnThisMachineOnly() {
        WebPages.Settings everywhere = WebPages.Settings.on("0.0.0.0", 0);

        assertThrows(IllegalArgumentException.class, () -> PageServer.refuseOtherMachines(everywhere.host()));
    }

    /** Takes every place with a connection that says nothing; then one more. */
    private Socket fill(List<Socket> silent) throws IOException {
        for (int i = 0; i < WebPages.CONNECTIONS; i++) {
            silent.add(raw.connect());
        }
        return raw.connect();
    }

    private static void closeAll(List<Socket> sockets) throws IOException {
        for (Socket socket : sockets) {
            socket.close();
        }
    }

    private String withHeader(String header) {
        return "GET /schools HTTP/1.1\r\nHost: " + raw.ownHost() + "\r\n" + header + "\r\nConnection: close\r\n\r\n";
    }

    private static boolean isClosedAfterOneMoreByte(Socket socket) {
        try {
            socket.getOutputStream().write('a');
            socket.setSoTimeout(200);
            return socket.getInputStream().read() < 0;
        } catch (SocketTimeoutException _) {
            return false;
        } catch (IOException _) {
            return true;
        }
    }
}
