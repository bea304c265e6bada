// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.model;

import java.time.Instant;
import java.util.List;

/** "All live bodies of these logs up to these sizes are durable here." */
public record Receipt(SchoolId holder, int epoch, Instant claimedAt, List<ReceiptLine> lines) {
    public static final int MAX_LINES = 256;

    public Receipt {
        lines = List.copyOf(lines);
        Checks.notNegative("epoch", epoch);
        Checks.that(!lines.isEmpty() && lines.size() <= MAX_LINES, "receipt lines: " + lines.size());
    }
}
