// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.gorizont.node.backup.BackupSource;
import org.gorizont.node.identity.Lineage;
import org.gorizont.node.runtime.ReplicaLoop;
import org.gorizont.node.storage.RocksLogStore;
import org.gorizont.node.storage.StoreFailed;
import org.gorizont.protocol.model.Bytes;

/**
 * The store of this node for its backups; the loop's thread writes the lineage.
 *
 * @param fresh gives 16 random bytes
 */
record StoredBackups(Path data, RocksLogStore store, ReplicaLoop loop, Supplier<Bytes> fresh) implements BackupSource {
    private static final int PATIENCE_SECONDS = 60;

    @Override
    public void checkpoint(Path target) throws StoreFailed {
        store.checkpoint(target);
    }

    @Override
    public void renewLineage() throws IOException, InterruptedException {
        CompletableFuture<Boolean> renewed = new CompletableFuture<>();
        loop.between(() -> renew(renewed));
        try {
            renewed.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw new IOException("the lineage cannot be renewed: " + e.getCause(), e);
        } catch (TimeoutException e) {
            throw new IOException("the store takes no writes", e);
        }
    }

    private void renew(CompletableFuture<Boolean> renewed) throws StoreFailed {
        try {
            Lineage.renew(store, data, fresh.get());
            renewed.complete(true);
        } catch (StoreFailed e) {
            renewed.completeExceptionally(e);
            throw e;
        } catch (IOException e) {
            renewed.completeExceptionally(e);
        }
    }
}
