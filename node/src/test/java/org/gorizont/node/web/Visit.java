// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** One browser window on the pages. At its end it fails if anything went wrong behind the page. */
final class Visit implements AutoCloseable {
    private static final String AXE = axe();

    private final BrowserContext context;
    private final Page page;
    private final URI address;
    private final List<String> problems = new ArrayList<>();

    private Visit(BrowserContext context, URI address) {
        this.context = context;
        this.address = address;
        this.page = context.newPage();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") || message.type().equals("warning")) {
                problems.add(message.type() + ": " + message.text());
            }
        });
        page.onPageError(error -> problems.add("script: " + error));
        page.onDialog(dialog -> {
            problems.add("dialog: " + dialog.message());
            dialog.dismiss();
        });
        page.onRequest(request -> {
            if (!request.url().startsWith(address.toString())) {
                problems.add("asks elsewhere: " + request.url());
            }
        });
    }

    static Visit desktop(Chromium chromium, WebPages pages) {
        return of(chromium, pages, 1366, 768);
    }

    static Visit phone(Chromium chromium, WebPages pages) {
        return of(chromium, pages, 360, 740);
    }

    static Visit of(Chromium chromium, WebPages pages, int width, int height) {
        return of(chromium, pages.address(), width, height);
    }

    static Visit of(Chromium chromium, URI pages, int width, int height) {
        return new Visit(
                chromium.browser().newContext(new Browser.NewContextOptions().setViewportSize(width, height)), pages);
    }

    static Visit withoutScript(Chromium chromium, WebPages pages) {
        return new Visit(
                chromium.browser().newContext(new Browser.NewContextOptions().setJavaScriptEnabled(false)),
                pages.address());
    }

    Page page() {
        return page;
    }

    Visit open(String path) {
        ask(path);
        return this;
    }

    /** Opens a page, and tells how it was answered. */
    Response ask(String path) {
        return Objects.requireNonNull(page.navigate(address.resolve(path).toString()), path);
    }

    String text() {
        return page.locator("main").innerText();
    }

    /** What a message on the console is expected to contain, once; it is no problem then. */
    void expectConsole(String part) {
        // The console hears of an answer in its own time.
        page.waitForCondition(() -> problems.removeIf(problem -> problem.contains(part)));
    }

    /** What a message on the console may contain, as often as it comes; it is no problem then. */
    void tolerateConsole(String part) {
        problems.removeIf(problem -> problem.contains(part));
    }

    void screenshot(String name) {
        Path file = Path.of("target", "screenshots", name + ".png");
        page.screenshot(new Page.ScreenshotOptions().setPath(file).setFullPage(true));
    }

    /** Takes a picture, and finds nothing wrong with what is on it. */
    void assertLooksWell(String name) {
        screenshot(name);
        assertFitsItsWidth();
        assertAccessible();
        assertThat(page.locator("h1")).hasCount(1);
        assertNothingWentWrong();
    }

    /** Presses the first button of this name. */
    void press(String name) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name))
                .first()
                .click();
    }

    /** Nothing that axe-core finds serious or critical stands between the page and somebody who cannot see it. */
    void assertAccessible() {
        page.evaluate(AXE);
        Object found = page.evaluate(
                "axe.run({resultTypes: ['violations']}).then(all => all.violations"
                        + ".filter(one => one.impact === 'serious' || one.impact === 'critical')"
                        + ".map(one => one.id + ': ' + one.nodes.map(node => node.target + ' ' + node.failureSummary).join('; ')))");
        assertEquals(List.of(), found, page.url());
    }

    /** Nothing sticks out to the side, so that a reader never scrolls in two directions. */
    void assertFitsItsWidth() {
        Object surplus = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        assertEquals(0, surplus, page.url());
    }

    /** Fails if anything went wrong behind the pages since this was last asked. */
    void assertNothingWentWrong() {
        List<String> now = List.copyOf(problems);
        problems.clear();
        assertEquals(List.of(), now);
    }

    @Override
    public void close() {
        context.close();
        assertNothingWentWrong();
    }

    private static String axe() {
        try (InputStream script = Visit.class.getResourceAsStream("/axe.min.js")) {
            return new String(Objects.requireNonNull(script, "axe.min.js").readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
