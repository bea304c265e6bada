// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.replica;

import java.time.Instant;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.gorizont.protocol.core.LinkId;
import org.gorizont.protocol.model.CircleId;
import org.gorizont.protocol.model.Invitation;
import org.gorizont.protocol.model.PublicKey;
import org.gorizont.protocol.model.SchoolId;
import org.gorizont.protocol.model.Way;
import org.gorizont.protocol.sync.CirclePull;

/**
 * One connection: a stranger until its Hello was accepted, then a school.
 *
 * <pre>
 * stranger --Hello accepted--&gt; school --PeerGone--&gt; (gone)
 * stranger --refused, HELLO deadline, PeerGone--&gt; (gone)
 * </pre>
 */
final class PeerLink {
    final LinkId id;
    /** What TLS has proved. */
    final PublicKey key;
    /** The way that we dialled, if it was we who did. */
    final Optional<Way> dialled;
    /** The invitation that this link was opened for. */
    final Optional<Invitation> invitation;

    final Instant since;
    final SortedMap<CircleId, CirclePull> pulls = new TreeMap<>();
    final ServedSets served = new ServedSets();
    Optional<SchoolId> school = Optional.empty();
    boolean greeted;
    /** We have said Hello as to a stranger: the key was not the one that we expected there. */
    boolean anonymous;
    /** The other side holds its school's paper and nothing else: it reads, and signs nothing. */
    boolean returning;
    /** On this link one side has shown a code of the other, and it was good. */
    boolean invited;
    /** The other side counts us in: when the link ends, we were not refused. */
    boolean accepted;

    private int offences;

    PeerLink(LinkId id, PublicKey key, Optional<Way> dialled, Optional<Invitation> invitation, Instant since) {
        this.id = id;
        this.key = key;
        this.dialled = dialled;
        this.invitation = invitation;
        this.since = since;
    }

    boolean isStranger() {
        return school.isEmpty();
    }

    /** Counts a refused frame; true when there were too many. */
    boolean offend(int limit) {
        return ++offences >= limit;
    }
}
