// SPDX-License-Identifier: Apache-2.0
package org.gorizont.cli.support;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.gorizont.protocol.wire.v1.AdminWire.FindingState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Canaries are everywhere in the data directory; none is in the bundle. */
final class SupportBundleTest {
    private static final String NAME = "Канарейкина Вера Птицевна";
    private static final String LATIN_NAME = "Vera Kanareikina";
    private static final String LOGIN = "kanarejka";
    private static final String PHONE = "+7 900 000-00-00";
    private static final String MAIL = "vera@kanareika.example";
    private static final String TOKEN = "7f3a9c1e5b2d48607f3a9c1e5b2d48607f3a9c1e5b2d48607f3a9c1e5b2d4860";
    private static final String CODE = "GZ1-ABCD-EFGH-1234";
    private static final String DRAFT = "Родник за околицей";
    private static final String HOST = "school5.example";
    private static final String ADDRESS = "192.0.2.77";
    private static final List<String> CANARIES = List.of(
            NAME,
            "Канарейкина",
            "Птицевна",
            LATIN_NAME,
            "Kanareikina",
            LOGIN,
            PHONE,
            "000-00",
            MAIL,
            "kanareika",
            TOKEN,
            CODE,
            DRAFT,
            "околицей",
            HOST,
            ADDRESS,
            "ivanova");

    @TempDir
    Path temp;

    @Test
    void noCanaryIsInTheBundle() throws Exception {
        Path data = dataWithCanaries();
        Path file = temp.resolve("support.zip");

        SupportBundle.gather(
                        data,
                        List.of(
                                finding("FILTER_SEEN", HOST + ":7740, " + ADDRESS + ":7740"),
                                finding("KEYS_OPEN", "/home/ivanova/.gorizont/identity/signing-0.seed"),
                                finding("BACKUP_FRESH", "3", "C:\\Users\\ivanova\\backup\\gorizont-1.gzbackup"),
                                finding("SETTINGS_WRONG", "peers.host is not host:port (" + NAME + ")")),
                        "# HELP gorizont_circles Networks\ngorizont_circles 1.0\n")
                .write(file);

        try (ZipFile zip = new ZipFile(file.toFile(), StandardCharsets.UTF_8)) {
            List<? extends ZipEntry> entries = Collections.list(zip.entries());
            assertEquals(
                    List.of(
                            "doctor.json",
                            "log.txt",
                            "metrics.txt",
                            "printed.txt",
                            "settings.txt",
                            "sizes.txt",
                            "system.txt"),
                    entries.stream().map(ZipEntry::getName).toList());
            for (ZipEntry entry : entries) {
                String text = text(zip, entry);
                for (String canary : CANARIES) {
                    assertFalse(
                            text.toLowerCase(Locale.ROOT).contains(canary.toLowerCase(Locale.ROOT)),
                            canary + " in " + entry.getName() + ":\n" + text);
                }
            }
        }
        assertThrows(FileAlreadyExistsException.class, () -> new SupportBundle(List.of()).write(file));
    }

    /** A bundle of nothing names nobody either, and helps nobody. */
    @Test
    void whatHelpsIsInTheBundle() throws Exception {
        Path file = temp.resolve("support.zip");
        SupportBundle.gather(
                        dataWithCanaries(),
                        List.of(finding("PORT_TAKEN", "web", "7741", "java (4711)")),
                        "gorizont_circles 1.0\n")
                .write(file);

        try (ZipFile zip = new ZipFile(file.toFile(), StandardCharsets.UTF_8)) {
            assertTrue(text(zip, zip.getEntry("doctor.json")).contains("\"7741\", \"java (4711)\""));
            assertEquals(
                    List.of("[peers]", "port = 7740", "endpoints = <set>", "proxy = <set>", "[web]", "enabled = true"),
                    text(zip, zip.getEntry("settings.txt")).lines().toList());
            String log = text(zip, zip.getEntry("log.txt"));
            assertTrue(log.contains("2026-11-23 03:28:12 WARN Wiper: next attempt in 10 min: No space left on device"));
            assertTrue(log.contains("java.lang.IllegalStateException: seq 7 twice"), log);
            assertTrue(text(zip, zip.getEntry("sizes.txt")).contains("desk/ 1 files, "));
            assertTrue(text(zip, zip.getEntry("metrics.txt")).contains("gorizont_circles 1.0"));
        }
    }

