// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.local;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.gorizont.protocol.core.Draft;
import org.gorizont.protocol.core.Refusal;
import org.gorizont.protocol.crypto.Hashing;
import org.gorizont.protocol.model.Bytes;
import org.gorizont.protocol.model.Channel;
import org.gorizont.protocol.model.Hash;
import org.gorizont.protocol.model.Scope;

/**
 * What one question wanted to publish together, kept because it was refused. It is published as it stands, with the salts
 * and the time of then: so its entries have the same bytes whenever that happens, and are recognised in the own log.
 *
 * @param number names it for people, from 1
 * @param why the refusal
 * @param items in their order, at least one
 */
public record KeptDraft(int number, Instant keptAt, Refusal why, Channel channel, Scope scope, List<Item> items) {
    public KeptDraft {
        items = List.copyOf(items);
        if (items.isEmpty()) {
            throw new IllegalArgumentException("a draft of nothing");
        }
    }

    /** Names nothing of the content: this may come into a log line by mistake. */
    @Override
    public String toString() {
        return "draft " + number + " (LOCAL)";
    }

    /**
     * One record of it.
     *
     * @param basedOn what the school's own log said of the record at that moment; empty if nothing
     */
    public record Item(Draft draft, Optional<Hash> basedOn) {
        private static final String WISH = "gorizont/local-wish/1";

        /** The same for the same wish, whenever it was uttered. */
        Hash wish() {
            Bytes content = draft.body().map(body -> body.content()).orElse(Bytes.empty());
            Bytes verb = Bytes.wrap(new byte[] {(byte) draft.verb().ordinal()});
            return Hashing.tagged(WISH, verb, draft.record().bytes(), content);
        }

        @Override
        public String toString() {
            return "item (LOCAL)";
        }
    }
}
