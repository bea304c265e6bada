// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.gorizont.node.accounts.Account;
import org.gorizont.node.accounts.Accounts;
import org.gorizont.node.accounts.People;
import org.gorizont.node.accounts.Role;
import org.gorizont.node.readmodel.HeldEntries;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Every route, asked by every role and by nobody, in every foreign way: nothing passes that should not. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class RoleMatrixIT {
    private static final String PASSWORD = "сосна ветер снег";
    private static final int UNAUTHORIZED = 401;
    private static final int FORBIDDEN = 403;

    private final SampleNetwork network = SampleNetwork.ofFour();
    private final Map<Role, Account> byRole = new EnumMap<>(Role.class);
    private WebPages pages;
    private Raw raw;
    private People people;

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        pages = network.start(folder);
        raw = new Raw(pages.address());
        people = network.people();
        Accounts accounts = people.accounts();
        accounts.first(accounts.firstCode(), "zavuch", "Завуч", PASSWORD);
        for (Role role : Role.values()) {
            byRole.put(role, accounts.give(role.code(), "Имя", Set.of(role)).account());
        }
    }

    @AfterAll
    void stop() {
        network.close();
    }

    @Test
    void aRoleDoesWhatItsRightsSayAndNothingElseG13() throws IOException {
        for (Route route : pages.routes()) {
            for (Role role : Role.values()) {
                int status = Raw.status(ask(route, Optional.of(role), Manner.OWN));
                boolean allowed =
                        route.right().map(right -> right.isOf(Set.of(role))).orElse(true);
                assertEquals(allowed, status != FORBIDDEN, role + " " + route + " " + status);
                assertTrue(status != UNAUTHORIZED || isEntrance(route), role + " " + route);
                assertTrue(status < 500, role + " " + route + " " + status);
            }
        }
    }

    @Test
    void withoutASessionOnlyTheEntranceIsOpenG13() throws IOException {
        Set<String> open = new TreeSet<>();
        for (Route route : pages.routes()) {
            int status = Raw.status(ask(route, Optional.empty(), Manner.OWN));
            if (route.right().isEmpty()) {
                open.add(route.method() + " " + route.path());
            } else {
                assertEquals(UNAUTHORIZED, status, route.toString());
            }
        }
        assertEquals(
                Set.of(
                        "GET /begin",
                        "GET /begin/ready",
                        "GET /enter",
                        "GET /first",
                        "GET /health/live",
                        "GET /health/ready",
                        "GET /metrics",
                        "GET /help",
                        "GET /help/{guide}",
                        "GET /static/{name}",
                        "GET /welcome",
                        "POST /enter",
                        "POST /first",
                        "POST /welcome"),
                open);
    }

    @Test
    void nothingPassesInAForeignWayU01U02U03G13() throws IOException {
        for (Route route : pages.routes()) {
            for (Role role : Role.values()) {
                assertEquals(421, Raw.status(ask(route, Optional.of(role), Manner.FOREIGN_HOST)), route.toString());
                for (Manner manner : List.of(Manner.FOREIGN_ORIGIN, Manner.NULL_ORIGIN, Manner.CROSS_SITE)) {
                    assertEquals(FORBIDDEN, Raw.status(ask(route, Optional.of(role), manner)), manner + " " + route);
                }
                if (route.method() == Route.Method.POST) {
                    assertEquals(FORBIDDEN, Raw.status(ask(route, Optional.of(role), Manner.NO_ORIGIN)));
                    assertEquals(415, Raw.status(ask(route, Optional.of(role), Manner.JSON)), route.toString());
                    if (route.right().isPresent()) {
                        assertEquals(FORBIDDEN, Raw.status(ask(route, Optional.of(role), Manner.NO_TOKEN)));
                        assertEquals(FORBIDDEN, Raw.status(ask(route, Optional.of(role), Manner.OTHER_TOKEN)));
                    }
                }
            }
        }
    }

    @Test
    void whatChangesIsNotReachedByReadingU03() throws IOException {
        Set<String> read = new TreeSet<>();
        pages.routes().stream()
                .filter(route -> route.method() == Route.Method.GET)
                .forEach(route -> read.add(path(route)));
        List<Account> before = people.accounts().all();
        for (Route route : pages.routes()) {
            if (route.method() == Route.Method.POST && !read.contains(path(route))) {
                String answer = request("GET", route, Optional.of(Role.ADMINISTRATOR), Manner.OWN);
                assertEquals(405, Raw.status(answer), route.toString());
                assertTrue(answer.contains("Allow: POST"), answer);
            }
        }
        assertEquals(before, people.accounts().all());
    }

    @Test
    void aSessionIsWorthNothingAfterItsEndU10() throws IOException {
        String token = people.sessions().begin(account(Role.TEACHER).id());
        assertEquals(200, Raw.status(page(token)));
        people.sessions().endAll(account(Role.TEACHER).id());
        assertEquals(UNAUTHORIZED, Raw.status(page(token)));
        assertEquals(UNAUTHORIZED, Raw.status(page("0".repeat(64))));
    }

    @Test
    void whoeverEntersGetsASessionOfTheirOwnU10() throws IOException {
        String fixed = "f".repeat(64);
        String answer = enter("zavuch", PASSWORD, "Cookie: " + cookie(fixed) + "\r\n");

        assertEquals(303, Raw.status(answer));
        assertTrue(answer.contains("HttpOnly") && answer.contains("SameSite=Strict"), answer);
        assertFalse(answer.contains(fixed), answer);
        assertEquals(UNAUTHORIZED, Raw.status(page(fixed)));
    }

    @Test
    void aWrongPasswordSaysNothingOfTheAccountAndMakesOneWaitU09() throws IOException {
        String known = enter("zavuch", "не тот пароль", "");
        String unknown = enter("netakogo", "не тот пароль", "");
        assertEquals(UNAUTHORIZED, Raw.status(known));
        assertEquals(
                known.replace("zavuch", "?").length(),
                unknown.replace("netakogo", "?").length());

        List<Integer> statuses = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            statuses.add(Raw.status(enter("netakogo", "не тот пароль", "")));
        }
        assertEquals(429, statuses.getLast(), statuses.toString());
        assertEquals(303, Raw.status(enter("zavuch", PASSWORD, "")));
    }

    @Test
    void nobodyIsLedAwayFromThesePages() throws IOException {
        for (String to :
                List.of("//evil.example", "https://evil.example/", "/%0d%0aSet-Cookie:x", "\\\\evil.example")) {
            String body = "login=zavuch&password=" + encoded(PASSWORD) + "&to=" + encoded(to);
            String answer = post("/enter", body, "");
            assertEquals(303, Raw.status(answer), answer);
            assertFalse(answer.contains("evil") || answer.contains("Set-Cookie:x"), answer);
        }
    }

    @Test
    void aFormBeyondTheLimitIsRefused() throws IOException {
        String fits = "login=zavuch&password=" + "x".repeat(1000);
        String tooLong = "login=zavuch&password=" + "x".repeat((int) WebPages.BODY_BYTES);

        assertEquals(UNAUTHORIZED, Raw.status(post("/enter", fits, "")));
        assertEquals(413, Raw.status(post("/enter", tooLong, "")));
    }

    private enum Manner {
        OWN,
        FOREIGN_HOST,
        FOREIGN_ORIGIN,
        NULL_ORIGIN,
        CROSS_SITE,
        NO_ORIGIN,
        JSON,
        NO_TOKEN,
        OTHER_TOKEN
    }

    private String ask(Route route, Optional<Role> role, Manner manner) throws IOException {
        return request(route.method().name(), route, role, manner);
    }

    private String request(String method, Route route, Optional<Role> role, Manner manner) throws IOException {
        StringBuilder request = new StringBuilder(method + " " + path(route) + " HTTP/1.1\r\nConnection: close\r\n");
        request.append("Host: ")
                .append(manner == Manner.FOREIGN_HOST ? "evil.example" : raw.ownHost())
                .append("\r\n");
        switch (manner) {
            case FOREIGN_ORIGIN -> request.append("Origin: http://evil.example\r\n");
            case NULL_ORIGIN -> request.append("Origin: null\r\n");
            case CROSS_SITE -> request.append("Sec-Fetch-Site: cross-site\r\nSec-Fetch-Mode: no-cors\r\n");
            case NO_ORIGIN -> {}
            default -> request.append("Sec-Fetch-Site: same-origin\r\n");
        }
        String csrf = "";
        if (role.isPresent()) {
            String token = people.sessions().begin(account(role.get()).id());
            csrf = people.sessions().find(token).orElseThrow().csrf();
            request.append("Cookie: ").append(cookie(token)).append("\r\n");
        }
        if (method.equals("POST")) {
            String shown = manner == Manner.OTHER_TOKEN ? csrf.replace('0', '1').replace('2', '3') : csrf;
            String body = manner == Manner.NO_TOKEN ? "password=x" : "password=x&csrf=" + shown;
            request.append("Content-Type: ")
                    .append(manner == Manner.JSON ? "application/json" : "application/x-www-form-urlencoded")
                    .append("\r\nContent-Length: ")
                    .append(body.length())
                    .append("\r\n\r\n")
                    .append(body);
        } else {
            request.append("\r\n");
        }
        return raw.exchange(request.toString());
    }

    private String enter(String login, String password, String header) throws IOException {
        return post("/enter", "login=" + login + "&password=" + encoded(password), header);
    }

    private String post(String path, String body, String header) throws IOException {
        return raw.exchange("POST " + path + " HTTP/1.1\r\nConnection: close\r\nHost: " + raw.ownHost()
                + "\r\nOrigin: http://" + raw.ownHost() + "\r\n" + header
                + "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: " + body.length() + "\r\n\r\n"
                + body);
    }

    private String page(String token) throws IOException {
        return raw.exchange("GET /schools HTTP/1.1\r\nConnection: close\r\nHost: " + raw.ownHost() + "\r\nCookie: "
                + cookie(token) + "\r\n\r\n");
    }

    /** An address of the route that exists, as far as one does. */
    private String path(Route route) {
        return route.path()
                .replace("{school}", SampleNetwork.ALICE.toString())
                .replace("{circle}", HeldEntries.CIRCLE.toString())
                .replace("{record}", HeldEntries.record("p1").toString())
                .replace("{account}", account(Role.GUEST).id())
                .replace("{sheet}", "0123456789abcdef")
                .replace("{kind}", "practice")
                .replace("{guide}", "guide")
                .replace("{name}", "pages.css");
    }

    private Account account(Role role) {
        return Optional.ofNullable(byRole.get(role)).orElseThrow();
    }

    private String cookie(String token) {
        return "gorizont-" + pages.address().getPort() + "=" + token;
    }

    private static boolean isEntrance(Route route) {
        return route.right().isEmpty();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
