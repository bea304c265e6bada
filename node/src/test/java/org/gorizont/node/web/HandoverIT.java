// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.gorizont.node.accounts.Account;
import org.gorizont.node.accounts.Accounts;
import org.gorizont.node.accounts.Deed;
import org.gorizont.node.accounts.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Somebody leaves, and what they were writing goes on with another; in a browser. */
final class HandoverIT {
    private static final String PASSWORD = "длинный пароль узла 7";

    @Test
    void whoeverIsBlockedHandsTheDraftsOverG13(@TempDir Path folder) throws Exception {
        try (SampleNetwork network = SampleNetwork.ofFour();
                Chromium chromium = Chromium.launch()) {
            WebPages pages = network.start(folder);
            Accounts accounts = network.people().accounts();
            Account administrator = accounts.first(accounts.firstCode(), "admin", "Админ А", PASSWORD);
            Entering entering = new Entering(network.people(), chromium, pages);
            entering.everyRole();
            try (Visit keeper = entering.as(Role.KEEPER, false);
                    Visit admin = entering.enter(Visit.desktop(chromium, pages), administrator.id());
                    Visit phone = entering.as(Role.DIRECTOR, true);
                    Visit deputy = entering.as(Role.DEPUTY, false)) {
                keeper.open("/desk");
                keeper.press("Новый ресурс");
                keeper.page().locator("#f-title").fill("Недописанный прибор");
                assertThat(keeper.page().locator("#saved")).containsText("Сохранено в");

                phone.open("/history");
                phone.page().getByText("Передать дела").click();
                phone.assertLooksWell("handover-phone");

                admin.open("/accounts");
                var row = admin.page().locator(".row[data-login=keeper]");
                row.locator("summary").click();
                row.locator("input[name=password]").fill(PASSWORD);
                row.locator("button[formaction$='/block']").click();
                assertThat(admin.page().locator(".refused")).containsText("У человека есть черновики");
                admin.expectConsole("422");
                row.locator("summary").click();
                admin.assertLooksWell("handover-accounts-pc");
                row.locator("select[name=heir]").selectOption(entering.account(Role.TEACHER));
                row.locator("input[name=password]").fill(PASSWORD);
                row.locator("button[formaction$='/block']").click();
                assertThat(admin.page().locator(".refused")).containsText("нет роли");
                admin.expectConsole("422");
                row.locator("summary").click();
                row.locator("select[name=heir]").selectOption(entering.account(Role.DEPUTY));
                row.locator("input[name=password]").fill(PASSWORD);
                row.locator("button[formaction$='/block']").click();
                assertThat(admin.page().locator(".done")).isVisible();

                deputy.open("/desk");
                assertThat(deputy.page().locator("tbody")).containsText("Недописанный прибор");
                admin.open("/handover");
                admin.page().locator("#from").selectOption(entering.account(Role.DEPUTY));
                admin.page().locator("#to").selectOption(entering.account(Role.DIRECTOR));
                admin.page().locator("#password").fill(PASSWORD);
                admin.press("Передать");
                assertThat(admin.page().locator(".done")).containsText("1 черновик");
                admin.assertLooksWell("handover-pc");
                deputy.open("/desk");
                assertEquals(0, deputy.page().locator("tbody").count());
                List<String> done = network.people().history().newest(0, 50).stream()
                        .map(Deed::what)
                        .toList();
                assertTrue(done.contains("account.handover") && done.contains("account.block"), done.toString());
            }
        }
    }
}
