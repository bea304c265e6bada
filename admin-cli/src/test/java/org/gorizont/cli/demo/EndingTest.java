// SPDX-License-Identifier: Apache-2.0
package org.gorizont.cli.demo;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.gorizont.cli.demo.stage.DemoFolder;
import org.gorizont.cli.demo.stage.DemoSchool;
import org.gorizont.cli.demo.stage.Play;
import org.gorizont.cli.demo.stage.Step;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EndingTest {
    @TempDir
    Path parent;

    private Path data;
    private Ending ending;

    @BeforeEach
    void folderWithData() throws IOException {
        data = Files.createDirectories(parent.resolve("story/school"));
        Files.writeString(data.resolve("node.log"), "");
        ending = Ending.of(new DemoFolder(parent.resolve("story"), true));
    }

    @Test
    void whoComesSecondWaitsUntilAllIsGone() throws InterruptedException {
        SlowPlay play = new SlowPlay();
        ending.ends(play);
        Thread first = Thread.ofPlatform().start(ending::close);
        await().until(() -> play.closings.get() == 1);
        Thread second = Thread.ofPlatform().start(ending::close);
        await().until(() -> second.getState() == Thread.State.BLOCKED);

        assertTrue(Files.exists(data));
        play.gone.countDown();
        second.join();
        assertFalse(Files.exists(parent.resolve("story")));
        first.join();
        assertEquals(1, play.closings.get());
    }

    @Test
    void storyThatIsOpenedAfterTheEndEndsAtOnce() {
        ending.close();
        SlowPlay play = new SlowPlay();
        play.gone.countDown();
        ending.ends(play);

        assertFalse(Files.exists(parent.resolve("story")));
        assertEquals(1, play.closings.get());
    }

    @Test
    void dataInAFolderThatWasNamedStay() {
        Ending.of(new DemoFolder(parent.resolve("story"), false)).close();

        assertTrue(Files.exists(data.resolve("node.log")));
    }

    private final class SlowPlay implements Play {
        final CountDownLatch gone = new CountDownLatch(1);
        final AtomicInteger closings = new AtomicInteger();

        @Override
        public void begin() {}

        @Override
        public Optional<Step> play(Optional<String> last) {
            return Optional.empty();
        }

        @Override
        public Record report() {
            return new DemoFolder(parent, false);
        }

        @Override
        public List<DemoSchool> on() {
            return List.of();
        }

        @Override
        public void close() {
            closings.incrementAndGet();
            try {
                gone.await();
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
