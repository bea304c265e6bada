// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Media;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.gorizont.node.LivingNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The first start in a browser, on the program as a process: from an empty folder to a school with somebody on its pages. */
final class WizardIT {
    private static final String PASSWORD = "сосна ветер снег";
    private static final LocatorAssertions.IsVisibleOptions A_WHILE =
            new LocatorAssertions.IsVisibleOptions().setTimeout(60_000);

    @Test
    void fromAnEmptyFolderToASchoolThatSaysWhatItIs(@TempDir Path folder) throws Exception {
        Path data = folder.resolve("школа");
        try (Chromium chromium = Chromium.launch()) {
            List<String> lost;
            try (Program program = Program.start(data);
                    Visit visit = Visit.of(chromium, program.root(), 1366, 768)) {
                refusesWhoeverHasNoCode(chromium, program.page());
                begin(visit, program.page());
                typeTheSchool(visit);
                typeTheCentre(visit);
                lost = sheet(visit);
                visit.screenshot("begin-sheet");
                visit.assertAccessible();
                visit.assertFitsItsWidth();
                looksGoodOnPaper(visit);
                assertNowhereOnDisk(data, lost);
                program.kill();
            }
            try (Program program = Program.start(data);
                    Visit visit = Visit.of(chromium, program.root(), 390, 844)) {
                visit.open(program.page().toString());
                visit.page().waitForURL("**/begin/sheet");
                assertThat(visit.page().locator("main")).containsText("Тот лист ничего не откроет");
                assertNotEquals(lost, sheet(visit));
                visit.screenshot("begin-sheet-phone");
                visit.assertFitsItsWidth();
                goesBackAndFindsWhatWasTyped(visit);
                List<String> lines = sheet(visit);
                readBack(visit, lines);
                makeTheAccount(visit);
                publish(visit);
                try (LivingNode neighbour = LivingNode.born(folder.resolve("соседка"))) {
                    joinsANetwork(visit, neighbour.invite(neighbour.found()));
                }
                foundANetwork(visit);
                choosesAPlaceForBackups(visit, data, folder.resolve("копии"));
                readsTheLastPage(visit, data);
                seesTheSchool(visit);
                assertNowhereOnDisk(data, lines);
                assertFalse(Files.exists(data.resolve("setup.page")));
            }
        }
    }

    private static void refusesWhoeverHasNoCode(Chromium chromium, URI page) {
        try (Visit stranger = Visit.of(chromium, page.resolve("/"), 1366, 768)) {
            stranger.open("/");
            stranger.page().waitForURL("**/begin");
            stranger.page().locator("#code").fill("2222-2222-2222");
            stranger.page().keyboard().press("Enter");
            stranger.expectConsole("401");
            assertThat(stranger.page().locator("main")).containsText("Код не подошёл");
            stranger.screenshot("begin-code");
            stranger.assertAccessible();
            stranger.open("/begin/sheet");
            stranger.expectConsole("401");
            assertThat(stranger.page().locator(".secret")).hasCount(0);
        }
    }

    private static void begin(Visit visit, URI page) {
        visit.open(page.toString());
        visit.page().waitForURL("**/begin/language");
        visit.screenshot("begin-language");
        visit.assertAccessible();
        visit.page().getByRole(AriaRole.LINK, named("English")).first().click();
        assertThat(visit.page().locator("h1")).containsText("Hello");
        visit.page().getByRole(AriaRole.LINK, named("Русский")).first().click();
        visit.open("/begin/sheet");
        visit.page().waitForURL("**/begin/language");
        press(visit, "Начать");
        visit.page().waitForURL("**/begin/school");
    }

    private static void typeTheSchool(Visit visit) {
        press(visit, "Дальше");
        visit.expectConsole("422");
        assertThat(visit.page().locator(".summary")).containsText("Короткое название");
        visit.screenshot("begin-school-unfit");
        visit.assertAccessible();
        fill(visit, "f-shortName", "СОШ № 7 <b>");
        fill(visit, "f-settlement", "самара");
        fill(visit, "f-officePhone", "+7 846 000-00-00");
        visit.screenshot("begin-school");
        press(visit, "Дальше");
        visit.page().waitForURL("**/begin/centre");
        visit.page().getByRole(AriaRole.LINK, named("Назад")).click();
        visit.page().waitForURL("**/begin/school");
        assertEquals("СОШ № 7 <b>", visit.page().locator("#f-shortName").inputValue());
        assertEquals("Самарская область", visit.page().locator("#f-region").inputValue());
        assertEquals("53.20", visit.page().locator("#f-latitude").inputValue());
        fill(visit, "f-shortName", "СОШ № 7");
        press(visit, "Дальше");
        visit.page().waitForURL("**/begin/centre");
    }

