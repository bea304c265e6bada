// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.replica;

import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.gorizont.protocol.core.Change;
import org.gorizont.protocol.core.Limits;
import org.gorizont.protocol.core.LogStore;
import org.gorizont.protocol.core.Timer;
import org.gorizont.protocol.core.Turn;
import org.gorizont.protocol.membership.Membership;
import org.gorizont.protocol.model.Bytes;
import org.gorizont.protocol.model.CircleId;
import org.gorizont.protocol.model.Cursor;
import org.gorizont.protocol.model.SchoolId;
import org.gorizont.protocol.sync.CirclePull;
import org.gorizont.protocol.sync.CircleSets;
import org.gorizont.protocol.sync.HeadSink;

/** Which circles are talked about on which link: those that both schools are in, or that one of them is joining. */
final class Exchange {
    private final SchoolId self;
    private final LogStore store;
    private final Membership membership;
    private final PeerLinks links;
    private final CircleSets sets;
    private final HeadSink sink;
    private final Supplier<Bytes> freshKeys;
    private final TreeSet<CircleId> changed = new TreeSet<>();
    private boolean waiting;

    Exchange(
            SchoolId self,
            LogStore store,
            Membership membership,
            PeerLinks links,
            CircleSets sets,
            HeadSink sink,
            Supplier<Bytes> freshKeys) {
        this.self = self;
        this.store = store;
        this.membership = membership;
        this.links = links;
        this.sets = sets;
        this.sink = sink;
        this.freshKeys = freshKeys;
    }

    /** Circles in which the school of this link may ask us. */
    boolean mayAsk(PeerLink link, CircleId circle) {
        return link.school.isPresent()
                && membership.charterKnown(circle)
                && membership.shared(self, link.school.get()).contains(circle);
    }

    /** Opens pulls for circles that have become common, drops those that are no longer. */
    void adjust(Turn turn, PeerLink link) {
        SortedSet<CircleId> common = link.school.map(this::common).orElseGet(TreeSet::new);
        link.pulls.keySet().retainAll(common);
        for (CircleId circle : common) {
            if (!link.pulls.containsKey(circle)) {
                SchoolId school = link.school.orElseThrow();
                Cursor cursor = store.cursor(school, circle).orElse(Cursor.NONE);
                CirclePull pull = new CirclePull(link.id, school, circle, cursor, sets, sink, freshKeys);
                link.pulls.put(circle, pull);
                pull.begin(turn);
            }
        }
    }

    /**
     * The members of these circles have changed: what was skipped counts now. Cursors mean nothing from this moment on;
     * neighbours are asked at once, and then once for all further changes of the next while, since many schools may join
     * in a row.
     *
     * @return whether neighbours were asked now
     */
    boolean membersChanged(Turn turn, List<CircleId> circles) {
        sets.forget();
        for (CircleId circle : circles) {
            turn.persist(new Change.CursorsForgotten(circle));
            links.all()
                    .forEach(link -> Optional.ofNullable(link.pulls.get(circle)).ifPresent(CirclePull::membersChanged));
        }
        changed.addAll(circles);
        return !waiting && settle(turn);
    }

    /** The while is over; whether neighbours were asked. */
    boolean membersTimer(Turn turn) {
        waiting = false;
        return !changed.isEmpty() && settle(turn);
    }

    private boolean settle(Turn turn) {
        for (PeerLink link : links.all()) {
            changed.forEach(
                    circle -> Optional.ofNullable(link.pulls.get(circle)).ifPresent(pull -> pull.begin(turn)));
            adjust(turn, link);
        }
        changed.clear();
        waiting = true;
        turn.schedule(Timer.MEMBERS, Limits.MEMBERS_DELAY);
        return true;
    }

    /** Asks all neighbours what arrived. */
    void poll(Turn turn) {
        for (PeerLink link : links.schools()) {
            link.pulls.values().forEach(pull -> pull.begin(turn));
        }
    }

    private SortedSet<CircleId> common(SchoolId school) {
        TreeSet<CircleId> common = new TreeSet<>();
        for (CircleId circle : membership.ownOrJoining(self)) {
            if (membership.charterKnown(circle) && membership.candidates(circle).contains(school)) {
                common.add(circle);
            }
        }
        return common;
    }
}