    @Test
    void everySettingOfTheNodeIsKnown() throws Exception {
        Path home = Path.of(System.getProperty("gorizont.home", "."));
        String written = Files.readString(home.resolve("node/src/main/java/org/gorizont/node/config/ConfigText.java"));

        Set<String> keys = Pattern.compile("(?m)^ +([a-z_]+) = [\\[\"%]|\"(?:# )?([a-z_]+) = ")
                .matcher(written)
                .results()
                .map(key -> key.group(1) == null ? key.group(2) : key.group(1))
                .collect(Collectors.toSet());

        assertEquals(MaskedSettings.KEYS, keys);
    }

    @Test
    void onlyTheLastLinesOfALongLogGoIn() throws Exception {
        Path log = temp.resolve("gorizont.log");
        Files.writeString(log, "2026-11-23 03:28:12 WARN Wiper: next attempt\n".repeat(20_000));

        List<String> lines = new LogTail(new Redaction(List.of())).of(log);

        assertEquals(LogTail.LINES, lines.size());
        assertEquals("2026-11-23 03:28:12 WARN Wiper: next attempt", lines.getFirst());
    }

    private Path dataWithCanaries() throws Exception {
        Path data = Files.createDirectory(temp.resolve("data"));
        for (String folder : List.of("identity", "desk", "drafts", "history", "log", "store")) {
            Files.createDirectory(data.resolve(folder));
        }
        Files.writeString(data.resolve("identity/signing-0.seed"), TOKEN);
        Files.writeString(data.resolve("admin.token"), TOKEN);
        Files.writeString(data.resolve("relay.token"), TOKEN);
        Files.writeString(
                data.resolve("accounts.json"),
                "{\"accounts\":[{\"login\":\"" + LOGIN + "\",\"name\":\"" + LATIN_NAME + "\"},{\"login\":\"zavuch\","
                        + "\"name\" : \"" + NAME + "\"}]}");
        Files.writeString(data.resolve("desk/" + LOGIN + ".json"), DRAFT);
        Files.writeString(data.resolve("drafts/1"), DRAFT);
        Files.writeString(data.resolve("history/1"), NAME + LOGIN);
        Files.writeString(data.resolve("gorizont.toml"), """
                # Звонить: %s, %s
                [peers]
                port = 7740  # %s
                endpoints = ["%s:7740"]
                proxy = "vera:%s@%s:3128"
                %s = 1
                [web]
                enabled = true
                [%s]
                """.formatted(
                        NAME, PHONE, MAIL, HOST, TOKEN, ADDRESS, LOGIN + "x", LATIN_NAME));
        Files.writeString(data.resolve("log/gorizont.log"), """
                2026-11-23 03:28:12 WARN Wiper: next attempt in 10 min: No space left on device
                2026-11-23 03:28:13 ERROR WebPages: A page could not be shown: /desk/%s
                java.lang.IllegalStateException: seq 7 twice
                \tat org.gorizont.node.Some.where(Some.java:7)
                java.lang.IllegalArgumentException: "%s" by %s (%s), %s, %s
                2026-11-23 03:28:14 WARN Links: %s:7740 or %s said %s and %s
                2026-11-23 03:28:15 WARN Links: %s of %s with %s
                """.formatted(
                        TOKEN, DRAFT, NAME, LOGIN, PHONE, MAIL, HOST, ADDRESS, CODE, TOKEN, DRAFT, LATIN_NAME, LOGIN));
        Files.writeString(
                data.resolve("node.log"),
                "ready: pages http://127.0.0.1:7741/, peer port 7740\ngorizont: no file /home/ivanova/.gorizont/x "
                        + NAME + "\n");
        return data;
    }

    private static String text(ZipFile zip, ZipEntry entry) throws Exception {
        try (InputStream in = zip.getInputStream(entry)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static FindingState finding(String what, String... values) {
        return FindingState.newBuilder()
                .setGrade("ATTENTION")
                .setWhat(what)
                .addAllValues(List.of(values))
                .build();
    }
}
