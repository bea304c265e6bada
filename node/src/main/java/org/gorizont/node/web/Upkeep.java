// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.web;

import org.gorizont.node.web.page.BackupState;

/** What pages are told of the node's own affairs, which they do not see themselves. Asked from any thread, and answered at once. */
public interface Upkeep {
    /** Whether the school would come back from a backup. */
    BackupState backup();

    /** How many wishes to publish were refused and are kept. */
    int keptDrafts();
}
