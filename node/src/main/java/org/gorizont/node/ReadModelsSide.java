// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.List;
import org.gorizont.node.admin.ReadSide;
import org.gorizont.node.readmodel.Follower;
import org.gorizont.protocol.core.LogStore;

/** Read models and index together: both follow the same store. */
record ReadModelsSide(LogStore store, Follower catalogue, Follower index) implements ReadSide {
    @Override
    public List<Reader> readers() {
        return List.of(reader("catalogue", catalogue), reader("search", index));
    }

    @Override
    public boolean caughtUp(Duration patience) throws InterruptedException {
        return catalogue.await(store.lastArrival(), patience);
    }

    @Override
    public void rebuild() {
        catalogue.rebuild();
        index.rebuild();
    }

    /** @throws IOException if a read model does not come to what is on disk now */
    void awaitAll(Duration patience) throws IOException {
        long arrival = store.lastArrival();
        try {
            if (!catalogue.await(arrival, patience) || !index.await(arrival, patience)) {
                throw new IOException("the read models have not caught up with the disk");
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException();
        }
    }

    void wake() {
        catalogue.wake();
        index.wake();
    }

    private Reader reader(String name, Follower follower) {
        return new Reader(name, follower.position(), store.lastArrival(), follower.problem());
    }
}
