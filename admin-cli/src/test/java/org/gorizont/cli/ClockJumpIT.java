// SPDX-License-Identifier: Apache-2.0
package org.gorizont.cli;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.protobuf.ByteString;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.gorizont.cli.client.AccountClient;
import org.gorizont.cli.client.AdminClient;
import org.gorizont.cli.process.JavaBehind;
import org.gorizont.cli.process.QuickStarts;
import org.gorizont.cli.process.SetClock;
import org.gorizont.protocol.wire.v1.AdminWire;
import org.gorizont.protocol.wire.v1.RecordsWire;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** S12 with a real node: somebody sets the clock of its computer by ten years, forth and back, while it runs and while it is off. */
final class ClockJumpIT {
    private static final Duration TEN_YEARS = Duration.ofDays(3_652);
    private static final List<Duration> JUMPS = List.of(TEN_YEARS, TEN_YEARS.negated(), Duration.ZERO);
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration CLOSE = Duration.ofHours(1);
    private static final int ID_BYTES = 16;
    private static final int UNAUTHORIZED = 401;

    @TempDir
    Path folder;

    private final HttpClient browser = HttpClient.newBuilder()
            .cookieHandler(new CookieManager())
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();
    private final SecureRandom random = new SecureRandom();
    private long published;

    @Test
    void s12ANodeWhoseClockJumpsLosesNothingPublishesAndIsHeard() throws Exception {
        QuickStarts.make();
        SetClock clock = SetClock.in(folder);
        try (NodeScene bob = NodeScene.of(folder, "bob");
                JavaBehind _ = JavaBehind.lines(folder, clock.taking());
                NodeScene alice = NodeScene.of(folder, "alice")) {
            bob.does("circle", "found", "Круг");
            alice.does("circle", "join", bob.does("circle", "invite").strip());
            enter(alice);

            for (Duration jump : JUMPS) {
                clock.set(jump);
                assertTrue(isAbout(Instant.now().plus(jump), now(alice)), "the node sees the clock of its computer");
                publishesAndSearches(alice);
                assertEquals(
                        200, status(alice, "ours"), "who has entered stays so: less than a minute has really passed");
            }
            for (Duration jump : JUMPS) {
                clock.set(jump);
                long before = own(alice);
                alice.kill();
                alice.restart();
                assertTrue(isAbout(Instant.now().plus(jump), now(alice)), "the clock was set before the start");
                assertEquals(before, own(alice));
                assertEquals(UNAUTHORIZED, status(alice, "ours"), "no session outlives a start");
                publishesAndSearches(alice);
            }

            await().atMost(PATIENCE).until(() -> found(bob) == published);
        }
    }

    private void enter(NodeScene node) throws IOException, InterruptedException {
        String code;
        try (AdminClient client = node.connect()) {
            code = new AccountClient(client).list().getFirstCode();
        }
        String body = Map.of(
                        "code", code,
                        "login", "zavuch",
                        "name", "Завуч",
                        "new-password", "сосна ветер снег",
                        "again", "сосна ветер снег")
                .entrySet()
                .stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        URI pages = pages(node);
        HttpRequest request = HttpRequest.newBuilder(pages.resolve("first"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Origin", pages.toString().replaceAll("/$", ""))
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        HttpResponse<String> answer = browser.send(request, HttpResponse.BodyHandlers.ofString());
        assertEquals(200, answer.statusCode(), answer.body());
    }

    private int status(NodeScene node, String page) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(pages(node).resolve(page)).build();
        return browser.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    }

    private static URI pages(NodeScene node) {
        try (AdminClient client = node.connect()) {
            return URI.create(client.status().getWebUrl());
        }
    }

    private void publishesAndSearches(NodeScene node) {
        byte[] id = new byte[ID_BYTES];
        random.nextBytes(id);
        try (AdminClient client = node.connect()) {
            AdminWire.PublishAnswer answer = client.publish(
                    List.of(AdminWire.RecordDraft.newBuilder()
                            .setKind("practice")
                            .setKindMajor(1)
                            .setRecord(ByteString.copyFrom(id))
                            .setVerb(AdminWire.RecordDraft.Verb.VERB_PUT)
                            .setBody(RecordsWire.Practice.newBuilder()
                                    .setTitle("Родник в " + published + " году")
                                    .build()
                                    .toByteString())
                            .build()),
                    ByteString.EMPTY);
            assertEquals("", answer.getRefused().getCode());
        }
        published++;
        await().atMost(PATIENCE).until(() -> found(node) == published);
    }

    private static long found(NodeScene node) {
        try (AdminClient client = node.connect()) {
            return client.search("родник", 1).getTotal();
        }
    }

    private static long own(NodeScene node) {
        try (AdminClient client = node.connect()) {
            return client.status().getOwnEntries();
        }
    }

    private static Instant now(NodeScene node) {
        try (AdminClient client = node.connect()) {
            return Instant.ofEpochMilli(client.status().getNow());
        }
    }

    private static boolean isAbout(Instant expected, Instant actual) {
        return Duration.between(expected, actual).abs().compareTo(CLOSE) < 0;
    }
}
