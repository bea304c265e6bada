// SPDX-License-Identifier: Apache-2.0
package org.gorizont.simulations.faults;

import java.util.List;
import org.gorizont.protocol.codec.LogCodec;
import org.gorizont.protocol.merkle.CompactRange;
import org.gorizont.protocol.model.Entry;
import org.gorizont.protocol.model.Head;
import org.gorizont.protocol.model.LogId;
import org.gorizont.protocol.model.Signature;
import org.gorizont.protocol.model.SignedHead;

/** Heads in the name of schools that did not sign them. */
final class Forgery {
    private Forgery() {}

    static SignedHead head(LogId log, List<Entry> entries, Signature signature) {
        CompactRange range =
                CompactRange.empty().appendAll(entries.stream().map(Entry::hash).toList());
        Head head = new Head(log, range.size(), range.root(), 0);
        return new SignedHead(head, LogCodec.head(head), signature);
    }
}
