// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.replica;

import org.gorizont.protocol.codec.CircleCodec;
import org.gorizont.protocol.codec.Malformed;
import org.gorizont.protocol.core.LogState;
import org.gorizont.protocol.core.LogStore;
import org.gorizont.protocol.membership.Membership;
import org.gorizont.protocol.model.Channel;

/** What the store says of circles, folded again at a start. */
final class StoredMembership {
    private StoredMembership() {}

    static void read(LogStore store, LogTable logs, Membership membership) {
        for (LogStore.CharterBytes charter : store.charters()) {
            try {
                membership.addCharter(charter.circle(), CircleCodec.charter(charter.bytes()));
            } catch (Malformed e) {
                throw new IllegalStateException("a charter that was stored cannot be read: " + charter.circle(), e);
            }
        }
        for (LogState state : store.logs()) {
            if (state.log().channel().equals(Channel.CONTROL)
                    && state.log().scope().circle().isPresent()) {
                for (long seq = 0; seq < state.held(); seq++) {
                    long at = seq;
                    store.entry(state.log(), seq).ifPresent(entry -> membership.fold(state.log(), at, entry));
                }
                membership.clip(state.log(), logs.effectiveEnd(state));
            }
        }
        membership.join(store::entry);
    }
}
