// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.web;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * The browser of the tests: Debian's chromium. Where it is missing it is installed if that is allowed; else the test
 * fails and says what to do. It is never skipped.
 */
final class Chromium implements AutoCloseable {
    private static final Path PROGRAM = Path.of("/usr/bin/chromium");
    private static final String WHAT_TO_DO =
            "The browser test needs Debian's chromium at " + PROGRAM + ": sudo apt-get install chromium";
    private static final long INSTALL_MINUTES = 10;

    private final Playwright playwright;
    private final Browser browser;

    private Chromium(Playwright playwright, Browser browser) {
        this.playwright = playwright;
        this.browser = browser;
    }

    static Chromium launch() throws IOException, InterruptedException {
        provide();
        Playwright playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        BrowserType.LaunchOptions options = new BrowserType.LaunchOptions().setExecutablePath(PROGRAM);
        if (isRoot()) {
            options.setArgs(List.of("--no-sandbox"));
        }
        return new Chromium(playwright, playwright.chromium().launch(options));
    }

    Browser browser() {
        return browser;
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }

    /** One process of the tests installs it, others wait. */
    private static void provide() throws IOException, InterruptedException {
        Files.createDirectories(Path.of("target"));
        try (FileChannel file = FileChannel.open(
                        Path.of("target", "chromium.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock _ = file.lock()) {
            if (!Files.isExecutable(PROGRAM)) {
                install();
            }
        }
    }

    private static void install() throws IOException, InterruptedException {
        if (!isRoot() || !Files.isExecutable(Path.of("/usr/bin/apt-get"))) {
            throw new IllegalStateException(WHAT_TO_DO);
        }
        System.err.println("Installing chromium for the browser test…");
        boolean installed = run("apt-get", "install", "-y", "-q", "--no-install-recommends", "chromium")
                || run("apt-get", "update", "-q")
                        && run("apt-get", "install", "-y", "-q", "--no-install-recommends", "chromium");
        if (!installed || !Files.isExecutable(PROGRAM)) {
            throw new IllegalStateException(WHAT_TO_DO);
        }
    }

    private static boolean run(String... command) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(Path.of("target", "chromium-install.log").toFile());
        builder.environment().put("DEBIAN_FRONTEND", "noninteractive");
        Files.createDirectories(Path.of("target"));
        Process process = builder.start();
        if (!process.waitFor(INSTALL_MINUTES, TimeUnit.MINUTES)) {
            process.destroy();
            return false;
        }
        return process.exitValue() == 0;
    }

    private static boolean isRoot() {
        return "root".equals(System.getProperty("user.name"));
    }
}
