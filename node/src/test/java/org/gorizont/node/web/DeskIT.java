// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.gorizont.node.accounts.Deed;
import org.gorizont.node.accounts.Role;
import org.gorizont.node.readmodel.HeldEntries;
import org.gorizont.protocol.core.Refusal;
import org.junit.jupiter.api.Test;

/** People of a school write, offer, publish, change and withdraw, in a browser. */
final class DeskIT extends EnteredPages {
    private static final String HOSTILE = "\"><img src=x onerror=alert(1)><script>alert(1)</script>'{{7*7}}</textarea>";
    private static final String PERSONAL = "Спросить: Примерова А. Б., +7 900 000-00-00";

    @Test
    void aTeacherDraftsAndADeputyPublishes() throws Exception {
        try (Visit teacher = entering.as(Role.TEACHER, true);
                Visit deputy = entering.as(Role.DEPUTY, false)) {
            teacher.open("/desk");
            teacher.assertLooksWell("desk-empty-phone");
            teacher.press("Новая практика");
            fill(teacher, "steps", PERSONAL);
            assertThat(teacher.page().locator("#saved")).containsText("Сохранено в");
            teacher.press("Посмотреть, как увидят");
            assertThat(teacher.page().locator(".summary")).containsText("Название: заполните это поле");
            teacher.assertLooksWell("desk-form-problems-phone");
            // What looks for barriers leaves marks on the page, which the next quiet saving would carry on.
            teacher.page().reload();
            fill(teacher, "title", "Вода из колодца " + HOSTILE);
            fill(teacher, "problem", HOSTILE);
            teacher.page()
                    .getByLabel("Химия", new Page.GetByLabelOptions().setExact(true))
                    .check();
            teacher.press("Отдать на публикацию");
            assertThat(teacher.page().locator(".done")).containsText("отдан на публикацию");
            assertThat(teacher.page().locator("main")).containsText(HOSTILE);
            teacher.assertLooksWell("desk-phone");

            deputy.open("/desk");
            assertThat(deputy.page().locator("tbody")).containsText("пишет Имя: teacher");
            deputy.assertLooksWell("desk-pc");
            deputy.page().locator("tbody th a").first().click();
            deputy.assertLooksWell("desk-form-pc");
            deputy.press("Посмотреть, как увидят");
            assertThat(deputy.page().locator(".hints")).containsText("Примерова А. Б.");
            assertThat(deputy.page().locator("h1")).hasText("Вода из колодца " + HOSTILE);
            deputy.assertLooksWell("desk-preview-pc");
            deputy.page().getByText("К публикации").click();
            deputy.assertLooksWell("desk-publish-pc");
            deputy.press("Опубликовать 1 черновик");
            assertThat(deputy.page().locator(".refused")).containsText("похожее на личные данные");
            deputy.expectConsole("422");
            deputy.page().locator("input[name=personal]").check();
            deputy.press("Опубликовать 1 черновик");
            assertThat(deputy.page().locator(".done")).containsText("Опубликована 1 запись");
            deputy.assertLooksWell("desk-ours-pc");

            deputy.open("/search?q=колодца");
            assertThat(deputy.page().locator(".row h3")).hasText("Вода из колодца " + HOSTILE);
            List<String> done = network.people().history().newest(0, 50).stream()
                    .map(Deed::what)
                    .toList();
            assertTrue(done.contains("offer.practice") && done.contains("publish.practice"), done.toString());
        }
    }

    @Test
    void aKeeperChangesAResourceAndTakesItBack() throws Exception {
        String resource = "/resources/" + SampleNetwork.ALICE + "/" + HeldEntries.record("r2");
        try (Visit keeper = entering.as(Role.KEEPER, false)) {
            keeper.open(resource);
            keeper.press("Изменить");
            assertThat(keeper.page().locator("#f-quantity")).hasValue("12");
            keeper.assertLooksWell("desk-resource-pc");
            fill(keeper, "quantity", "11");
            keeper.press("Посмотреть, как увидят");
            assertThat(keeper.page().locator("main")).containsText("11 единиц");

            network.stop(Optional.of(Refusal.RECOVERING));
            keeper.open("/desk/publish");
            keeper.press("Опубликовать 1 черновик");
            assertThat(keeper.page().locator(".refused")).containsText("Данные узла взяты из копии");
            keeper.expectConsole("422");
            network.stop(Optional.empty());
            keeper.press("Опубликовать 1 черновик");
            keeper.open(resource);
            assertThat(keeper.page().locator("main")).containsText("11 единиц");

            keeper.open("/ours?kind=resource&q=микроскоп");
            keeper.page().getByText("Снять с показа").click();
            keeper.assertLooksWell("desk-withdraw-pc");
            keeper.press("Снять с показа");
            assertThat(keeper.page().locator(".done")).containsText("снята с показа");
            keeper.open(resource);
            keeper.expectConsole("404");
            keeper.open("/desk/publish");
            keeper.press("Опубликовать 1 черновик");
            keeper.open(resource);
            assertThat(keeper.page().locator("main")).containsText("11 единиц");
        } finally {
            network.stop(Optional.empty());
        }
    }

