// SPDX-License-Identifier: Apache-2.0
package org.gorizont.cli.importing;

import com.google.protobuf.ByteString;
import java.util.List;
import java.util.function.Consumer;
import org.gorizont.cli.client.AdminClient;
import org.gorizont.protocol.wire.v1.AdminWire.PublishAnswer;
import org.gorizont.protocol.wire.v1.AdminWire.RecordDraft;

/** Publishes what it is given; while the node may not write, that waits there as drafts. */
final class Publishing implements Consumer<List<RecordDraft>> {
    private final AdminClient node;
    private final ByteString circle;
    private long kept;
    private String refusal = "";

    Publishing(AdminClient node, ByteString circle) {
        this.node = node;
        this.circle = circle;
    }

    @Override
    public void accept(List<RecordDraft> drafts) {
        PublishAnswer answer = node.publishOrKeep(drafts, circle);
        if (answer.getKept() > 0) {
            refusal = answer.getRefused().getCode();
            kept += drafts.size();
        }
    }

    /** Ends with words about drafts if some became such. */
    void tellOfDrafts() {
        if (kept > 0) {
            throw AdminClient.kept(refusal, kept);
        }
    }
}
