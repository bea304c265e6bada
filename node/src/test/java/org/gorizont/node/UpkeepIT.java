// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.protobuf.ByteString;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.gorizont.protocol.wire.v1.AdminWire;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What two nodes of one network tell programs and the doctor of themselves: numbers, and nothing that names anybody. */
final class UpkeepIT {
    private static final String LOGIN = "kanarejka-login";
    private static final String PERSON = "Канарейкина Вера";
    private static final Pattern LABEL = Pattern.compile("\\{([^}]*)}");

    @TempDir
    Path temp;

    @Test
    void numbersAndFindingsNameNobody() throws Exception {
        try (LivingNode alice = LivingNode.born(temp.resolve("alice"));
                LivingNode bob = LivingNode.born(temp.resolve("bob"))) {
            ByteString circle = alice.found();
            bob.join(alice.invite(circle));
            alice.admin()
                    .giveAccount(AdminWire.GiveAccountRequest.newBuilder()
                            .setLogin(LOGIN)
                            .setName(PERSON)
                            .addRoles("teacher")
                            .build());

            HttpResponse<String> metrics = get(alice, "metrics");

            assertEquals(200, metrics.statusCode());
            assertEquals(
                    "text/plain;version=0.0.4;charset=utf-8",
                    metrics.headers().firstValue("content-type").orElseThrow().replace(" ", ""));
            for (String number : List.of(
                    "gorizont_schools_connected 1.0",
                    "gorizont_schools_known 1.0",
                    "gorizont_circles 1.0",
                    "gorizont_writing_allowed 1.0",
                    "gorizont_backup_made_time_seconds 0.0",
                    "gorizont_reader_behind{reader=\"catalogue\"}")) {
                assertTrue(metrics.body().contains("\n" + number), number + " in\n" + metrics.body());
            }
            assertTrue(value(metrics.body(), "gorizont_frames_received_total") > 0, metrics.body());
            assertTrue(value(metrics.body(), "gorizont_entries_own") >= 1, metrics.body());
            assertEquals(
                    List.of("direction", "reader", "state"),
                    LABEL.matcher(metrics.body())
                            .results()
                            .map(label -> label.group(1).replaceAll("=.*", ""))
                            .distinct()
                            .sorted()
                            .toList());
            assertNamesNobody(metrics.body(), alice, bob, circle);
            assertEquals(List.of(), undocumented(metrics.body()));

            assertEquals("live\n", get(alice, "health/live").body());
            assertEquals("ready\n", get(alice, "health/ready").body());

            List<AdminWire.FindingState> findings = alice.admin()
                    .doctor(AdminWire.DoctorRequest.getDefaultInstance())
                    .getFindingsList();
            List<String> whats =
                    findings.stream().map(AdminWire.FindingState::getWhat).toList();
            assertTrue(
                    whats.containsAll(List.of(
                            "NODE_RUNS",
                            "VERSIONS",
                            "CLOCK_FINE",
                            "PEERS_CONNECTED",
                            "WRITING_ALLOWED",
                            "KEYS_CLOSED")),
                    whats.toString());
            assertEquals(
                    List.of("BACKUP_NONE"),
                    findings.stream()
                            .filter(finding -> finding.getGrade().equals("ATTENTION"))
                            .map(AdminWire.FindingState::getWhat)
                            .filter(what -> !what.startsWith("DISK_"))
                            .toList());
            assertNamesNobody(
                    findings.stream().map(Object::toString).collect(Collectors.joining("\n")), alice, bob, circle);
        }
    }

    private static void assertNamesNobody(String told, LivingNode alice, LivingNode bob, ByteString circle)
            throws Exception {
        for (String canary : List.of(
                LOGIN,
                PERSON,
                "Горизонт",
                hex(alice.status().getSelf()),
                hex(bob.status().getSelf()),
                hex(circle),
                hex(alice.status().getSelf()).substring(0, 8))) {
            assertFalse(told.contains(canary), canary + " in\n" + told);
        }
    }

    /** The guides have a table of all numbers. */
    private static List<String> undocumented(String metrics) throws Exception {
        Path docs = Path.of(System.getProperty("gorizont.home", ".."), "docs");
        String both =
                Files.readString(docs.resolve("operating.md")) + Files.readString(docs.resolve("operating.ru.md"));
        return metrics.lines()
                .filter(line -> line.startsWith("# TYPE "))
                .map(line -> line.split(" ")[2])
                .filter(name -> both.split("`" + name, -1).length != 3)
                .toList();
    }

    private static String hex(ByteString bytes) {
        return HexFormat.of().formatHex(bytes.toByteArray());
    }

    private static double value(String metrics, String name) {
        return metrics.lines()
                .filter(line -> line.startsWith(name + " "))
                .mapToDouble(line -> Double.parseDouble(line.substring(name.length() + 1)))
                .findFirst()
                .orElseThrow();
    }

    private static HttpResponse<String> get(LivingNode node, String path) throws Exception {
        URI page = URI.create(node.status().getWebUrl()).resolve(path);
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(HttpRequest.newBuilder(page).build(), HttpResponse.BodyHandlers.ofString());
        }
    }
}