    @Test
    void whatIsNotOnesOwnIsNotThereU11() throws Exception {
        try (Visit methodist = entering.as(Role.METHODIST, false);
                Visit teacher = entering.as(Role.TEACHER, false);
                Visit guest = entering.as(Role.GUEST, false)) {
            methodist.open("/desk");
            methodist.press("Новая практика");
            String draft = draft(methodist);

            teacher.page().navigate(draft);
            teacher.expectConsole("404");
            teacher.open("/desk/publish");
            teacher.expectConsole("403");
            guest.open("/desk");
            guest.expectConsole("403");
            assertTrue(guest.text().contains("Это вам не разрешено"), guest.text());
            assertEquals(0, guest.page().locator("a[href='/desk']").count());
        }
    }

    @Test
    void twoWindowsLoseNothingAndWhatWasThrownAwayComesBack() throws Exception {
        try (Visit one = entering.as(Role.DIRECTOR, false);
                Visit other = entering.as(Role.DIRECTOR, true)) {
            one.open("/desk");
            one.press("Карточка школы");
            other.page().navigate(draft(one));
            fill(one, "settlement", "с. Первое");
            assertThat(one.page().locator("#saved")).containsText("Сохранено в");
            fill(other, "settlement", "с. Второе");
            other.press("Сохранить");
            assertThat(other.page().locator("main")).containsText("с. Первое");
            other.expectConsole("409");
            assertThat(other.page().locator("main")).containsText("с. Второе");
            other.assertLooksWell("desk-overtaken-phone");

            one.press("Выбросить");
            assertThat(one.page().locator(".undo")).containsText("выброшен");
            one.press("Вернуть");
            assertThat(one.page().locator("#f-settlement")).hasValue("с. Первое");
            one.assertLooksWell("desk-school-pc");
        }
    }

    @Test
    void aFormWorksWithoutScript() throws Exception {
        try (Visit visit = Visit.withoutScript(chromium, pages)) {
            entering.enter(visit, Role.METHODIST).open("/desk");
            visit.press("Новая практика");
            fill(visit, "title", "Без скриптов");
            visit.press("Сохранить");
            assertThat(visit.page().locator("#saved")).containsText("Сохранено в");
            assertThat(visit.page().locator("#f-title")).hasValue("Без скриптов");
        }
    }

    @Test
    void whoeverIsOutIsToldThatTheTextIsNotSaved() throws Exception {
        try (Visit visit = entering.as(Role.METHODIST, true)) {
            visit.open("/desk");
            visit.press("Новая практика");
            draft(visit);
            network.people().sessions().endAll(entering.account(Role.METHODIST));
            fill(visit, "title", "Набрано после конца входа");
            assertThat(visit.page().locator("#saved")).containsText("Не сохранено");
            visit.expectConsole("401");
            assertThat(visit.page().locator("#f-title")).hasValue("Набрано после конца входа");
            entering.enter(visit, Role.METHODIST);
            fill(visit, "aim", "Набрано после нового входа");
            visit.expectConsole("403");
            assertThat(visit.page().locator("#saved")).containsText("Не сохранено");
            visit.assertLooksWell("desk-lost-phone");
            visit.open("/search");
            network.people().sessions().endAll(entering.account(Role.METHODIST));
            visit.page().locator("#q").fill("вода");
            visit.page().waitForURL("**/enter");
            visit.expectConsole("401");
        }
    }

    /** The address of the draft that was just begun. */
    private static String draft(Visit visit) {
        visit.page().waitForURL(Pattern.compile(".*/desk/[0-9a-f]{16}"));
        return visit.page().url();
    }

    private static void fill(Visit visit, String field, String text) {
        visit.page().locator("#f-" + field).fill(text);
    }
}