    private static void typeTheCentre(Visit visit) {
        visit.screenshot("begin-centre");
        visit.assertAccessible();
        visit.page().locator("input[name='f.profiles']").first().check();
        fill(visit, "f-openedYear", "2021");
        press(visit, "Дальше");
        visit.page().waitForURL("**/begin/sheet");
    }

    private static void looksGoodOnPaper(Visit visit) {
        visit.page().emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        assertThat(visit.page().locator(".secret")).isVisible();
        assertThat(visit.page().locator(".qr")).isVisible();
        assertThat(visit.page().getByText("Храните в сейфе.")).isVisible();
        assertThat(visit.page().locator("#print")).isHidden();
        visit.screenshot("begin-sheet-paper");
        visit.page().emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN));
    }

    private static void goesBackAndFindsWhatWasTyped(Visit visit) {
        visit.page().getByRole(AriaRole.LINK, named("Назад")).click();
        visit.page().waitForURL("**/begin/centre");
        assertTrue(visit.page().locator("input[name='f.profiles']").first().isChecked());
        press(visit, "Дальше");
        visit.page().waitForURL("**/begin/sheet");
    }

    private static void readBack(Visit visit, List<String> lines) {
        visit.page().getByRole(AriaRole.LINK, named("Лист на бумаге, дальше")).click();
        visit.page().waitForURL("**/begin/check");
        assertThat(visit.page().locator(".secret")).hasCount(0);
        String label = visit.page().locator("label[for=line]").innerText();
        int asked = Integer.parseInt(label.replaceAll("[^0-9]", "")) - 1;
        fill(visit, "line", lines.get((asked + 1) % lines.size()));
        press(visit, "Проверить и завести школу");
        visit.expectConsole("422");
        assertThat(visit.page().locator("main")).containsText("Строка не совпала");
        visit.screenshot("begin-check-phone");
        visit.assertAccessible();
        visit.assertFitsItsWidth();
        fill(visit, "line", lines.get(asked).toLowerCase(Locale.ROOT).replace(" ", ""));
        press(visit, "Проверить и завести школу");
        assertThat(visit.page().locator("#new-password")).isVisible(A_WHILE);
        visit.tolerateConsole("ERR_CONNECTION");
        visit.tolerateConsole("htmx:");
    }

    private static void makeTheAccount(Visit visit) {
        visit.screenshot("begin-account-phone");
        visit.assertAccessible();
        fill(visit, "name", "Завуч школы");
        fill(visit, "login", "zavuch");
        fill(visit, "new-password", PASSWORD);
        fill(visit, "again", "не то же самое");
        press(visit, "Создать и войти");
        visit.expectConsole("422");
        fill(visit, "new-password", PASSWORD);
        fill(visit, "again", PASSWORD);
        press(visit, "Создать и войти");
        visit.page().waitForURL("**/begin/publish");
    }

    private static void publish(Visit visit) {
        assertThat(visit.page().locator("main")).containsText("Самарская область");
        visit.screenshot("begin-publish-phone");
        visit.assertAccessible();
        visit.assertFitsItsWidth();
        visit.page().getByRole(AriaRole.LINK, named("Исправить")).first().click();
        fill(visit, "f-shortName", "СОШ № 7 имени моря");
        press(visit, "Дальше");
        visit.page().waitForURL("**/begin/publish");
        press(visit, "Опубликовать");
        visit.page().waitForURL("**/begin/network");
    }

    private static void joinsANetwork(Visit visit, String code) {
        visit.screenshot("begin-network-phone");
        visit.assertAccessible();
        visit.assertFitsItsWidth();
        fill(visit, "code", " " + code.substring(0, 20) + "\n" + code.substring(20) + ". ");
        press(visit, "Посмотреть, что за код");
        assertThat(visit.page().locator("main")).containsText("Что будет видно");
        visit.screenshot("begin-join-phone");
        visit.assertAccessible();
        visit.assertFitsItsWidth();
        press(visit, "Вступить");
        assertThat(visit.page().locator(".done"))
                .containsText("Готово: школа в сети", new LocatorAssertions.ContainsTextOptions().setTimeout(60_000));
        visit.screenshot("begin-joining-phone");
        visit.assertAccessible();
        visit.page().getByRole(AriaRole.LINK, named("Назад")).click();
        assertThat(visit.page().locator(".done")).containsText("Горизонт");
    }

    private static void foundANetwork(Visit visit) {
        fill(visit, "code", "GZ1-не код");
        press(visit, "Посмотреть, что за код");
        visit.expectConsole("422");
        assertThat(visit.page().locator("main")).containsText("Это не код приглашения");
        assertEquals("GZ1-не код", visit.page().locator("#code").inputValue());
        fill(visit, "name", "Школы Заречного района");
        press(visit, "Создать сеть");
        assertThat(visit.page().locator(".done")).containsText("Школы Заречного района");
        press(visit, "Дальше");
        visit.page().waitForURL("**/begin/backup");
    }

    private static void choosesAPlaceForBackups(Visit visit, Path data, Path place) throws IOException {
        visit.screenshot("begin-backup-phone");
        visit.assertAccessible();
        visit.assertFitsItsWidth();
        fill(visit, "folder", "копии");
        press(visit, "Сделать копию");
        visit.expectConsole("422");
        assertThat(visit.page().locator(".refused")).containsText("полностью");
        fill(visit, "folder", place.toString());
        press(visit, "Сделать копию");
        visit.expectConsole("422");
        assertThat(visit.page().locator(".refused")).containsText("Такой папки нет");
        Files.createDirectory(place);
        press(visit, "Сделать копию");
        visit.page().waitForURL("**/begin/done");
        try (Stream<Path> made = Files.list(place)) {
            assertEquals(1, made.count());
        }
        assertTrue(Files.readString(data.resolve("gorizont.toml")).contains("folder = '" + place + "'"));
    }

    private static void readsTheLastPage(Visit visit, Path data) {
        for (String part : List.of(
                "Карточка школы опубликована",
                "Каждую ночь делается копия",
                "Школы Заречного района",
                "Если на связи никого",
                "порт 443",
                "посылкой")) {
            assertThat(visit.page().locator("main")).containsText(part);
        }
        visit.screenshot("begin-done-phone");
        visit.assertAccessible();
        visit.assertFitsItsWidth();
        visit.page().setViewportSize(1366, 768);
        visit.screenshot("begin-done");
        visit.open("/begin/network").screenshot("begin-network");
        visit.assertFitsItsWidth();
        visit.open("/begin/done");
        press(visit, "Закончить");
        visit.page().waitForURL(address -> URI.create(address).getPath().equals("/"));
        assertFalse(Files.exists(data.resolve("setup")));
    }

    private static void seesTheSchool(Visit visit) {
        visit.open("/schools");
        visit.page()
                .getByRole(AriaRole.LINK, named("СОШ № 7 имени моря"))
                .first()
                .click();
        assertThat(visit.page().locator("main")).containsText("Точка роста");
        assertThat(visit.page().locator("main")).containsText("2021");
    }

    private static List<String> sheet(Visit visit) {
        assertThat(visit.page().locator(".secret li")).hasCount(4);
        return visit.page().locator(".secret code").allInnerTexts();
    }

    private static void assertNowhereOnDisk(Path data, List<String> lines) throws IOException {
        try (Stream<Path> files = Files.walk(data)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String text = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
                for (String line : lines) {
                    assertFalse(text.contains(line), file.toString());
                    assertFalse(text.contains(line.replace(" ", "")), file.toString());
                }
            }
        }
    }

    private static void fill(Visit visit, String field, String text) {
        if (!visit.page().locator("#" + field).isVisible()) {
            visit.page().locator("summary").last().click();
        }
        visit.page().locator("#" + field).fill(text);
    }

    private static void press(Visit visit, String button) {
        visit.page().getByRole(AriaRole.BUTTON, named(button)).click();
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name);
    }

    /** The program of a node as a process of its own. */
    private record Program(Process process, URI page) implements AutoCloseable {
        static Program start(Path data) throws IOException {
            Files.createDirectories(data);
            Path settings = data.resolve("gorizont.toml");
            if (!Files.exists(settings)) {
                Files.writeString(settings, """
                        [peers]
                        host = "127.0.0.1"
                        port = 0
                        allow_loopback_addresses = true
                        [web]
                        port = 0
                        """);
            }
            Files.deleteIfExists(data.resolve("setup.page"));
            Process process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-XX:+UseSerialGC",
                            "-XX:TieredStopAtLevel=1",
                            "--enable-native-access=ALL-UNNAMED",
                            "-cp",
                            System.getProperty("java.class.path"),
                            "org.gorizont.node.NodeMain",
                            "--data",
                            data.toString())
                    .redirectErrorStream(true)
                    .redirectOutput(Path.of("target", "wizard.log").toFile())
                    .start();
            await().atMost(Duration.ofMinutes(1))
                    .until(() -> Files.exists(data.resolve("setup.page")) || !process.isAlive());
            assertTrue(process.isAlive(), () -> {
                try {
                    return Files.readString(Path.of("target", "wizard.log"));
                } catch (IOException e) {
                    return e.toString();
                }
            });
            List<String> said = Files.readAllLines(data.resolve("setup.page"));
            assertEquals(Long.toString(process.pid()), said.get(1));
            return new Program(process, URI.create(said.getFirst()));
        }

        URI root() {
            return page.resolve("/");
        }

        void kill() throws InterruptedException {
            process.destroyForcibly().waitFor();
        }

        @Override
        public void close() {
            process.destroy();
            try {
                if (!process.waitFor(30, TimeUnit.SECONDS)) {
                    process.destroyForcibly();
                }
            } catch (InterruptedException _) {
                process.destroyForcibly();
                Thread.currentThread().interrupt();
            }
        }
    }
}
