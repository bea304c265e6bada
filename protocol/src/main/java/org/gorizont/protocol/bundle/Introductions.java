// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.bundle;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.TreeSet;
import org.gorizont.protocol.codec.CircleCodec;
import org.gorizont.protocol.codec.Malformed;
import org.gorizont.protocol.core.BundlePlan;
import org.gorizont.protocol.core.LogState;
import org.gorizont.protocol.core.LogStore;
import org.gorizont.protocol.crypto.Ed25519Verifier;
import org.gorizont.protocol.membership.Membership;
import org.gorizont.protocol.model.Bytes;
import org.gorizont.protocol.model.SchoolId;
import org.gorizont.protocol.model.SignedHead;

/**
 * The schools of one circle in an order in which a newcomer can come to know them: founders first, then whom they admit, and so
 * on. Who knows nobody takes the identity of nobody but founders.
 *
 * <p>The rounds are those of a fold of what is held, without parts of certificates that come later. Schools that it does not
 * reach come last: the order helps, and decides nothing.
 */
final class Introductions implements Iterator<List<SchoolId>> {
    private final LogStore store;
    private final BundlePlan.Circle circle;
    private final List<LogState> control;
    private final Membership known;
    private final TreeSet<SchoolId> left;

    /** @param control CONTROL logs of the circle */
    Introductions(LogStore store, BundlePlan.Circle circle, Bytes charter, List<LogState> control) {
        this.store = store;
        this.circle = circle;
        this.control = control;
        this.left = new TreeSet<>(circle.everybody());
        this.known = new Membership(store::chain, new Ed25519Verifier());
        try {
            known.addCharter(circle.id(), CircleCodec.charter(charter));
        } catch (Malformed e) {
            throw new IllegalStateException("a charter that was stored cannot be read: " + circle.id(), e);
        }
    }

    @Override
    public boolean hasNext() {
        return !left.isEmpty();
    }

    @Override
    public List<SchoolId> next() {
        List<SchoolId> round = new ArrayList<>(
                left.stream().filter(known.everybody(circle.id())::contains).toList());
        if (round.isEmpty()) {
            round.addAll(left);
        }
        round.forEach(left::remove);
        control.stream().filter(state -> round.contains(state.log().school())).forEach(this::fold);
        return round;
    }

    private void fold(LogState state) {
        long end = state.head().map(SignedHead::size).orElse(0L);
        for (long seq = 0; seq < end; seq++) {
            long at = seq;
            store.entry(state.log(), seq).ifPresent(entry -> known.fold(state.log(), at, entry));
        }
    }
}
