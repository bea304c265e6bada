// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.gorizont.node.LivingNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * How long it takes from the package to a practice that another school finds, with nothing but the pages in a browser. Takes
 * {@code -Dgorizont.archive=FILE}, the Linux archive, which is unpacked and run; or {@code -Dgorizont.page=ADDRESS}, where a
 * first start waits already, with its code. Prints the seconds of each step. By its name no build runs it by itself: it
 * measures what must have been packed before.
 */
final class WizardStopwatch {
    /** Of the whole way from an archive, by issue and by {@code docs/install.md}. */
    private static final Duration LIMIT = Duration.ofSeconds(60);

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    /** The same for a browser. */
    private static final double MILLIS = 120_000;

    /** Between two searches, as somebody who presses the button again. */
    private static final double LOOK_AGAIN_MILLIS = 250;

    private static final String PASSWORD = "сосна ветер снег";
    private static final String PRACTICE = "Микроскопы у ручья";

    private final Laps laps = new Laps();

    @Test
    void fromThePackageToAPracticeThatAnotherSchoolFinds(@TempDir Path folder) throws Exception {
        Optional<Path> archive =
                Optional.ofNullable(System.getProperty("gorizont.archive")).map(Path::of);
        Optional<URI> waiting =
                Optional.ofNullable(System.getProperty("gorizont.page")).map(URI::create);
        assertTrue(
                archive.isPresent() != waiting.isPresent(),
                "one of -Dgorizont.archive=FILE and -Dgorizont.page=ADDRESS is needed");
        try (Chromium chromium = Chromium.launch();
                LivingNode neighbour = LivingNode.born(folder.resolve("соседка"))) {
            String code = neighbour.invite(neighbour.found());
            if (archive.isPresent()) {
                laps.begin();
                try (UnpackedNode node = UnpackedNode.unpack(archive.get(), folder.resolve("Школа № 7"))) {
                    laps.end("unpack the archive");
                    URI page = node.start(PATIENCE);
                    laps.end("start the program, with the file for quick starts");
                    setUpAndPublish(chromium, page, code);
                    searchAtTheNeighbour(chromium, neighbour);
                }
                Duration all = laps.total();
                assertTrue(all.compareTo(LIMIT) <= 0, all + " is more than " + LIMIT);
            } else {
                laps.begin();
                setUpAndPublish(chromium, waiting.orElseThrow(), code);
                searchAtTheNeighbour(chromium, neighbour);
                laps.total();
            }
        }
    }

    private void setUpAndPublish(Chromium chromium, URI page, String code) {
        try (Visit visit = Visit.of(chromium, page.resolve("/"), 1366, 768)) {
            visit.open(page.toString());
            press(visit, "Начать");
            typeTheSchool(visit);
            laps.end("language, school, centre");
            readTheSheetBack(visit);
            laps.end("recovery sheet, and the node starts");
            makeTheAccount(visit);
            press(visit, "Опубликовать");
            visit.page().waitForURL("**/begin/network");
            laps.end("first account, cards published");
            join(visit, code);
            laps.end("joined a network by its code");
            press(visit, "Дальше");
            visit.page().waitForURL("**/begin/backup");
            press(visit, "Позже");
            visit.page().waitForURL("**/begin/done");
            press(visit, "Закончить");
            visit.page().waitForURL(address -> URI.create(address).getPath().equals("/"));
            laps.end("the last pages");
            publishAPractice(visit);
            laps.end("a practice published");
        }
    }

    private static void typeTheSchool(Visit visit) {
        visit.page().waitForURL("**/begin/school");
        fill(visit, "f-shortName", "Школа № 7");
        fill(visit, "f-settlement", "Самара");
        press(visit, "Дальше");
        visit.page().waitForURL("**/begin/centre");
        visit.page().locator("input[name='f.profiles']").first().check();
        press(visit, "Дальше");
        visit.page().waitForURL("**/begin/sheet");
    }

    private static void readTheSheetBack(Visit visit) {
        assertThat(visit.page().locator(".secret code")).hasCount(4);
        List<String> lines = visit.page().locator(".secret code").allInnerTexts();
        visit.page().getByRole(AriaRole.LINK, named("Лист на бумаге, дальше")).click();
        visit.page().waitForURL("**/begin/check");
        String label = visit.page().locator("label[for=line]").innerText();
        fill(visit, "line", lines.get(Integer.parseInt(label.replaceAll("[^0-9]", "")) - 1));
        press(visit, "Проверить и завести школу");
        assertThat(visit.page().locator("#new-password"))
                .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(MILLIS));
        visit.tolerateConsole("ERR_CONNECTION");
        visit.tolerateConsole("htmx:");
    }

    private static void makeTheAccount(Visit visit) {
        fill(visit, "name", "Завуч школы");
        fill(visit, "login", "zavuch");
        fill(visit, "new-password", PASSWORD);
        fill(visit, "again", PASSWORD);
        press(visit, "Создать и войти");
        visit.page().waitForURL("**/begin/publish");
    }

    private static void join(Visit visit, String code) {
        fill(visit, "code", code);
        press(visit, "Посмотреть, что за код");
        press(visit, "Вступить");
        assertThat(visit.page().locator(".done"))
                .containsText("Готово: школа в сети", new LocatorAssertions.ContainsTextOptions().setTimeout(MILLIS));
    }

    private static void publishAPractice(Visit visit) {
        visit.open("/desk");
        press(visit, "Новая практика");
        fill(visit, "f-title", PRACTICE);
        press(visit, "Посмотреть, как увидят");
        visit.page().getByText("К публикации").click();
        press(visit, "Опубликовать 1 черновик");
        assertThat(visit.page().locator(".done")).containsText("Опубликована 1 запись");
    }

    private void searchAtTheNeighbour(Chromium chromium, LivingNode neighbour) throws IOException {
        URI pages = URI.create(neighbour.status().getWebUrl());
        try (Visit visit = Visit.of(chromium, pages, 1366, 768)) {
            String search = "/search?q=" + URLEncoder.encode("микроскоп ручей", StandardCharsets.UTF_8);
            visit.open(search);
            long end = System.nanoTime() + PATIENCE.toNanos();
            while (visit.page().locator(".row h3").count() == 0 && System.nanoTime() < end) {
                visit.page().waitForTimeout(LOOK_AGAIN_MILLIS);
                visit.open(search);
            }
            assertEquals(PRACTICE, visit.page().locator(".row h3").first().innerText());
            assertThat(visit.page().locator(".row").first()).containsText("Школа № 7");
            laps.end("found by a search at the other school's node");
        }
    }

    private static void fill(Visit visit, String field, String text) {
        visit.page().locator("#" + field).fill(text);
    }

    private static void press(Visit visit, String button) {
        visit.page().getByRole(AriaRole.BUTTON, named(button)).first().click();
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name);
    }
}
