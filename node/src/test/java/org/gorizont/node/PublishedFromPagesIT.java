// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.gorizont.protocol.wire.v1.AdminWire;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What people do on the pages of a whole node reaches its log, its index and, through a start, its disk. */
final class PublishedFromPagesIT {
    private static final String PASSWORD = "сосна ветер снег";
    private static final Pattern HIDDEN =
            Pattern.compile("name=\"(csrf|window|revision|sheet)\"[^>]*value=\"([^\"]*)\"");

    private static final Pattern TICKED_PRACTICE =
            Pattern.compile("<li class=\"ticked\">\\s*<div>\\s*<b>Первая практика</b>");
    private static final Pattern UNTICKED_BACKUP = Pattern.compile("<li>\\s*<div>\\s*<b>Папка для резервных копий</b>");

    private final HttpClient browser = HttpClient.newBuilder()
            .cookieHandler(new CookieManager())
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();
    private URI pages = URI.create("http://127.0.0.1:1/");

    @Test
    void aPracticeGoesFromTheFormToTheLogAndIsFound(@TempDir Path folder) throws Exception {
        try (LivingNode node = LivingNode.born(folder.resolve("node"))) {
            pages = URI.create(node.status().getWebUrl());
            AdminWire.AccountsAnswer nobody = node.admin().accounts(AdminWire.AccountsRequest.getDefaultInstance());
            post(
                    "first",
                    Map.of(
                            "code",
                            nobody.getFirstCode(),
                            "login",
                            "zavuch",
                            "name",
                            "Завуч",
                            "new-password",
                            PASSWORD,
                            "again",
                            PASSWORD));
            long before = node.status().getOwnEntries();

            HttpResponse<String> form = post("desk/new/practice", hidden(get("desk")));
            Map<String, String> fields = new LinkedHashMap<>(hidden(form));
            fields.put("f.title", "Родник за околицей");
            post(form.uri().getPath(), fields);
            HttpResponse<String> ours = post("desk/publish", hidden(get("desk/publish")));

            assertTrue(ours.uri().getPath().endsWith("/ours"), ours.body());
            assertEquals(before + 1, node.status().getOwnEntries());
            await().atMost(Duration.ofMinutes(1))
                    .until(() -> get("search?q=" + URLEncoder.encode("родники", StandardCharsets.UTF_8))
                            .body()
                            .contains("за околицей"));
            String empty = get("desk").body();
            assertTrue(!empty.contains("Родник за околицей"), empty);

            String home = get("").body();
            assertTrue(TICKED_PRACTICE.matcher(home).find(), home);
            assertTrue(UNTICKED_BACKUP.matcher(home).find(), home);
            assertTrue(get("help/guide").body().contains("id=\"писать-на-страницах\""));

            node.stop();
            node.start();

            pages = URI.create(node.status().getWebUrl());
            assertEquals(401, get("ours").statusCode());
            assertEquals(before + 1, node.status().getOwnEntries());
        }
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return browser.send(HttpRequest.newBuilder(pages.resolve(path)).build(), HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> post(String path, Map<String, String> fields)
            throws IOException, InterruptedException {
        String body = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        HttpRequest request = HttpRequest.newBuilder(pages.resolve(path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Origin", pages.toString().replaceAll("/$", ""))
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        HttpResponse<String> answer = browser.send(request, HttpResponse.BodyHandlers.ofString());
        assertEquals(200, answer.statusCode(), answer.body());
        return answer;
    }

    /** What the form of a page carries unseen. */
    private static Map<String, String> hidden(HttpResponse<String> page) {
        Map<String, String> fields = new LinkedHashMap<>();
        Matcher found = HIDDEN.matcher(page.body());
        while (found.find()) {
            fields.put(found.group(1), found.group(2));
        }
        return fields;
    }
}
