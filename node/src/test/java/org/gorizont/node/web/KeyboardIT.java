// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Cookie;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.gorizont.node.accounts.Account;
import org.gorizont.node.accounts.OneTimeCode;
import org.gorizont.node.accounts.Role;
import org.gorizont.node.readmodel.HeldEntries;
import org.gorizont.node.setup.Answers;
import org.gorizont.node.setup.Setup;
import org.gorizont.node.setup.Step;
import org.gorizont.node.vocabulary.Vocabularies;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every page there is, by keyboard alone, and looked through for barriers once. The pages are those that the servers declare: a
 * new one is walked as soon as it can be asked for.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class KeyboardIT {
    /** What answers something else than a page. */
    private static final Set<String> NO_PAGES = Set.of(
            "/health/live", "/health/ready", "/metrics", "/static/{name}", "/begin/ready", "/trust/gorizont.crt");

    private static final int MORE = 5;

    /** Marks what a person can do something with, in the order of the page, and notes what the focus meets. */
    private static final String WATCH = """
            () => {
              const seen = element => element.checkVisibility({visibilityProperty: true}) && !element.disabled;
              const one = element => element.type !== 'radio' || element.checked
                  || !document.querySelector(`input[type=radio][name="${element.name}"]:checked`)
                  && element === document.querySelector(`input[type=radio][name="${element.name}"]`);
              const name = element => element.tagName + ' ' + (element.id || element.name || element.innerText || '').trim().slice(0, 40);
              const all = [...document.querySelectorAll(
                  'a[href], button, input:not([type=hidden]), select, textarea, summary')].filter(seen).filter(one);
              window.met = [];
              window.faint = [];
              document.addEventListener('focusin', event => {
                const at = event.target, index = all.indexOf(at);
                if (index >= 0) window.met.push(index);
                const style = getComputedStyle(at), box = at.getBoundingClientRect();
                const ringed = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2;
                if (!at.matches(':focus-visible') || !ringed || box.width < 1 || box.height < 1) window.faint.push(name(at));
              });
              window.names = all.map(name);
              return all.length;
            }""";

    private static final String MET = "() => window.met.map(index => index + ' ' + window.names[index])";
    /** What looks like something to press, but is nothing that a keyboard presses. */
    private static final String ONLY_FOR_MICE = """
            () => [...document.querySelectorAll('[onclick], [role=button], [role=link], [hx-get], [hx-post], [tabindex]')]
                .filter(element => !element.matches('a[href], button, input, select, textarea, summary, form, pre, [tabindex="-1"]'))
                .map(element => element.outerHTML.slice(0, 80))""";

    private final SampleNetwork network = SampleNetwork.ofFour();
    private final OneTimeCode code = OneTimeCode.fresh(new SecureRandom());
    private Chromium chromium;
    private WebPages pages;
    private SetupServer setup;

    @BeforeAll
    void start(@TempDir Path folder, @TempDir Path other) throws Exception {
        chromium = Chromium.launch();
        pages = network.start(folder);
        Setup typed = Setup.open(other);
        typed.change(_ -> new Answers(Step.SHEET, Map.of("shortName", "СОШ № 7"), Map.of(), false));
        setup = SetupServer.start(
                WebPages.Settings.on("127.0.0.1", 0),
                new SetupServer.Sources(typed, code, Vocabularies.shipped(), new SecureRandom(), _ -> {}, () -> {}));
    }

    @AfterAll
    void stop() {
        setup.close();
        network.close();
        chromium.close();
    }

    @Test
    void everyPageIsUsedByKeyboardAlone() throws Exception {
        Set<String> walked = new TreeSet<>();
        try (Visit visit = Visit.desktop(chromium, pages)) {
            walk(visit, "/first", walked);
            Account guest = network.people()
                    .accounts()
                    .give("guest", "Гость", Set.of(Role.GUEST))
                    .account();
            Account everything = network.people()
                    .accounts()
                    .give("all", "Завуч", EnumSet.allOf(Role.class))
                    .account();
            walk(visit, "/enter", walked);
            walk(visit, "/welcome", walked);
            enter(visit, everything);
            String sheet = draft(visit);
            for (Route route : pages.routes()) {
                if (isPage(route)) {
                    walk(visit, address(route, guest, sheet), walked);
                }
            }
        }
        try (Visit visit = Visit.of(chromium, setup.page().resolve("/"), 1366, 768)) {
            Set<String> first = new TreeSet<>();
            walk(visit, "/begin", first);
            visit.page().navigate(setup.page().toString());
            for (Route route : setup.routes()) {
                if (isPage(route) && !route.path().startsWith("/help")) {
                    walk(visit, route.path(), first);
                }
            }
            assertTrue(first.contains("/begin/sheet") && first.contains("/begin/check"), first.toString());
        }
        assertTrue(walked.contains("/") && walked.contains("/desk/publish") && walked.size() > 20, walked.toString());
    }

    private static boolean isPage(Route route) {
        return route.method() == Route.Method.GET && !NO_PAGES.contains(route.path());
    }

    /** Where it leads is walked once. */
    private static void walk(Visit visit, String path, Set<String> walked) {
        if (walked.contains(path)) {
            return;
        }
        Page page = visit.page();
        Response answer = visit.ask(path);
        String here = URI.create(page.url()).getPath();
        if (!walked.add(here)) {
            return;
        }
        assertTrue(answer.status() < 300 && page.locator("main").count() == 1, path + ": " + answer.status());
        leadsPastTheTop(page);
        unfoldsByKeyboard(page);
        reachesEverythingInItsOrder(page);
        assertEquals(List.of(), page.evaluate(ONLY_FOR_MICE), here);
        visit.assertAccessible();
        visit.assertNothingWentWrong();
    }

    private static void leadsPastTheTop(Page page) {
        page.evaluate("() => { document.activeElement.blur(); document.querySelector('a.skip').focus(); }");
        assertThat(page.locator("a.skip")).isInViewport();
        page.keyboard().press("Enter");
        assertThat(page.locator("main")).isFocused();
        page.keyboard().press("Tab");
        assertEquals(
                true,
                page.evaluate("() => document.activeElement.closest('main') !== null"
                        + " || !document.querySelector('main :is(a[href], button, input:not([type=hidden]), select)')"),
                page.url());
    }

    private static void unfoldsByKeyboard(Page page) {
        Locator folded = page.locator("details:not([open]) > summary");
        for (int left = folded.count(); left > 0; left--) {
            folded.first().focus();
            page.keyboard().press("Enter");
            assertThat(folded).hasCount(left - 1);
        }
        Locator some = page.locator("details[open] > summary");
        if (some.count() > 0) {
            some.first().focus();
            page.keyboard().press("Space");
            assertThat(folded).hasCount(1);
            page.keyboard().press("Space");
        }
        assertThat(folded).hasCount(0);
    }

    /** From the top to the end and round again: whatever holds the focus would be seen. */
    private static void reachesEverythingInItsOrder(Page page) {
        page.evaluate(
                "() => { document.body.tabIndex = -1; document.body.focus(); document.body.removeAttribute('tabindex'); }");
        int there = (int) page.evaluate(WATCH);
        press(page, there);
        if (met(page).size() < there) {
            // What scrolls is met by itself, and so is the end of the page.
            press(page, MORE);
        }
        List<?> names = (List<?>) page.evaluate("() => window.names.map((name, index) => index + ' ' + name)");
        assertFalse(names.isEmpty(), page.url());
        List<?> met = met(page);
        assertEquals(names, met.subList(0, Math.min(there, met.size())), page.url());
        assertEquals(List.of(), page.evaluate("() => window.faint"), page.url());
    }

    private static void press(Page page, int times) {
        for (int i = 0; i < times; i++) {
            page.keyboard().press("Tab");
        }
    }

    private static List<?> met(Page page) {
        return (List<?>) page.evaluate(MET);
    }

    private static String draft(Visit visit) {
        visit.open("/desk");
        visit.page()
                .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Новая практика"))
                .click();
        visit.page().waitForURL(address -> address.matches(".*/desk/[0-9a-f]+"));
        String path = URI.create(visit.page().url()).getPath();
        visit.page().locator("#f-title").fill("Родник");
        visit.page()
                .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Сохранить"))
                .first()
                .click();
        assertThat(visit.page().locator("#saved")).containsText("Сохранено в");
        return path.substring("/desk/".length());
    }

    private void enter(Visit visit, Account account) {
        visit.page()
                .context()
                .addCookies(List.of(new Cookie(
                                "gorizont-" + pages.address().getPort(),
                                network.people().sessions().begin(account.id()))
                        .setUrl(pages.address().toString())));
    }

    /** An address of the route that exists. */
    private static String address(Route route, Account account, String sheet) {
        String record = HeldEntries.record(route.path().contains("resource") ? "r1" : "p1")
                .toString();
        String address = route.path()
                .replace("{school}", SampleNetwork.ALICE.toString())
                .replace("{circle}", HeldEntries.CIRCLE.toString())
                .replace("{record}", record)
                .replace("{account}", account.id())
                .replace("{sheet}", sheet)
                .replace("{kind}", "practice")
                .replace("{guide}", "roles");
        assertFalse(address.contains("{"), "say where one of " + route.path() + " is");
        return address;
    }
}
