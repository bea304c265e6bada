// SPDX-License-Identifier: Apache-2.0
/**
 * The node's store on disk: logs, identities, receipts and what belongs to them, in RocksDB. {@link
 * org.gorizont.node.storage.RocksLogStore} is opened on a directory; {@link org.gorizont.node.storage.DirectoryLock}
 * keeps other processes away; {@link org.gorizont.node.storage.DiskSpace} says how much room is left.
 *
 * <p>Stage: carry changes out in memory, visible to this store's own reads. Commit: write what is staged in one batch
 * with one fsync. Turn: what one commit writes; its number is in the batch, so that after a failed write one can find
 * out whether it happened: a failed fsync is unknown, not failed.
 *
 * <p>Owns no rule about what may be stored (that is {@code protocol}) and no read model. Nothing here logs.
 */
@NullMarked
package org.gorizont.node.storage;

import org.jspecify.annotations.NullMarked;
