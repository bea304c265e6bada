// SPDX-License-Identifier: Apache-2.0
package org.gorizont.cli.packaging;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipInputStream;
import org.gorizont.cli.text.Failure;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

final class ContentsTest {
    private static final String[] RUNTIME = {
        "jre/bin/java.exe=MZ", "jre/release=JAVA_VERSION=\"25.0.3\"\nOS_NAME=\"Windows\"\nOS_ARCH=\"x86_64\"\n",
        "jre/lib/modules", "jre/jmods/java.base.jmod"
    };

    private Checkout checkout;
    private Path folder;

    @BeforeEach
    void make(@TempDir Path temporary) throws IOException {
        folder = temporary;
        checkout = new Checkout(temporary.resolve("исходные тексты"));
    }

    @Test
    void everyJarLiesOnceWithThePartThatNeedsIt() throws IOException {
        assertEquals(
                List.of(
                        "lib/command/admin-cli-0.3.0.jar",
                        "lib/common/grpc-api-1.0.jar",
                        "lib/node/node-0.3.0.jar",
                        "lib/node/rocksdbjni-1.0.jar",
                        "lib/simulations/simulations-0.3.0.jar"),
                List.copyOf(checkout.sources().libraries().keySet()));
    }

    @Test
    void portableHasAllNativesAndTheOthersOne() throws IOException {
        assertEquals(4, entries(checkout.contents().portable()).size());
        assertEquals(
                List.of("b.class", Natives.LINUX), entries(checkout.contents().linux(javaFolder())));
        assertEquals(
                List.of("b.class", Natives.WINDOWS), entries(checkout.contents().windows(windows())));
    }

    @Test
    void launchersAreForTheSystemOfThePackage() throws IOException {
        Tree portable = checkout.contents().portable();
        Tree linux = checkout.contents().linux(javaFolder());

        assertTrue(portable.item("gorizont").executable());
        assertTrue(portable.items().containsKey("gorizont.cmd"));
        assertTrue(linux.item("gorizont").executable());
        assertTrue(linux.item("runtime/bin/java").executable());
        assertFalse(linux.item("runtime/release").executable());
        assertFalse(linux.items().containsKey("gorizont.cmd"));
        assertFalse(checkout.contents().windows(windows()).items().containsKey("gorizont"));
        assertTrue(text(portable, "README.ru.txt").startsWith("Горизонт 0.3.0"));
    }

    @Test
    void windowsHasOnlyItsLineEndsAndNamesItsCodePageFirst() throws IOException {
        Tree tree = checkout.contents().windows(windows());

        for (String name : tree.items().keySet()) {
            if (name.endsWith(".cmd")) {
                String script = text(tree, name);
                assertEquals(lines(script, "\r\n"), lines(script, "\n"), name);
                assertTrue(script.startsWith("@echo off\r\n"), name);
                int firstRussian = first(script, "\\p{IsCyrillic}");
                assertTrue(firstRussian < 0 || script.indexOf("chcp 65001") < firstRussian, name);
            }
        }
        assertTrue(text(tree, "ПРОЧТИ.txt").startsWith("\ufeffГоризонт"));
    }

    @Test
    void noPathOfAPersonStandsOutsideQuotesInScriptsForWindows() throws IOException {
        Tree tree = checkout.contents().windows(windows());
        Pattern path = Pattern.compile("%(~dp0|home|java|GORIZONT_DATA|JAVA_HOME|LOCALAPPDATA)%?");

        for (String name : tree.items().keySet()) {
            if (name.endsWith(".cmd")) {
                for (String line : text(tree, name).split("\r\n")) {
                    // Quotes inside quotes are written \" and stay quotes for the interpreter.
                    for (Matcher found = path.matcher(line); found.find(); ) {
                        long quotes = line.substring(0, found.start())
                                .chars()
                                .filter(c -> c == '"')
                                .count();
                        assertTrue(quotes % 2 == 1 || line.contains("\\\"" + found.group()), name + ": " + line);
                    }
                }
            }
        }
    }

    @Test
    void windowsScriptsCallWhatIsThere() throws IOException {
        Tree tree = checkout.contents().windows(windows());

        for (String name : tree.items().keySet()) {
            if (name.endsWith(".cmd")) {
                Matcher called = Pattern.compile("%~dp0([^\"\\\\]+)").matcher(text(tree, name));
                while (called.find()) {
                    String target = called.group(1);
                    assertTrue(
                            target.equals(".")
                                    || tree.items().keySet().stream()
                                            .anyMatch(file -> file.equals(target) || file.startsWith(target + "/")),
                            name + ": " + target);
                }
            }
        }
    }

