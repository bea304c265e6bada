// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.storage;

import java.util.List;
import org.gorizont.protocol.core.Change;

/** The writing side of a store, for the one thread that writes. See {@link RocksLogStore} for what each method does. */
public interface TurnStore {
    /** Carries changes out in memory, to be written by the next {@link #commit}. Does not block on writing. */
    void stage(List<Change> changes);

    /** Bytes that wait for the next commit. */
    long stagedBytes();

    /**
     * Writes what is staged, with one fsync; blocks.
     *
     * @throws StoreFailed if it is unknown whether it was written
     */
    void commit() throws StoreFailed;

    /**
     * Makes sure that the batch of a failed commit is written once, whatever that commit did; blocks.
     *
     * @throws StoreFailed if it fails again
     */
    void recover() throws StoreFailed;
}
