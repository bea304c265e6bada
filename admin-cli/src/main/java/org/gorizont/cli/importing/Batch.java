// SPDX-License-Identifier: Apache-2.0
package org.gorizont.cli.importing;

import com.google.protobuf.ByteString;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;
import org.gorizont.cli.client.AdminClient;
import org.gorizont.protocol.core.Limits;
import org.gorizont.protocol.wire.v1.AdminWire.PublishAnswer;
import org.gorizont.protocol.wire.v1.AdminWire.RecordDraft;

/** Drafts on their way to the node, as many at a time as one publication takes. */
final class Batch {
    /** Bytes that one publication takes: after a crash little is asked for again, and progress moves. */
    private static final int BYTES = 256 * 1024;

    private final AdminClient node;
    private final ByteString circle;
    private final LongConsumer acknowledged;
    private final List<RecordDraft> drafts = new ArrayList<>();
    private int bytes;
    private long kept;
    private String refusal = "";

    /** @param acknowledged hears how many drafts more are on the node's disk */
    Batch(AdminClient node, ByteString circle, LongConsumer acknowledged) {
        this.node = node;
        this.circle = circle;
        this.acknowledged = acknowledged;
    }

    void add(RecordDraft draft) {
        drafts.add(draft);
        bytes += draft.getSerializedSize();
        if (drafts.size() >= Limits.BATCH_ENTRIES || bytes >= BYTES) {
            send();
        }
    }

    /** Ends with words about drafts if some became such. */
    void tellOfDrafts() {
        if (kept > 0) {
            throw AdminClient.kept(refusal, kept);
        }
    }

    /** Publishes what waits; it is on disk when this returns, perhaps as a draft. */
    void send() {
        if (!drafts.isEmpty()) {
            PublishAnswer answer = node.publishOrKeep(drafts, circle);
            if (answer.getKept() > 0) {
                refusal = answer.getRefused().getCode();
                kept += drafts.size();
            }
            acknowledged.accept(drafts.size());
            drafts.clear();
            bytes = 0;
        }
    }
}
