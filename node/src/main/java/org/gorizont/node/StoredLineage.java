// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node;

import org.gorizont.node.identity.Lineage;
import org.gorizont.node.runtime.LineagePort;
import org.gorizont.node.storage.RocksLogStore;

/** Keeps in the store what the next start must know of this one. */
record StoredLineage(RocksLogStore store) implements LineagePort {
    @Override
    public void restored(boolean restored) {
        Lineage.mark(store, restored);
    }

    @Override
    public void counted(long startCounter) {
        Lineage.count(store, startCounter);
    }
}
