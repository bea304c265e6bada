// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.backup;

import java.io.IOException;
import java.nio.file.Path;
import org.gorizont.node.storage.StoreFailed;

/** The store of a running node, as far as a backup needs it. */
public interface BackupSource {
    /** Copies what is committed into a directory that is not there. */
    void checkpoint(Path target) throws StoreFailed;

    /**
     * Gives the store another lineage token, so that what was copied before can be told from it; returns when that is on
     * disk.
     */
    void renewLineage() throws StoreFailed, IOException, InterruptedException;
}