    @Test
    void whatIsNoJavaForWindowsIsRefused() throws IOException {
        String release = "release=JAVA_VERSION=\"25\"\nOS_NAME=\"Windows\"\nOS_ARCH=\"x86_64\"\n";
        for (String[] entries : List.of(
                new String[] {"bin/java", release},
                new String[] {"bin/java.exe=ELF", release},
                new String[] {"bin/java.exe=MZ"},
                new String[] {"bin/java.exe=MZ", release.replace("25", "21.0.4")},
                new String[] {"bin/java.exe=MZ", release.replace("Windows", "Linux")},
                new String[] {"bin/java.exe=MZ", release.replace("x86_64", "aarch64")},
                new String[] {"bin/java.exe=MZ", release, "../evil"})) {
            Path zip = folder.resolve("other.zip");
            Checkout.zip(zip, entries);

            Failure failure = assertThrows(Failure.class, () -> WindowsRuntime.read(zip), () -> entries[0]);
            assertEquals("not-a-windows-runtime", failure.code());
        }
        Files.writeString(folder.resolve("no.zip"), "no archive");
        assertThrows(Failure.class, () -> WindowsRuntime.read(folder.resolve("no.zip")));
        assertEquals(
                "no-file",
                assertThrows(Failure.class, () -> WindowsRuntime.read(folder.resolve("absent.zip")))
                        .code());
    }

    @Test
    void javaForWindowsLosesItsFolderAndWhatNodesDoNotNeed() throws IOException {
        assertEquals(
                List.of("bin/java.exe", "lib/modules", "release"),
                List.copyOf(windows().items().keySet()));
    }

    @Test
    void debianFilesLieWhereTheUnitAndTheCommandLookForThem() throws IOException {
        DebianPackage deb = new DebianPackage(checkout.sources(), Checkout.EPOCH);
        Tree tree = deb.installed(checkout.contents().installed(javaFolder()));
        String unit = text(tree, "usr/lib/systemd/system/gorizont.service");
        String command = text(tree, "usr/bin/gorizont");

        assertEquals("gorizont_0.3.0_amd64.deb", deb.fileName());
        assertEquals("0.3.0~SNAPSHOT", DebianPackage.version("0.3.0-SNAPSHOT"));
        assertTrue(tree.item("usr/lib/gorizont/gorizont").executable());
        assertTrue(unit.contains("ExecStart=/usr/lib/gorizont/gorizont run --background\n"));
        assertTrue(command.contains("program=/usr/lib/gorizont/gorizont\n"));
        for (String line : List.of(
                "NoNewPrivileges=yes",
                "ProtectSystem=strict",
                "PrivateTmp=yes",
                "StateDirectory=gorizont",
                "MemoryMax=768M",
                "Restart=on-failure")) {
            assertTrue(unit.contains("\n" + line + "\n"), line);
        }
    }

    @Test
    void versionComesFromTheBuildUnlessAnotherIsAskedFor() throws IOException {
        assertEquals("0.3.0", checkout.sources().version());
        assertEquals("1.0", Sources.of(checkout.home(), Optional.of("1.0")).version());
        assertThrows(Failure.class, () -> Sources.of(folder, Optional.empty()));
    }

    @Test
    void listOfContentsNamesEveryJarWithItsHash() throws IOException {
        Files.createDirectories(checkout.home().resolve("target"));
        Files.writeString(checkout.home().resolve("target/bom.json"), """
            {"components":[{"group":"io.grpc","name":"grpc-api","version":"1.0","purl":"pkg:maven/io.grpc/grpc-api@1.0",
             "licenses":[{"license":{"id":"Apache-2.0"}}]}]}\
            """);

        byte[] bytes = new Sbom(checkout.sources()).bytes();
        JsonNode components = JsonMapper.shared().readTree(bytes).path("components");

        assertArrayEquals(bytes, new Sbom(checkout.sources()).bytes());
        assertEquals(5, components.size());
        JsonNode grpc = components.get(1);
        assertEquals("grpc-api", grpc.path("name").asString());
        assertEquals("1.0", grpc.path("version").asString());
        assertEquals(
                "Apache-2.0",
                grpc.path("licenses").get(0).path("license").path("id").asString());
        assertEquals(64, grpc.path("hashes").get(0).path("content").asString().length());
        assertEquals("rocksdbjni", components.get(3).path("name").asString());
    }

    @Test
    void checksumsAreInTheFormOfSha256sum() throws IOException {
        Path file = Files.writeString(folder.resolve("a.zip"), "abc");

        Sums.write(folder, List.of(file));

        assertEquals(
                "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad  a.zip\n",
                Files.readString(folder.resolve("SHA256SUMS")));
    }

    private Tree windows() throws IOException {
        Path zip = folder.resolve("windows.zip");
        Checkout.zip(zip, RUNTIME);
        return WindowsRuntime.read(zip);
    }

    private Path javaFolder() throws IOException {
        Path java = folder.resolve("java");
        Files.createDirectories(java.resolve("bin"));
        Files.writeString(java.resolve("release"), "");
        Path program = Files.writeString(java.resolve("bin/java"), "");
        assertTrue(program.toFile().setExecutable(true));
        return java;
    }

    private static List<String> entries(Tree tree) throws IOException {
        List<String> names = new ArrayList<>();
        byte[] jar = tree.item("lib/node/rocksdbjni-1.0.jar").source().bytes();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(jar))) {
            for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                names.add(entry.getName());
            }
        }
        return names;
    }

    private static String text(Tree tree, String name) throws IOException {
        return new String(tree.item(name).source().bytes(), StandardCharsets.UTF_8);
    }

    private static int lines(String text, String end) {
        return text.split(end, -1).length;
    }

    private static int first(String text, String pattern) {
        Matcher found = Pattern.compile(pattern).matcher(text);
        return found.find() ? found.start() : -1;
    }
}
