// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.gorizont.node.accounts.Accounts;
import org.gorizont.node.accounts.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From a node without anybody to a school with people on it, in a browser. */
final class PeopleIT {
    private static final String PASSWORD = "сосна ветер снег";
    private static final String NEW_TEACHER = "form[action='/accounts'] input[value=teacher]";
    private static final String TEACHERS = "река берег мост";

    @Test
    void theFirstPersonLetsOthersInAndEachDoesWhatTheirRoleMay(@TempDir Path folder) throws Exception {
        try (SampleNetwork network = SampleNetwork.ofFour();
                Chromium chromium = Chromium.launch()) {
            WebPages pages = network.start(folder);
            Accounts accounts = network.people().accounts();
            try (Visit deputy = Visit.desktop(chromium, pages);
                    Visit teacher = Visit.phone(chromium, pages)) {
                makeFirst(deputy, accounts);
                String code = giveTeacher(deputy);
                setPassword(teacher, code);
                readsAndDoesNotGovern(teacher);
                becomesGuestAndIsOut(deputy, teacher, accounts);
                readsTheHistory(deputy);
            }
            assertEquals(Optional.empty(), network.people().history().firstTampered());
        }
    }

    private static void makeFirst(Visit visit, Accounts accounts) {
        visit.open("/").screenshot("people-before");
        visit.page().getByText("Завести первую учётную запись").click();
        visit.page().waitForURL("**/first");
        fill(visit, "code", "2222-2222-2222");
        fill(visit, "name", "Завуч <b>школы</b>");
        fill(visit, "login", "zavuch");
        fill(visit, "new-password", PASSWORD);
        fill(visit, "again", PASSWORD);
        press(visit, "Создать и войти");
        visit.expectConsole("422");
        assertThat(visit.page().locator("main")).containsText("Код не подошёл");
        assertEquals("zavuch", visit.page().locator("#login").inputValue());
        visit.screenshot("people-first");
        visit.assertAccessible();
        fill(visit, "code", accounts.firstCode());
        fill(visit, "new-password", PASSWORD);
        fill(visit, "again", PASSWORD);
        visit.page().keyboard().press("Enter");
        assertThat(visit.page().locator("h1")).hasText("Главная");
        assertTrue(visit.page().locator("header").innerText().contains("Завуч <b>школы</b>"));
    }

    private static String giveTeacher(Visit visit) {
        visit.page()
                .getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Люди"))
                .click();
        fill(visit, "name", "Учитель химии");
        fill(visit, "login", "himik");
        visit.page().locator(NEW_TEACHER).check();
        fill(visit, "password", "не тот пароль");
        press(visit, "Создать и показать код");
        visit.expectConsole("422");
        assertThat(visit.page().locator("main")).containsText("Пароль не подошёл");
        assertEquals("himik", visit.page().locator("#login").inputValue());
        assertTrue(visit.page().locator(NEW_TEACHER).isChecked());
        fill(visit, "password", PASSWORD);
        press(visit, "Создать и показать код");
        assertThat(visit.page().locator("dd.code")).isVisible();
        visit.screenshot("people-accounts");
        visit.assertAccessible();
        visit.assertFitsItsWidth();
        return visit.page().locator("dd.code").innerText();
    }

    private static void setPassword(Visit visit, String code) {
        visit.open("/schools");
        visit.expectConsole("401");
        visit.screenshot("people-enter-phone");
        visit.assertAccessible();
        visit.assertFitsItsWidth();
        visit.page().getByText("Вам дали код?").click();
        visit.page().waitForURL("**/welcome");
        visit.screenshot("people-welcome-phone");
        visit.assertAccessible();
        visit.assertFitsItsWidth();
        fill(visit, "login", "Himik");
        fill(visit, "code", code);
        fill(visit, "new-password", TEACHERS);
        fill(visit, "again", TEACHERS);
        press(visit, "Задать пароль и войти");
        assertThat(visit.page().locator("h1")).hasText("Главная");
    }

    private static void readsAndDoesNotGovern(Visit visit) {
        assertFalse(visit.page().locator("header").innerText().contains("Люди"));
        visit.open("/accounts");
        visit.expectConsole("403");
        assertThat(visit.page().locator("main")).containsText("Это вам не разрешено");
        visit.open("/me").screenshot("people-me-phone");
        visit.assertAccessible();
        visit.assertFitsItsWidth();
        assertThat(visit.page().locator("main")).containsText("учитель");
    }

    private static void becomesGuestAndIsOut(Visit deputy, Visit teacher, Accounts accounts) {
        String id = accounts.withLogin("himik").orElseThrow().id();
        deputy.open("/accounts");
        deputy.page().locator("li[data-login=himik] summary").click();
        deputy.page().locator("li[data-login=himik] input[value=teacher]").uncheck();
        deputy.page().locator("li[data-login=himik] input[value=guest]").check();
        deputy.page().locator("#password-" + id).fill(PASSWORD);
        deputy.screenshot("people-roles");
        deputy.assertAccessible();
        deputy.page()
                .locator("li[data-login=himik]")
                .getByText("Сохранить роли")
                .click();
        assertThat(deputy.page().locator("main")).containsText("Роли изменены: Учитель химии");
        assertEquals(Set.of(Role.GUEST), accounts.find(id).orElseThrow().roles());

        teacher.open("/search?q=школа");
        teacher.expectConsole("401");
        fill(teacher, "login", "himik");
        fill(teacher, "password", TEACHERS);
        press(teacher, "Войти");
        teacher.page().waitForURL("**/search?q=*");
        teacher.open("/");
        assertThat(teacher.page().locator(".notices li")).containsText("Ваши роли изменены, теперь вы здесь: гость.");
        assertThat(teacher.page().locator(".notices li")).containsText("Завуч <b>школы</b>, ");
        teacher.open("/me");
        press(teacher, "Выйти");
        teacher.page().waitForURL("**/enter");
        teacher.open("/schools");
        teacher.expectConsole("401");
    }

    private static void readsTheHistory(Visit visit) {
        visit.page()
                .getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("История"))
                .click();
        visit.screenshot("people-history");
        visit.assertAccessible();
        visit.assertFitsItsWidth();
        for (String line :
                new String[] {"учётная запись создана", "задан пароль", "роли изменены", "отказано", "выход"}) {
            assertThat(visit.page().locator("main")).containsText(line);
        }
    }

    private static void fill(Visit visit, String field, String text) {
        visit.page().locator("#" + field).fill(text);
    }

    private static void press(Visit visit, String button) {
        visit.page()
                .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button))
                .click();
    }
}
