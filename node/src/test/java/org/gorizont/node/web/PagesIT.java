// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.gorizont.node.readmodel.HeldEntries;
import org.gorizont.node.web.page.Links;
import org.gorizont.protocol.core.Refusal;
import org.gorizont.protocol.model.RecordId;
import org.gorizont.protocol.model.SchoolId;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class PagesIT {
    private static final String PRACTICE = record("/practices", SampleNetwork.CAROL, "p1");
    private static final String RESOURCE = record("/resources", SampleNetwork.BOB, "r1");

    /** Templates are looked through once, by {@link KeyboardIT}; these are what it does not see of them. */
    private static final Set<String> BARRIERS_LOOKED_FOR =
            Set.of("search-found", "search-nothing", "school-silent", "practice-not-here", "problem");

    private final SampleNetwork network = SampleNetwork.ofFour().stopped(Refusal.STORE_READ_ONLY);
    private Chromium chromium;
    private WebPages pages;
    private Visit pc;
    private Visit phone;

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        chromium = Chromium.launch();
        pages = network.start(folder);
        pc = Visit.desktop(chromium, pages);
        phone = Visit.phone(chromium, pages);
    }

    @AfterAll
    void stop() {
        pc.close();
        phone.close();
        network.close();
        chromium.close();
    }

    static Stream<Arguments> pagesWithTheirText() {
        return Stream.of(
                Arguments.of("schools", "/schools", "Берёзовская основная школа"),
                Arguments.of("school", Links.school(SampleNetwork.CAROL), "нет связи с 11.03.2026 21:15"),
                Arguments.of("school-own", Links.school(SampleNetwork.ALICE), "Цифровая лаборатория по химии"),
                Arguments.of("school-silent", Links.school(SampleNetwork.DAVE), "ещё не рассказала о себе"),
                Arguments.of("network", Links.NETWORKS, "Исключить школу"),
                Arguments.of("search", "/search", "Новые практики"),
                Arguments.of("search-found", "/search?q=датчик", "Найдено 15 записей"),
                Arguments.of("search-misspelt", "/search?q=микроскопъы", "Показано похожее"),
                Arguments.of("search-nothing", "/search?q=дирижабль", "Ничего не нашлось"),
                Arguments.of("search-resources", "/search?q=&kind=resource", "Найдено 9 записей"),
                Arguments.of("practice", PRACTICE, "по данным школы Берёзовская основная школа на 11.03.2026 21:15"),
                Arguments.of(
                        "practice-not-here",
                        record("/practices", SampleNetwork.CAROL, "не дошла"),
                        "содержание до нас ещё не дошло"),
                Arguments.of("resource", RESOURCE, "четверг"),
                Arguments.of("resource-not-stated", record("/resources", SampleNetwork.BOB, "r2"), "не указана"),
                Arguments.of("problem", "/schools/none", "Такой страницы нет"));
    }

    @ParameterizedTest
    @MethodSource("pagesWithTheirText")
    void everyPageReadsWellOnAPcAndOnAPhone(String name, String path, String text) {
        for (Visit visit : List.of(pc, phone)) {
            visit.open(path);

            assertTrue(visit.text().contains(text), visit.text());
            assertThat(visit.page().locator("html")).hasAttribute("lang", "ru");
            assertThat(visit.page().locator("h1")).hasCount(1);
            visit.assertFitsItsWidth();
            visit.screenshot(name + (visit.equals(pc) ? "-pc" : "-phone"));
            if (name.equals("problem")) {
                visit.expectConsole("404");
            }
            visit.assertNothingWentWrong();
        }
        if (BARRIERS_LOOKED_FOR.contains(name)) {
            pc.assertAccessible();
        }
    }

    @Test
    void saysWhatIsBehindAndWhy() {
        try (Visit visit = Visit.desktop(chromium, pages).open("/schools")) {
            Locator row = visit.page().locator("tr", new Page.LocatorOptions().setHasText("Берёзовская"));

            assertThat(row).containsText("каталог: здесь 12 из 15, никого, у кого это есть, нет на связи");
            assertThat(row).containsText("учебный пример");
            assertThat(row).containsText("3 практики, 3 ресурса");
        }
    }

    @Test
    void tellsOnEveryPageThatWritingIsStopped() {
        try (Visit visit = Visit.desktop(chromium, pages).open("/search")) {
            assertThat(visit.page().getByRole(AriaRole.ALERT)).containsText("Запись остановлена");
        }
    }

    @Test
    void keyboardAloneLeadsFromSchoolsToAPractice() {
        try (Visit visit = Visit.desktop(chromium, pages).open("/schools")) {
            Page page = visit.page();
            page.keyboard().press("Tab");
            assertThat(page.locator("a.skip")).isFocused();

            tabTo(page, page.locator("nav a[href='/search']"));
            page.keyboard().press("Enter");
            tabTo(page, page.locator("#q"));
            page.keyboard().type("родник проект");
            page.keyboard().press("Enter");
            page.waitForURL("**/search?q=*");
            Locator first = page.locator(".row a").first();
            assertThat(first).hasText("Родник: проект за четверть");
            tabTo(page, first);
            visit.screenshot("keyboard-focus");
            page.keyboard().press("Enter");

            assertThat(page.locator("h1")).hasText("Родник: проект за четверть");
        }
    }

    @Test
    void searchAnswersWhileOneTypes() {
        try (Visit visit = Visit.desktop(chromium, pages).open("/search")) {
            visit.page().locator("#q").pressSequentially("микроск");

            assertThat(visit.page().locator("#found")).containsText("Микроскопы с камерой");
            assertThat(visit.page().locator(".row mark").first()).hasText("Микроскопы");
            assertThat(visit.page().locator("#q")).isFocused();
            visit.page().waitForURL("**/search?q=*");
        }
    }

    @Test
    void searchWorksWithoutScripts() {
        try (Visit visit = Visit.withoutScript(chromium, pages).open("/search")) {
            visit.page().locator("#q").fill("микроскоп");
            visit.page().locator("form button").click();

            assertThat(visit.page().locator("#found")).containsText("Микроскопы с камерой");
        }
    }

    @Test
    void languageIsSwitchedAndRemembered() {
        try (Visit visit = Visit.desktop(chromium, pages).open("/search?q=микроскоп")) {
            visit.page().locator("a.language").click();
            assertThat(visit.page().locator("html")).hasAttribute("lang", "en");
            assertThat(visit.page().locator("#q")).hasValue("микроскоп");
            assertThat(visit.page().locator("#found")).containsText("3 records found");
            visit.screenshot("search-english-pc");

            visit.open("/schools");
            assertThat(visit.page().locator("h1")).hasText("Schools");
            assertFalse(visit.page().evaluate("document.cookie").toString().contains("lang"), "cookie is HttpOnly");
            visit.page().locator("a.language").click();
            assertThat(visit.page().locator("h1")).hasText("Школы");
        }
    }

    @Test
    void longListsArePaged() {
        try (Visit visit = Visit.desktop(chromium, pages).open("/search?q=&kind=practice")) {
            assertEquals(7, visit.page().locator(".row").count());
            assertThat(visit.page().locator(".pages")).hasCount(0);
        }
    }

    private static void tabTo(Page page, Locator target) {
        for (int i = 0; i < 40; i++) {
            if ((Boolean) target.evaluate("element => element === document.activeElement")) {
                return;
            }
            page.keyboard().press("Tab");
        }
        throw new AssertionError("the keyboard does not reach " + target);
    }

    private static String record(String section, SchoolId school, String name) {
        RecordId record = HeldEntries.record(name);
        return section + "/" + school + "/" + record;
    }
}
