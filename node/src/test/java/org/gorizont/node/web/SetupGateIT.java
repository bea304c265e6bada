// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gorizont.node.accounts.OneTimeCode;
import org.gorizont.node.setup.Answers;
import org.gorizont.node.setup.Setup;
import org.gorizont.node.setup.Step;
import org.gorizont.node.vocabulary.Vocabularies;
import org.gorizont.protocol.identity.RecoverySheet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every route of the first start, without the code and in every foreign way: nobody sees a sheet, nobody makes a school. */
final class SetupGateIT {
    private static final SecureRandom RANDOM = new SecureRandom();

    private final OneTimeCode code = OneTimeCode.fresh(RANDOM);
    private final List<RecoverySheet> founded = new CopyOnWriteArrayList<>();
    private Setup setup;
    private SetupServer server;
    private Raw raw;

    @BeforeEach
    void start(@TempDir Path folder) throws IOException {
        setup = Setup.open(folder);
        setup.change(answers -> new Answers(Step.SHEET, Map.of("shortName", "СОШ № 7"), Map.of(), false));
        server = SetupServer.start(
                WebPages.Settings.on("127.0.0.1", 0),
                new SetupServer.Sources(setup, code, Vocabularies.shipped(), RANDOM, founded::add, () -> {}));
        raw = new Raw(server.page());
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void withoutTheCodeOnlyTheWayInIsOpen() throws IOException {
        Set<String> open = new TreeSet<>();
        for (Route route : server.routes()) {
            String answer = ask(route, "", "Sec-Fetch-Site: same-origin\r\n", "");
            if (route.right().isEmpty()) {
                open.add(route.method() + " " + route.path());
            } else {
                assertEquals(401, Raw.status(answer), route.toString());
                assertFalse(answer.contains("СОШ"), route.toString());
            }
        }
        assertEquals(Set.of("GET /", "GET /begin", "GET /help", "GET /help/{guide}", "GET /static/{name}"), open);
        assertEquals(401, Raw.status(raw.get("/begin?code=2222-2222-2222")));
        assertEquals(Set.of(), Set.copyOf(founded));
    }

    @Test
    void nothingPassesInAForeignWay() throws IOException {
        String cookie = cookie();
        for (Route route : server.routes()) {
            for (String from :
                    List.of("Origin: http://evil.example\r\n", "Origin: null\r\n", "Sec-Fetch-Site: cross-site\r\n")) {
                assertEquals(403, Raw.status(ask(route, cookie, from, "")), route + " " + from);
            }
            if (route.method() == Route.Method.POST) {
                assertEquals(403, Raw.status(ask(route, cookie, "Sec-Fetch-Site: same-origin\r\n", "")));
                assertEquals(403, Raw.status(ask(route, cookie, "Sec-Fetch-Site: same-origin\r\n", "csrf=00")));
            }
        }
        String request = "GET /begin/sheet HTTP/1.1\r\nConnection: close\r\nHost: evil.example\r\n" + cookie + "\r\n";
        assertEquals(421, Raw.status(raw.exchange(request)));
    }

    @Test
    void aSchoolIsMadeOnceAndOnlyOfTheSheetThatWasShown() throws IOException {
        String cookie = cookie();
        String shown = page("/begin/sheet", cookie);
        List<String> lines = Pattern.compile("<code>([^<]+)</code>")
                .matcher(shown)
                .results()
                .map(each -> each.group(1))
                .toList();
        assertEquals(4, lines.size());
        String csrf = group(page("/begin/check", cookie), "name=\"csrf\" value=\"([^\"]+)\"");
        int asked = Integer.parseInt(group(page("/begin/check", cookie), "for=\"line\">[^0-9<]*([0-9])<")) - 1;

        assertEquals(422, Raw.status(check(cookie, csrf, lines.get((asked + 1) % 4))));
        assertEquals(422, Raw.status(check(cookie, csrf, "")));
        assertEquals(303, Raw.status(check(cookie, csrf, "A".repeat(5_000))), "looked at again");
        assertEquals(List.of(), founded);
        assertEquals(200, Raw.status(check(cookie, csrf, lines.get(asked))));
        assertEquals(200, Raw.status(check(cookie, csrf, lines.get(asked))));

        assertEquals(1, founded.size());
        assertFalse(page("/begin/sheet", cookie).contains(lines.getFirst()), "shown no more");
        assertEquals(Step.ACCOUNT, setup.answers().step());
    }

    private String check(String cookie, String csrf, String line) throws IOException {
        String body = "csrf=" + csrf + "&line=" + line.replace(' ', '+');
        return raw.exchange("POST /begin/check HTTP/1.1\r\nConnection: close\r\nHost: " + raw.ownHost()
                + "\r\nSec-Fetch-Site: same-origin\r\n" + cookie
                + "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: " + body.length() + "\r\n\r\n"
                + body);
    }

    private String ask(Route route, String cookie, String from, String body) throws IOException {
        String request = route.method() + " "
                + route.path().replace("{name}", "pages.css").replace("{guide}", "guide")
                + " HTTP/1.1\r\nConnection: close\r\nHost: " + raw.ownHost() + "\r\n" + from + cookie;
        return raw.exchange(
                route.method() == Route.Method.GET
                        ? request + "\r\n"
                        : request + "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: "
                                + body.length() + "\r\n\r\n" + body);
    }

    private String page(String path, String cookie) throws IOException {
        return raw.exchange(
                "GET " + path + " HTTP/1.1\r\nConnection: close\r\nHost: " + raw.ownHost() + "\r\n" + cookie + "\r\n");
    }

    private String cookie() throws IOException {
        String answer = raw.get("/begin?code=" + code.grouped());
        assertEquals(303, Raw.status(answer));
        String cookie = group(answer, "Set-Cookie: (gorizont-setup[^;]+);");
        assertTrue(answer.contains("HttpOnly") && answer.contains("SameSite=Strict"), answer);
        return "Cookie: " + cookie + "\r\n";
    }

    private static String group(String text, String pattern) {
        Matcher found = Pattern.compile(pattern).matcher(text);
        assertTrue(found.find(), text);
        return found.group(1);
    }
}
