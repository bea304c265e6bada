// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.storage;

import java.util.Locale;

/** What a node remembers of itself beside the logs. LOCAL. */
public enum Slot {
    /** Start counter and tokens; see {@code identity.Lineage}. */
    LINEAGE;

    String rowName() {
        return "slot-" + name().toLowerCase(Locale.ROOT);
    }
}
