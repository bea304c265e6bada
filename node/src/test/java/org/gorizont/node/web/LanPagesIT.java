// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.cert.CertificateFactory;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.TrustManagerFactory;
import org.gorizont.node.accounts.Accounts;
import org.gorizont.node.config.LanConfig;
import org.gorizont.node.lan.LanIdentity;
import org.gorizont.node.web.page.Links;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The pages as another computer of the school gets them: a real TLS connection to the address that the settings name. */
final class LanPagesIT {
    private static final String PASSWORD = "пятнадцать чашек";

    @TempDir
    private Path folder;

    private SampleNetwork network;
    private WebPages pages;
    private LanIdentity identity;
    private String outer;

    @BeforeEach
    void open() throws Exception {
        int port = freePort();
        List<String> names = List.of("127.0.0.1", "gorizont.local");
        identity = LanIdentity.open(
                folder,
                new LanConfig(names, port, Optional.empty(), Optional.empty()),
                "abcd",
                Instant.now(),
                new SecureRandom());
        network = SampleNetwork.ofFour();
        pages = network.start(
                folder,
                new WebPages.Settings(
                        "127.0.0.1", 0, Set.of(), Optional.of(new WebPages.Lan("127.0.0.1", port, names, identity))));
        outer = "https://127.0.0.1:" + port;
    }

    @AfterEach
    void close() throws Exception {
        network.close();
    }

    @Test
    void whoTrustsTheAuthorityComesInAndTheCookieNeverLeavesTls() throws Exception {
        HttpClient browser = trusting();

        assertEquals(
                401, get(browser, outer + "/schools").statusCode(), "nobody has an account yet, nobody sees anything");
        Accounts accounts = network.people().accounts();
        accounts.first(accounts.firstCode(), "zavuch", "Имя", PASSWORD);
        HttpResponse<String> entered = post(
                browser, outer + Links.ENTER, "login=" + "zavuch" + "&password=" + encoded(PASSWORD) + "&to=/schools");
        assertEquals(303, entered.statusCode(), entered.body());
        String cookie = entered.headers().firstValue("Set-Cookie").orElseThrow();
        assertTrue(
                cookie.contains("Secure") && cookie.contains("HttpOnly") && cookie.contains("SameSite=Strict"), cookie);
        HttpRequest schools = HttpRequest.newBuilder(URI.create(outer + "/schools"))
                .header("Cookie", cookie.substring(0, cookie.indexOf(';')))
                .build();
        assertEquals(200, browser.send(schools, BodyHandlers.ofString()).statusCode());
    }

    @Test
    void aBrowserThatDoesNotTrustItGetsNothing() {
        assertThrows(SSLHandshakeException.class, () -> get(HttpClient.newHttpClient(), outer + "/schools"));
    }

    @Test
    void whatIsForThisComputerAloneIsNotThereFromAfar() throws Exception {
        for (String path : List.of("/metrics", "/health/live", "/health/ready", Links.FIRST)) {
            assertEquals(404, get(trusting(), outer + path).statusCode(), path);
            assertEquals(200, get(HttpClient.newHttpClient(), inner(path)).statusCode(), path);
        }
    }

    @Test
    void onlyNamedHostsAreAnsweredU01() throws Exception {
        int port = URI.create(outer).getPort();
        assertEquals(421, status("localhost:" + port));
        assertEquals(421, status("evil.example:" + port));
        assertEquals(421, status("gorizont.local"));
        assertEquals(200, status("gorizont.local:" + port));
        assertEquals(200, status("GORIZONT.local:" + port));
    }

    @Test
    void thePageOfTrustHandsOutTheAuthorityAndItsFingerprint() throws Exception {
        String page = get(HttpClient.newHttpClient(), inner(Links.TRUST)).body();
        assertTrue(page.contains(outer + "/"), page);
        String shown = Pattern.compile("<span>([0-9A-F:]{23})</span>")
                .matcher(page)
                .results()
                .map(part -> part.group(1))
                .collect(Collectors.joining(":"));
        assertEquals(LanIdentity.fingerprint(identity.authority().orElseThrow()), shown);

        HttpResponse<byte[]> file = HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(inner(Links.AUTHORITY)).build(), BodyHandlers.ofByteArray());
        assertEquals(
                identity.authority().orElseThrow(),
                CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(file.body())));
        assertFalse(new String(file.body(), StandardCharsets.ISO_8859_1).contains("PRIVATE"));
    }

    @Test
    void thePageOfTrustLooksWellAtBothWidths() throws Exception {
        try (Chromium chromium = Chromium.launch();
                Visit wide = Visit.desktop(chromium, pages);
                Visit phone = Visit.phone(chromium, pages)) {
            for (Visit visit : List.of(wide, phone)) {
                visit.open(Links.TRUST);
                visit.page().locator("summary").first().click();
                assertThat(visit.page().locator("ol").first()).containsText("Доверенные корневые центры сертификации");
                visit.assertAccessible();
                visit.assertLooksWell(visit == phone ? "trust-phone" : "trust");
            }
        }
    }

    /** Of the page that everybody may see, asked for under another name. */
    private int status(String host) throws Exception {
        try (var socket = context()
                .getSocketFactory()
                .createSocket("127.0.0.1", URI.create(outer).getPort())) {
            socket.getOutputStream()
                    .write(("GET " + Links.TRUST + " HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return Integer.parseInt(answer.substring(9, 12));
        }
    }

    private URI inner(String path) {
        return pages.address().resolve(path);
    }

    private HttpClient trusting() throws Exception {
        return HttpClient.newBuilder().sslContext(context()).build();
    }

    private SSLContext context() throws Exception {
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("school", identity.authority().orElseThrow());
        TrustManagerFactory managers = TrustManagerFactory.getInstance("PKIX");
        managers.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, managers.getTrustManagers(), null);
        return context;
    }

    private static HttpResponse<String> get(HttpClient browser, String address) throws Exception {
        return get(browser, URI.create(address));
    }

    private static HttpResponse<String> get(HttpClient browser, URI address) throws Exception {
        return browser.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());
    }

    private static HttpResponse<String> post(HttpClient browser, String address, String form) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(address))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Origin", address.substring(0, address.indexOf('/', "https://".length())))
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build();
        return browser.send(request, BodyHandlers.ofString());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
