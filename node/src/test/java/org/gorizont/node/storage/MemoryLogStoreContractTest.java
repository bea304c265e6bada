// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.storage;

import static org.gorizont.node.storage.StoredValues.bytes;

import java.util.List;
import org.gorizont.protocol.core.Change;
import org.gorizont.protocol.core.LogStore;
import org.gorizont.protocol.memory.MemoryLogStore;

/** The store in memory stands in for the one on disk in simulations: it keeps the same contract. */
final class MemoryLogStoreContractTest extends LogStoreContract {
    private final MemoryLogStore store = new MemoryLogStore(bytes("epoch", 16));

    @Override
    protected LogStore store() {
        return store;
    }

    @Override
    protected void apply(List<Change> changes) {
        store.apply(changes);
    }
}
