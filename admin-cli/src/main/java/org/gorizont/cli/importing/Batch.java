// SPDX-License-Identifier: Apache-2.0
package org.gorizont.cli.importing;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import org.gorizont.protocol.core.Limits;
import org.gorizont.protocol.wire.v1.AdminWire.RecordDraft;

/** Drafts on their way to the node, as many at a time as one call takes. */
final class Batch {
    /** Bytes that one call takes: after a crash little is asked for again, and progress moves. */
    private static final int BYTES = 256 * 1024;

    private final Consumer<List<RecordDraft>> sink;
    private final LongConsumer acknowledged;
    private final List<RecordDraft> drafts = new ArrayList<>();
    private int bytes;

    /**
     * @param sink sends drafts; they are on the node's disk when it returns
     * @param acknowledged hears how many drafts more are there
     */
    Batch(Consumer<List<RecordDraft>> sink, LongConsumer acknowledged) {
        this.sink = sink;
        this.acknowledged = acknowledged;
    }

    void add(RecordDraft draft) {
        drafts.add(draft);
        bytes += draft.getSerializedSize();
        if (drafts.size() >= Limits.BATCH_ENTRIES || bytes >= BYTES) {
            send();
        }
    }

    /** Sends what waits. */
    void send() {
        if (!drafts.isEmpty()) {
            sink.accept(List.copyOf(drafts));
            acknowledged.accept(drafts.size());
            drafts.clear();
            bytes = 0;
        }
    }
}
