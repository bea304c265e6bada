// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.search;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.gorizont.node.readmodel.Freshness;
import org.gorizont.node.readmodel.HeldEntries;
import org.gorizont.node.readmodel.ReadModels;
import org.gorizont.node.vocabulary.Vocabularies;
import org.gorizont.protocol.core.ReplicaStatus;

/** An index over made-up entries that knows all of them. */
record OpenFinder(HeldEntries held, ReadModels models, Finder finder) implements AutoCloseable {
    static OpenFinder over(HeldEntries held, Path folder) throws IOException, InterruptedException {
        ReplicaStatus status = new ReplicaStatus(
                HeldEntries.school("alice"),
                Optional.empty(),
                List.of(),
                List.of(),
                new ReplicaStatus.Counters(0, 0, 0, 0));
        ReadModels models =
                ReadModels.open(folder.resolve("readmodel"), held, () -> new Freshness(status, HeldEntries.MONDAY));
        Finder finder = Finder.open(folder.resolve("index"), held, models.catalogue(), Vocabularies.shipped());
        OpenFinder open = new OpenFinder(held, models, finder);
        open.catchUp();
        return open;
    }

    /** Waits until the index knows what was put since. */
    void catchUp() throws InterruptedException {
        finder.follower().wake();
        models.follower().wake();
        long last = held.lastArrival();
        assertTrue(finder.follower().await(last, Duration.ofSeconds(20)));
        assertTrue(models.follower().await(last, Duration.ofSeconds(20)));
        await().until(() -> finder.follower().problem().isEmpty());
    }

    @Override
    public void close() {
        finder.close();
        models.close();
    }
}
