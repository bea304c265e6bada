// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.model;

/** Where a log stood when its key epoch ended; size 0 stands for a log of which nothing counts. */
public record Seal(LogId log, long size, Hash root) {
    public Seal {
        Checks.notNegative("sealed size", size);
    }
}
