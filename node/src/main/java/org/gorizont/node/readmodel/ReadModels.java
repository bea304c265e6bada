// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.readmodel;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Supplier;

/** The read models of a node: their store, the thread that feeds them, and what reads them. */
public final class ReadModels implements AutoCloseable {
    private final ReadStore store;
    private final Follower follower;
    private final Catalogue catalogue;

    private ReadModels(ReadStore store, EntrySource source, Supplier<Freshness> freshness) {
        this.store = store;
        this.follower = new Follower("catalogue", source, new CatalogueFold(store));
        this.catalogue = new Catalogue(store, freshness);
    }

    /**
     * Opens the read models and begins to catch up.
     *
     * @param folder may be missing, and may be dropped while the node is off
     * @param freshness asked once an answer, from any thread; should not take longer than a few milliseconds
     */
    public static ReadModels open(Path folder, EntrySource source, Supplier<Freshness> freshness) throws IOException {
        ReadModels models = new ReadModels(ReadStore.open(folder), source, freshness);
        models.follower.start();
        return models;
    }

    public Catalogue catalogue() {
        return catalogue;
    }

    /** To wake, to rebuild, to wait for. */
    public Follower follower() {
        return follower;
    }

    /** Files tell nothing any more of what records said before; takes a while. Not while this is closed. */
    public void wipe() throws IOException {
        store.rewrite();
    }

    /** Ends the thread, then the store; nobody may read the catalogue any more. */
    @Override
    public void close() {
        follower.close();
        store.close();
    }
}
