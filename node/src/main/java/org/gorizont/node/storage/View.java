// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.storage;

import org.jspecify.annotations.Nullable;

/**
 * Reading of rows: of what is committed, or of that with what is staged on top. Failures of the disk are {@link
 * org.gorizont.protocol.core.LogStore.StoreUnreadable}, never an absent row.
 */
interface View {
    /** The value, or null when there is no such row. */
    byte @Nullable [] get(Family family, byte[] key);

    /** The last key of a family that only grows at its end, or null when there is no row. */
    byte @Nullable [] last(Family family);

    /** About how many bytes rows of a family take whose keys begin with {@code prefix}, as far as they are committed. */
    long bytes(Family family, byte[] prefix);

    /** Rows in the order of their keys, from the first one at or behind {@code from}. To be closed. */
    Scan scan(Family family, byte[] from);
}
