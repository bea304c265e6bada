// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.gorizont.node.config.BackupConfig;
import org.gorizont.node.identity.Lineage;
import org.gorizont.node.identity.NewNode;
import org.gorizont.node.identity.NodeIdentity;
import org.gorizont.node.storage.RocksLogStore;
import org.gorizont.node.storage.StoreFailed;
import org.gorizont.protocol.identity.NewIdentity;
import org.gorizont.protocol.identity.RecoverySheet;
import org.gorizont.protocol.model.Bytes;
import org.gorizont.protocol.model.IdentityChain;
import org.gorizont.protocol.model.PublicKey;

/** A data directory with a store that runs, its backups, and a clock. */
public final class BackupScene implements BackupSource, AutoCloseable {
    static final String PROGRAM = "test 1";
    private static final SecureRandom RANDOM = new SecureRandom();

    final Path data;
    final Path folder;
    final RecoverySheet sheet = new RecoverySheet(fresh(32));
    final IdentityChain chain;
    final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-03-12T03:00:00Z"));
    private final RocksLogStore store;

    BackupScene(Path temp) throws Exception {
        data = temp.resolve("school");
        folder = Files.createDirectory(temp.resolve("backups"));
        NodeIdentity identity = NewNode.create(data, fresh(32), sheet, fresh(16));
        chain = identity.chain();
        store = RocksLogStore.open(data.resolve("store"), PROGRAM, () -> fresh(16));
        Lineage.begin(store, data, fresh(16), fresh(16));
    }

    /** For tests of other things: no backup can be made. */
    public static Backups nothing(Path data) {
        PublicKey nobody = new PublicKey(Bytes.zeros(PublicKey.SIZE));
        IdentityChain chain =
                NewIdentity.of(fresh(32), fresh(32), nobody, fresh(16)).chain();
        BackupSource none = new BackupSource() {
            @Override
            public void checkpoint(Path target) throws StoreFailed {
                throw new AssertionError();
            }

            @Override
            public void renewLineage() {
                throw new AssertionError();
            }
        };
        return new Backups(data, chain, PROGRAM, BackupConfig.DEFAULTS, none, Instant::now, RANDOM);
    }

    Backups backups(BackupSource source, BackupConfig config) {
        return new Backups(data, chain, PROGRAM, config, source, now::get, RANDOM);
    }

    @Override
    public void checkpoint(Path target) throws StoreFailed {
        store.checkpoint(target);
    }

    @Override
    public void renewLineage() throws StoreFailed, IOException {
        Lineage.renew(store, data, fresh(16));
    }

    @Override
    public void close() {
        store.close();
    }

    static Bytes fresh(int size) {
        byte[] bytes = new byte[size];
        RANDOM.nextBytes(bytes);
        return Bytes.wrap(bytes);
    }
}
