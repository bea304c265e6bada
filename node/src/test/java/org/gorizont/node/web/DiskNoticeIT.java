// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.options.Cookie;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.gorizont.node.accounts.Role;
import org.gorizont.node.runtime.StoreHealth.State;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** P10: on every page people read what has happened to the disk, what is safe, and what to do. */
final class DiskNoticeIT {
    @Test
    void s03EveryPageSaysThatTheDiskIsFullAndFormsSayItBeforeOneTypes(@TempDir Path folder) throws Exception {
        try (SampleNetwork network = SampleNetwork.ofFour();
                Chromium chromium = Chromium.launch()) {
            WebPages pages = network.start(folder);
            String deputy = network.people()
                    .accounts()
                    .give("zavuch", "Завуч", Set.of(Role.DEPUTY))
                    .account()
                    .id();
            network.disk(State.READ_ONLY, 17);
            try (Visit visit = Visit.desktop(chromium, pages);
                    Visit phone = Visit.phone(chromium, pages)) {
                for (Visit one : List.of(visit, phone)) {
                    String width = one == phone ? "-phone" : "-pc";
                    one.open("/enter");
                    assertSays(one, "Диск полон: публиковать сейчас нельзя. Свободно 17 МиБ.");
                    enter(one, pages, network.people().sessions().begin(deputy));
                    for (String path : List.of("/search", "/schools", "/desk", "/ours")) {
                        one.open(path);
                        assertSays(one, "Всё сохранённое и опубликованное цело");
                    }
                    one.open("/desk").page().locator("form.new button").first().click();
                    assertThat(one.page().locator("main .refused").first())
                            .containsText("Опубликовать это сейчас нельзя");
                    look(one, "disk-full-form" + width);
                    one.open("/desk/publish");
                    assertThat(one.page().locator("main .refused").first()).containsText("Черновики подождут");
                    look(one, "disk-full-publish" + width);
                }
                visit.open("/nowhere");
                assertSays(visit, "Диск полон");
                visit.expectConsole("404");

                network.disk(State.WARN, 480);
                phone.open("/search");
                assertThat(phone.page().locator(".notice")).containsText("Свободно 480 МиБ.");
                look(phone, "disk-little-phone");
                network.disk(State.ENOUGH, 600);
                phone.open("/search");
                assertThat(phone.page().locator(".notice, .alert")).hasCount(0);
            }
        }
    }

    private static void enter(Visit visit, WebPages pages, String token) {
        Cookie cookie = new Cookie("gorizont-" + pages.address().getPort(), token);
        visit.page().context().addCookies(List.of(cookie.setUrl(pages.address().toString())));
    }

    private static void assertSays(Visit visit, String words) {
        assertThat(visit.page().locator(".alert")).containsText(words);
    }

    private static void look(Visit visit, String name) {
        visit.screenshot(name);
        visit.assertFitsItsWidth();
        visit.assertAccessible();
    }
}
