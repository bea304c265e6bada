// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.frame;

import java.util.List;
import org.gorizont.protocol.model.Receipt;
import org.gorizont.protocol.model.Signed;

/** What schools state that they store. Never receipted themselves. */
public record Receipts(List<Signed<Receipt>> receipts) implements Frame {
    public Receipts {
        receipts = List.copyOf(receipts);
    }
}
