// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.model;

/** One log in a receipt: everything live up to (size, root) is durable at the holder. */
public record ReceiptLine(LogId log, long size, Hash root, long erased) {
    public ReceiptLine {
        Checks.that(size > 0, "receipt of an empty log");
        Checks.notNegative("erased", erased);
    }
}
