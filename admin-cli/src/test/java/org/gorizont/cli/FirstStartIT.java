// SPDX-License-Identifier: Apache-2.0
package org.gorizont.cli;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.gorizont.cli.process.FirstStartPage;
import org.gorizont.cli.process.LocalSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Commands around a data directory where a school is being set up in a browser. */
final class FirstStartIT {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @TempDir
    private Path folder = Path.of("");

    @Test
    void runOpensTheFirstStartAndOtherCommandsKnowOfIt() throws Exception {
        Path data = Files.createDirectory(folder.resolve("школа"));
        LocalSettings.write(data);
        CompletableFuture<CliScene> run = CompletableFuture.supplyAsync(() -> CliScene.run(data, "run"));
        await().atMost(PATIENCE)
                .until(() -> run.isDone() || FirstStartPage.running(data).isPresent());
        assertFalse(run.isDone(), () -> run.join().err());
        FirstStartPage page = FirstStartPage.running(data).orElseThrow();

        try (HttpClient browser = HttpClient.newBuilder()
                .cookieHandler(new CookieManager())
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build()) {
            HttpResponse<String> first = browser.send(
                    HttpRequest.newBuilder(URI.create(page.address())).build(), HttpResponse.BodyHandlers.ofString());
            assertEquals(200, first.statusCode());
            assertTrue(first.body().contains("Заведём узел школы"), first.body());
        }
        CliScene again = CliScene.run(data, "account", "first");
        assertTrue(again.out().contains(page.address()), again.out() + again.err());
        CliScene init = CliScene.run(
                data,
                "init",
                "--name",
                "СОШ № 7",
                "--sheet",
                folder.resolve("лист").toString());
        assertEquals(1, init.exitCode());
        assertTrue(init.err().contains("прямо сейчас заводят в браузере"), init.err());
        assertFalse(Files.exists(folder.resolve("лист")));

        assertEquals(0, CliScene.run(data, "stop").exitCode());

        assertTrue(run.join().out().contains(page.address()), run.join().out());
        assertTrue(FirstStartPage.running(data).isEmpty());
        assertFalse(Files.exists(data.resolve("identity")));
        assertFalse(Files.readString(data.resolve("node.log")).contains("code="), "the code is for no log");
    }

    @Test
    void inTheBackgroundThePagesWaitAndTheCodeIsToldToWhoAsksAlone() throws Exception {
        Path data = Files.createDirectory(folder.resolve("пусто"));
        LocalSettings.write(data);
        CliScene run = CliScene.run(data, "run", "--background");
        try {
            assertEquals(0, run.exitCode(), run.err());
            assertTrue(run.out().contains("gorizont account first"), run.out());
            assertFalse(run.out().contains("code="), "what a service says is kept");
            FirstStartPage page = FirstStartPage.running(data).orElseThrow();
            assertTrue(CliScene.run(data, "account", "first").out().contains(page.address()));
        } finally {
            CliScene.run(data, "stop");
        }
        assertTrue(FirstStartPage.running(data).isEmpty());
    }
}
