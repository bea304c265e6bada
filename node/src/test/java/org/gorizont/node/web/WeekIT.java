// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import java.util.List;
import java.util.regex.Pattern;
import org.gorizont.node.accounts.Deed;
import org.gorizont.node.accounts.Role;
import org.gorizont.node.readmodel.HeldEntries;
import org.junit.jupiter.api.Test;

/** A keeper says when a thing is free, in a browser; a deputy publishes it. The clock stands at Thursday, 12.03.2026. */
final class WeekIT extends EnteredPages {
    private static final String MONDAY = "2026-03-16";

    @Test
    void aKeeperSaysWhenAThingIsFreeAndADeputyPublishesIt() throws Exception {
        String resource = "/resources/" + SampleNetwork.ALICE + "/" + HeldEntries.record("r2");
        try (Visit keeper = entering.as(Role.KEEPER, false);
                Visit deputy = entering.as(Role.DEPUTY, true)) {
            keeper.open(resource);
            assertThat(keeper.page().locator("main")).containsText("Занятость не указана");
            keeper.press("Когда свободно");
            keeper.page().waitForURL(Pattern.compile(".*/desk/[0-9a-f]{16}"));
            typeBells(keeper);

            assertThat(keeper.page().locator(".week-head h2")).hasText("09.03.2026 – 15.03.2026");
            keeper.press("Следующая неделя");
            assertThat(keeper.page().locator(".week-head h2")).hasText("16.03.2026 – 22.03.2026");
            // By keyboard alone: to the first lesson, and to «free».
            keeper.page().locator(cell(MONDAY, 1) + "[value='']").focus();
            keeper.page().keyboard().press("ArrowLeft");
            keeper.page().keyboard().press("ArrowLeft");
            assertThat(keeper.page().locator("#saved")).containsText("Сохранено в");
            keeper.page().locator("button[value='" + MONDAY + ".BUSY']").click();
            assertThat(keeper.page().locator(cell(MONDAY, 1) + "[value=FREE]")).isChecked();
            assertThat(keeper.page().locator(cell(MONDAY, 2) + "[value=BUSY]")).isChecked();
            assertThat(keeper.page().locator("main")).containsText("В черновике изменён 1 день");
            keeper.assertLooksWell("week-pc");

            keeper.page().locator("#weeks").fill("2");
            keeper.press("Повторить");
            assertThat(keeper.page().locator("main")).containsText("В черновике изменены 3 дня");
            keeper.press("Посмотреть, как увидят");
            assertThat(keeper.page().locator(".days tbody tr")).hasCount(3);
            assertThat(keeper.page().locator(".days")).containsText("30.03.2026");
            keeper.assertLooksWell("week-preview-pc");

            keeper.open("/desk/publish");
            keeper.press("Опубликовать 1 черновик");
            assertThat(keeper.page().locator(".done")).containsText("Опубликована 1 запись");
            keeper.open(resource);
            assertThat(keeper.page().locator(".days tbody tr")).hasCount(3);
            assertThat(keeper.page().locator(".days .FREE")).hasCount(3);

            deputy.open("/ours?kind=resource&q=микроскоп");
            deputy.press("Когда свободно");
            deputy.press("Следующая неделя");
            assertThat(deputy.page().locator(cell(MONDAY, 2) + "[value=BUSY]")).isChecked();
            deputy.page().locator(cell(MONDAY, 2) + "[value='']").check();
            deputy.page().locator(cell(MONDAY, 1) + "[value=BUSY]").check();
            deputy.press("Сохранить");
            deputy.assertLooksWell("week-phone");
            deputy.open("/desk/publish");
            deputy.press("Опубликовать 1 черновик");
            deputy.open(resource);
            assertThat(deputy.page().locator(".days tbody tr").first().locator(".BUSY"))
                    .hasCount(6);
            assertThat(deputy.page().locator(".days .FREE")).hasCount(2);
            assertTrue(network.people().history().newest(0, 50).stream()
                    .map(Deed::what)
                    .toList()
                    .containsAll(List.of("bells", "publish.availability")));
        }
    }

    @Test
    void listsAndResourcesArePrintedWithoutWhatOnlyScreensNeed() {
        try (Visit keeper = entering.as(Role.KEEPER, false)) {
            for (String page : List.of(
                    "/ours", "/resources/" + SampleNetwork.ALICE + "/" + HeldEntries.record("r1"), "/schools")) {
                keeper.open(page);
                keeper.page().emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
                keeper.screenshot("print" + page.replaceAll("/([a-z]+).*", "-$1"));
                assertThat(keeper.page().locator("h1")).isVisible();
                assertThat(keeper.page().locator("nav:visible, button:visible, footer:visible"))
                        .hasCount(0);
            }
        }
    }

    @Test
    void bellsAreCheckedLineByLineAndNothingIsLostU12() throws Exception {
        try (Visit keeper = entering.as(Role.KEEPER, true)) {
            keeper.open("/bells");
            keeper.page().locator("input[name=end]").first().fill("8:10");
            keeper.page().locator("input[name=number]").nth(2).fill("\"><img src=x onerror=alert(1)>");
            keeper.press("Сохранить звонки");
            keeper.expectConsole("422");
            assertThat(keeper.page().locator(".summary li")).hasCount(2);
            assertThat(keeper.page().locator(".summary")).containsText("строка 1");
            assertThat(keeper.page().locator("input[name=number]").nth(2)).hasValue("\"><img src=x onerror=alert(1)>");
            keeper.assertLooksWell("bells-problems-phone");
        }
    }

    private void typeBells(Visit keeper) {
        keeper.page().getByText("Набрать звонки").click();
        keeper.assertLooksWell("bells-pc");
        keeper.page().locator("#days").selectOption("6");
        keeper.press("Сохранить звонки");
    }

    private static String cell(String date, int lesson) {
        return "input[name='s." + date + ".1." + lesson + "']";
    }
}
