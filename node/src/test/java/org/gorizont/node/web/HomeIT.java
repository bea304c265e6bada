// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Cookie;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.gorizont.node.accounts.Role;
import org.gorizont.node.web.page.BackupState;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** «Главная» and the help, in a browser. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class HomeIT {
    private static final BackupState LAST_NIGHT = new BackupState(true, Optional.of(SampleNetwork.LAST_NIGHT), false);

    private Chromium chromium;
    private SampleNetwork network = new SampleNetwork();

    @BeforeAll
    void launch() throws Exception {
        chromium = Chromium.launch();
    }

    @AfterEach
    void stop() {
        network.close();
    }

    @AfterAll
    void close() {
        chromium.close();
    }

    @Test
    void eachRoleSeesWhatWaitsForItAndNothingElse(@TempDir Path data) throws Exception {
        network = SampleNetwork.ofFour();
        WebPages pages = start(data);
        network.upkeep().say(new BackupState(true, Optional.empty(), false), 5);
        try (Visit teacher = as(pages, Role.TEACHER, true);
                Visit deputy = as(pages, Role.DEPUTY, false);
                Visit administrator = as(pages, Role.ADMINISTRATOR, false);
                Visit guest = as(pages, Role.GUEST, true)) {
            teacher.open("/desk");
            press(teacher, "Новая практика");
            fill(teacher, "title", "Вода из колодца");
            press(teacher, "Отдать на публикацию");
            teacher.open("/desk");
            press(teacher, "Новая практика");
            fill(teacher, "title", "Недописанная");
            press(teacher, "Сохранить");
            assertThat(teacher.page().locator("#saved")).containsText("Сохранено в");

            assertEquals(List.of("1 ваш черновик не дописан."), duties(teacher.open("/")));
            assertLooksWell(teacher, "home-teacher-phone");
            assertEquals(
                    List.of("1 предложение сети ждёт голоса нашей школы.", "1 черновик отдан на публикацию."),
                    duties(deputy.open("/")));
            assertLooksWell(deputy, "home-deputy-pc");
            assertEquals(
                    List.of(
                            "Папка для резервных копий указана, но ни одной копии ещё нет.",
                            "5 публикаций не удались и отложены.",
                            "7 кодов для первого входа ещё не использованы."),
                    duties(administrator.open("/")));
            assertLooksWell(administrator, "home-administrator-pc");
            administrator.assertAccessible();
            assertEquals(List.of(), duties(guest.open("/")));
            assertThat(guest.page().locator("main")).containsText("Сейчас вас ничего не ждёт.");
            assertLooksWell(guest, "home-guest-phone");

            deputy.page().getByText("Проверить и опубликовать").click();
            assertThat(deputy.page().locator("h1")).hasText("Публикация");
            network.upkeep().say(LAST_NIGHT, 0);
            assertEquals(List.of("7 кодов для первого входа ещё не использованы."), duties(administrator.open("/")));
            network.upkeep()
                    .say(new BackupState(true, Optional.of(SampleNetwork.NOW.minus(Duration.ofDays(5))), false), 0);
            administrator.open("/").page().getByText("Сделать копию").click();
            assertThat(administrator.page().locator("#резервные-копии")).isVisible();
        }
    }

    @Test
    void whatHappenedToOnesOwnIsToldUntilItIsPutAway(@TempDir Path data) throws Exception {
        network = SampleNetwork.ofFour();
        WebPages pages = start(data);
        try (Visit teacher = as(pages, Role.TEACHER, true);
                Visit deputy = as(pages, Role.DEPUTY, false)) {
            writes(teacher, "Вода");
            writes(teacher, "Снег <b>");
            begins(deputy, "Своё");
            press(deputy, "Сохранить");
            assertThat(deputy.page().locator("#saved")).containsText("Сохранено в");
            deputy.open("/desk/publish");
            press(deputy, "Опубликовать 3 черновика");
            assertThat(deputy.page().locator(".done")).containsText("Опубликованы 3 записи");
            assertThat(deputy.open("/").page().locator(".notices")).hasCount(0);

            Locator told = teacher.open("/").page().locator(".notices li");
            assertThat(told).hasCount(2);
            assertThat(told.first()).containsText("» опубликован.");
            assertThat(told.first()).containsText("Имя: deputy, ");
            assertLooksWell(teacher, "home-notices-phone");
            teacher.assertAccessible();
            told.filter(new Locator.FilterOptions().setHasText("Снег <b>"))
                    .locator("button")
                    .click();
            assertThat(told).hasCount(1);
            assertThat(told).containsText("Вода");

            deputy.open("/ours?q=вода")
                    .page()
                    .getByText("Снять с показа")
                    .first()
                    .click();
            press(deputy, "Снять с показа");
            assertThat(deputy.page().locator(".done")).containsText("снята с показа");
            assertThat(teacher.open("/").page().locator(".notices"))
                    .containsText("Вашу запись «Вода» сняли с показа или стёрли.");
            press(teacher, "Прочитано всё");
            assertThat(teacher.page().locator("h1")).hasText("Главная");
            assertThat(teacher.page().locator(".notices")).hasCount(0);
            assertThat(teacher.open("/").page().locator(".notices")).hasCount(0);
        }
    }

    @Test
    void newsAreOthersNewestRecordsWithTheirWordAndDate(@TempDir Path data) throws Exception {
        network = SampleNetwork.ofFour();
        WebPages pages = start(data);
        try (Visit guest = as(pages, Role.GUEST, false)) {
            Locator rows = guest.open("/").page().locator(".row");
            assertThat(rows).hasCount(8);
            assertThat(guest.page().locator(".rows")).not().containsText("Лесная школа");
            assertThat(guest.page().locator(".rows")).containsText("по данным школы Сосновая школа № 7 на 12.03.2026");
            assertThat(guest.page().locator(".rows")).containsText("опубликовано 09.03.2026");
            guest.page().getByText("Все практики и ресурсы").click();
            assertThat(guest.page().locator("h1")).hasText("Поиск");
        }
    }

    @Test
    void aNewNodeNamesTheFirstStepsAndTicksWhatIsDone(@TempDir Path data) throws Exception {
        network = new SampleNetwork();
        WebPages pages = network.start(data);
        try (Visit anybody = Visit.phone(chromium, pages)) {
            assertEquals(7, anybody.open("/").page().locator(".steps li").count());
            assertThat(anybody.page().locator(".ticked")).hasCount(0);
            assertLooksWell(anybody, "home-empty-phone");
            anybody.assertAccessible();
            anybody.page().locator(".steps a").click();
            assertThat(anybody.page().locator("h1")).hasText("Первая учётная запись");
        }
        accounts();
        try (Visit deputy = as(pages, Role.DEPUTY, false);
                Visit guest = as(pages, Role.GUEST, false)) {
            assertEquals(List.of("Первая учётная запись"), ticked(deputy.open("/")));
            assertLooksWell(deputy, "home-empty-pc");
            press(deputy, "Описать");
            fill(deputy, "title", "Микроскопы");
            deputy.page().locator("#f-kind").selectOption("microscope");
            fill(deputy, "quantity", "12");
            press(deputy, "Сохранить");
            deputy.open("/desk/publish");
            press(deputy, "Опубликовать 1 черновик");
            assertThat(deputy.page().locator(".done")).containsText("Опубликована 1 запись");
            assertEquals(List.of("Первая учётная запись", "Первый ресурс"), ticked(deputy.open("/")));
            network.upkeep().say(LAST_NIGHT, 0);
            assertEquals(
                    List.of("Первая учётная запись", "Первый ресурс", "Папка для резервных копий"),
                    ticked(deputy.open("/")));
            assertThat(guest.open("/").page().locator(".steps")).hasCount(0);
        }
    }

    @Test
    void theHelpOfAPageOpensAtItsSectionInTheLanguageOfThePage(@TempDir Path data) throws Exception {
        network = SampleNetwork.ofFour();
        WebPages pages = start(data);
        try (Visit teacher = as(pages, Role.TEACHER, true);
                Visit stranger = Visit.desktop(chromium, pages)) {
            teacher.open("/desk").page().getByText("Помощь по этой странице").click();
            assertThat(teacher.page().locator("h1")).hasText("Руководство");
            assertThat(teacher.page().locator("#писать-на-страницах")).isInViewport();
            assertLooksWell(teacher, "help-guide-phone");
            for (String other : List.of("operating", "install", "roles")) {
                teacher.open("/help/" + other).assertFitsItsWidth();
            }
            teacher.open("/help/nothing");
            teacher.expectConsole("404");

            stranger.open("/enter?lang=en")
                    .page()
                    .getByText("Help with this page")
                    .click();
            assertThat(stranger.page().locator("#coming-in")).isInViewport();
            assertLooksWell(stranger, "help-guide-pc");
            stranger.page()
                    .locator("main a[href='/help/operating#people-on-the-node']")
                    .first()
                    .click();
            assertThat(stranger.page().locator("#people-on-the-node")).isInViewport();
        }
    }

    @Test
    void everythingOnTheFirstPageIsReachedByKeyboard(@TempDir Path data) throws Exception {
        network = new SampleNetwork();
        WebPages pages = network.start(data);
        accounts();
        try (Visit deputy = as(pages, Role.DEPUTY, false)) {
            deputy.open("/");
            int reachable = deputy.page().locator("main a, main button").count();
            assertTrue(reachable > 5, "reachable: " + reachable);
            deputy.page().keyboard().press("Tab");
            deputy.page().keyboard().press("Enter");
            for (int i = 0; i < reachable; i++) {
                deputy.page().keyboard().press("Tab");
                assertEquals(
                        i,
                        deputy.page()
                                .evaluate("[...document.querySelectorAll('main a, main button')]"
                                        + ".indexOf(document.activeElement)"));
            }
        }
    }

    private static void writes(Visit visit, String title) {
        begins(visit, title);
        press(visit, "Отдать на публикацию");
        assertThat(visit.page().locator(".done")).containsText("отдан на публикацию");
    }

    private static void begins(Visit visit, String title) {
        visit.open("/desk");
        press(visit, "Новая практика");
        fill(visit, "title", title);
        fill(visit, "problem", "Зачем");
        visit.page()
                .getByLabel("Химия", new Page.GetByLabelOptions().setExact(true))
                .check();
    }

    private WebPages start(Path data) throws Exception {
        WebPages pages = network.start(data);
        accounts();
        return pages;
    }

    private void accounts() throws Exception {
        for (Role role : Role.values()) {
            network.people().accounts().give(role.code(), "Имя: " + role.code(), Set.of(role));
        }
    }

    private Visit as(WebPages pages, Role role, boolean phone) {
        Visit visit = phone ? Visit.phone(chromium, pages) : Visit.desktop(chromium, pages);
        String account =
                network.people().accounts().withLogin(role.code()).orElseThrow().id();
        String token = network.people().sessions().begin(account);
        visit.page()
                .context()
                .addCookies(List.of(new Cookie("gorizont-" + pages.address().getPort(), token)
                        .setUrl(pages.address().toString())));
        return visit;
    }

    private static List<String> duties(Visit visit) {
        return visit.page().locator(".duties li > span").allInnerTexts();
    }

    private static List<String> ticked(Visit visit) {
        return visit.page().locator(".ticked b").allInnerTexts();
    }

    private static void assertLooksWell(Visit visit, String name) {
        visit.screenshot(name);
        visit.assertFitsItsWidth();
        assertThat(visit.page().locator("h1")).hasCount(1);
        visit.assertNothingWentWrong();
    }

    private static void fill(Visit visit, String field, String text) {
        visit.page().locator("#f-" + field).fill(text);
    }

    private static void press(Visit visit, String name) {
        visit.page()
                .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name))
                .first()
                .click();
    }
}
