// SPDX-License-Identifier: Apache-2.0
package org.gorizont.cli;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.gorizont.cli.client.AdminClient;
import org.gorizont.cli.client.Ids;
import org.gorizont.protocol.domain.Kinds;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The commands of two schools that meet, against real node processes. One story, told in order. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
final class CommandsIT {
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private Path folder = Path.of("");
    private NodeScene alice;
    private NodeScene bob;

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        this.folder = folder;
        alice = NodeScene.of(folder, "alice");
        bob = NodeScene.of(folder, "bob");
    }

    @AfterAll
    void stop() {
        alice.close();
        bob.close();
    }

    @Test
    @Order(1)
    void initNeverTouchesANodeThatIsThere() throws Exception {
        byte[] chain = Files.readAllBytes(alice.data().resolve("identity").resolve("chain"));

        CliScene again = alice.run(
                "init", "--name", "other", "--sheet", folder.resolve("other").toString());

        assertEquals(1, again.exitCode());
        assertEquals(
                -1,
                java.util.Arrays.mismatch(chain, Files.readAllBytes(alice.data().resolve("identity/chain"))));
        assertFalse(Files.exists(folder.resolve("other")));
    }

    @Test
    @Order(1)
    void whatInitAskedForIsPublishedAndThenKeptByTheNodeAlone() {
        List<String> own = new ArrayList<>();
        try (AdminClient client = alice.connect()) {
            client.ownRecords(record -> own.add(Ids.hex(record.getRecord())));
        }

        assertTrue(own.contains(Kinds.SCHOOL_RECORD.toString()), own::toString);
        assertFalse(Files.exists(alice.data().resolve("first-cards")));
    }

    @Test
    @Order(1)
    void accountsAreGivenAndTakenAtTheTerminal() {
        assertTrue(alice.does("account", "first").contains("/first"));
        String given = alice.does("account", "add", "himik", "--name", "Учитель", "--role", "teacher");
        assertTrue(given.contains("himik") && given.matches("(?s).*[2-9A-Z]{4}-[2-9A-Z]{4}-[2-9A-Z]{4}.*"), given);
        assertEquals(1, alice.run("account", "first").exitCode());
        assertEquals(
                1,
                alice.run("account", "add", "HIMIK", "--name", "Другой", "--role", "guest")
                        .exitCode());
        assertEquals(
                2,
                alice.run("account", "add", "x1", "--name", "Другой", "--role", "king")
                        .exitCode());

        alice.does("account", "roles", "himik", "--role", "keeper", "--role", "administrator");
        assertEquals(1, alice.run("account", "block", "himik").exitCode());
        alice.does("account", "add", "zavuch", "--name", "Завуч", "--role", "administrator");
        alice.does("account", "block", "himik");
        alice.does("account", "unblock", "himik");

        assertFalse(alice.does("account", "code", "himik").contains(given));
        String list = alice.does("account", "list");
        assertTrue(list.contains("администратор, ответственный за оборудование"), list);
    }

    @Test
    @Order(2)
    void bobJoinsByCodeAndTheCodeWorksOnce() {
        alice.does("circle", "found", "Круг");
        String code = alice.does("circle", "invite").strip();

        bob.does("circle", "join", code);

        assertEquals(2, json(bob, "circle", "show").get(0).get("members").size());
        assertEquals(1, bob.run("circle", "join", code).exitCode());
        assertEquals(2, bob.run("circle", "join", code + "x").exitCode());
    }

    @Test
    @Order(3)
    void importPublishesOnceAndOnlyWhatDiffers() throws Exception {
        Path file = folder.resolve("resources.csv");
        Files.writeString(
                file,
                "код;вид;название;количество\n"
                        + "л;цифровая лаборатория по химии;Лаборатория;2\n"
                        + "м;микроскоп;Микроскоп;5\n");

        assertTrue(alice.does("import", "resources", file.toString()).contains("новых: 2"));
        assertTrue(alice.does("import", "resources", file.toString()).contains("без изменений: 2"));
        Files.writeString(file, Files.readString(file).replace(";5", ";6"));
        assertTrue(
                alice.does("import", "resources", file.toString(), "--dry-run").contains("изменённых: 1"));
        assertTrue(alice.does("import", "resources", file.toString()).contains("изменённых: 1"));
        assertEquals(2, json(alice, "resource", "list", "--own").get("total").asInt());
    }

    @Test
    @Order(4)
    void oneBadRowPublishesNothing() throws Exception {
        Path file = folder.resolve("bad.csv");
        Files.writeString(file, "код;вид;название;количество\nx;микроскоп;Годный;1\ny;микроскоп;Плохой;0\n");

        CliScene scene = alice.run("import", "resources", file.toString());

        assertEquals(1, scene.exitCode());
        assertTrue(scene.out().contains("строка 3"), scene.out());
        assertEquals(2, json(alice, "resource", "list", "--own").get("total").asInt());
    }

    @Test
    @Order(5)
    void notStatedTakesBackAndStatingAgainStands() throws Exception {
        Path file = folder.resolve("hours.csv");
        String head = "ресурс;дата;урок;начало;конец;состояние;часовой пояс\n";
        String free = "л;2026-03-12;4;11:25;12:10;свободно;Asia/Novokuznetsk\n";

        Files.writeString(file, head + free);
        alice.does("import", "availability", file.toString());
        assertEquals("FREE", fit(alice));
        Files.writeString(file, head + "л;;;;;не указано;\n");
        alice.does("import", "availability", file.toString());
        assertEquals("NOT_STATED", fit(alice));
        Files.writeString(file, head + free);
        alice.does("import", "availability", file.toString());

        assertEquals("FREE", fit(alice));
    }

    @Test
    @Order(6)
    void neighbourFindsItAndStatesThatItIsStored() {
        await().atMost(PATIENCE)
                .until(() -> json(bob, "resource", "list").get("total").asInt() == 2);
        await().atMost(PATIENCE).until(() -> fit(bob).equals("FREE"));
        await().atMost(PATIENCE)
                .until(() -> json(bob, "search", "лаборатория").get("hits").size() == 1);
        JsonNode hit = json(bob, "search", "лаборатория").get("hits").get(0);
        assertEquals("alice", hit.get("schoolName").asString());
        await().atMost(PATIENCE)
                .until(() -> json(alice, "receipts", hit.get("record").asString())
                                .get(0)
                                .get("stated")
                                .asInt()
                        == 1);
        assertTrue(bob.does(
                        "resource",
                        "show",
                        hit.get("record").asString(),
                        "--school",
                        hit.get("school").asString())
                .contains("Лаборатория"));
    }

    @Test
    @Order(7)
    void withdrawnRecordIsGoneEverywhere() {
        JsonNode listed =
                json(alice, "resource", "list", "--own").get("records").get(1);

        alice.does("resource", "withdraw", listed.get("record").asString());

        await().atMost(PATIENCE)
                .until(() ->
                        json(alice, "resource", "list", "--own").get("total").asInt() == 1);
        await().atMost(PATIENCE)
                .until(() -> json(bob, "resource", "list").get("total").asInt() == 1);
        assertEquals(
                1,
                alice.run("resource", "withdraw", listed.get("record").asString())
                        .exitCode());
    }

    @Test
    @Order(8)
    void stoppedNodeIsSaidWithWhatIsSafe() throws Exception {
        bob.kill();

        CliScene scene = bob.run("status");

        assertEquals(1, scene.exitCode());
        assertTrue(scene.err().contains("Данные на диске целы"), scene.err());
        bob.restart();
        assertTrue(json(bob, "status").get("writing").asBoolean());
        assertTrue(bob.does("schools").contains("alice"));
    }

    @Test
    @Order(9)
    void aNodeThatDoesNotStartSaysWhyInWords() throws Exception {
        CliScene second = alice.run("run");
        assertEquals(1, second.exitCode());
        assertTrue(second.err().contains("уже работает"), second.err());
        assertFalse(second.err().contains("ready:"), "nothing of the run that goes on: " + second.err());

        Path settings = alice.data().resolve("gorizont.toml");
        String before = Files.readString(settings);
        Files.writeString(settings, "[peers]\nprt = 1\n");
        CliScene mistaken = alice.run("run");
        Files.writeString(settings, before);
        assertTrue(mistaken.err().contains("peers.prt: такой настройки нет. Может быть, peers.port?"), mistaken.err());
        assertTrue(mistaken.err().contains("Исправьте файл"), mistaken.err());
    }

    @Test
    @Order(100)
    void eachCircleHasItsOwnHours() throws Exception {
        String other =
                json(alice, "circle", "found", "Второй круг").get("circle").asString();
        Path file = folder.resolve("hours.csv");

        assertTrue(alice.does("import", "availability", file.toString(), "--circle", other)
                .contains("новых: 1"));
        assertTrue(alice.does("import", "availability", file.toString(), "--circle", other)
                .contains("без изменений: 1"));
    }

    @Test
    @Order(101)
    void aSchoolLeavesWithAllItsRecordsOrStays() throws Exception {
        String other = second(alice).get("id").asString();
        Path ours = folder.resolve("ours");
        Files.createDirectory(folder.resolve("there"));

        CliScene refused = alice.run(
                "circle",
                "leave",
                "--circle",
                other,
                "--export",
                folder.resolve("there").toString());
        JsonNode left = json(alice, "circle", "leave", "--circle", other, "--export", ours.toString());

        assertEquals(1, refused.exitCode());
        assertTrue(refused.err().contains("больше ничего не изменилось"), refused.err());
        assertEquals(other, left.get("circle").asString());
        assertEquals(1, left.get("records").get("resources").asInt());
        assertEquals(2, left.get("records").get("availability").asInt(), "one in each circle");
        assertTrue(Files.readString(ours.resolve("other.jsonl")).contains("\"kind\":\"school\""));
        assertTrue(importAgain("resources", ours.resolve("resources.jsonl"), "")
                .contains("изменённых: 0, без изменений: 1"));
        assertTrue(importAgain("availability", ours.resolve("availability-" + other.substring(0, 8) + ".jsonl"), other)
                .contains("Новых: 0, изменённых: 0, без изменений: 1"));
    }

    private static JsonNode second(NodeScene node) {
        JsonNode circles = json(node, "circle", "show");
        return circles.get(0).get("name").asString().equals("Второй круг") ? circles.get(0) : circles.get(1);
    }

    private String importAgain(String kind, Path file, String circle) {
        return alice.does("import", kind, file.toString(), "--dry-run", "--circle", circle);
    }

    private static String fit(NodeScene node) {
        JsonNode offers = json(node, "resource", "find", "--kind", "digital_lab_chemistry", "--when", "2026-03-12#4");
        return offers.isEmpty() ? "" : offers.get(0).get("fit").asString();
    }

    private static JsonNode json(NodeScene node, String... args) {
        String[] all = java.util.Arrays.copyOf(args, args.length + 1);
        all[args.length] = "--json";
        return JsonMapper.shared().readTree(node.does(all));
    }
}
