// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.replica;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.gorizont.protocol.codec.CircleCodec;
import org.gorizont.protocol.codec.Malformed;
import org.gorizont.protocol.core.Change;
import org.gorizont.protocol.core.Limits;
import org.gorizont.protocol.core.LogState;
import org.gorizont.protocol.core.Turn;
import org.gorizont.protocol.crypto.Hashing;
import org.gorizont.protocol.gossip.Neighbours;
import org.gorizont.protocol.membership.Membership;
import org.gorizont.protocol.model.Bytes;
import org.gorizont.protocol.model.Charter;
import org.gorizont.protocol.model.CircleId;
import org.gorizont.protocol.model.Endpoint;
import org.gorizont.protocol.model.SchoolId;
import org.gorizont.protocol.model.Way;
import org.gorizont.protocol.sync.CirclePull;
import org.gorizont.protocol.sync.RangePulls;

/**
 * A school comes back with nothing but its recovery sheet. It knows no circle: it believes whoever it has dialled which
 * circles it is in, and takes that school for a candidate, so that its logs tell of the members. Then all members are
 * dialled, as by every school that doubts its store ({@link OwnRecovery}).
 */
final class Returning {
    private final Optional<Endpoint> first;
    private final SchoolId self;
    private final Membership membership;
    private final LogTable logs;
    private final PeerLinks links;
    private final RangePulls pulls;
    private final BodyPulls bodies;
    private Instant since = Instant.MIN;

    /** @param first where to ask; empty for a school that is not returning */
    Returning(
            Optional<Endpoint> first,
            SchoolId self,
            Membership membership,
            LogTable logs,
            PeerLinks links,
            RangePulls pulls,
            BodyPulls bodies) {
        this.first = first;
        this.self = self;
        this.membership = membership;
        this.logs = logs;
        this.links = links;
        this.pulls = pulls;
        this.bodies = bodies;
    }

    boolean isUnderWay() {
        return first.isPresent();
    }

    void started(Turn turn) {
        since = turn.now();
    }

    /** Dials the first neighbour while there is no other. */
    void look(Turn turn, Neighbours neighbours) {
        if (links.count() == 0) {
            first.ifPresent(endpoint -> neighbours.dial(turn, new Way.Direct(endpoint), Optional.empty()));
        }
    }

    /** A neighbour tells of the circles that it shares with us; true if one was new. */
    boolean charters(Turn turn, SchoolId teller, List<Bytes> charters) {
        boolean found = false;
        for (Bytes bytes : charters) {
            CircleId circle = Hashing.circleId(bytes);
            if (!isUnderWay() || membership.circles().size() >= Limits.CIRCLES && !membership.charterKnown(circle)) {
                continue;
            }
            try {
                Charter charter = CircleCodec.charter(bytes);
                if (!membership.charterKnown(circle)) {
                    membership.addCharter(circle, charter);
                    turn.persist(new Change.CharterStored(circle, bytes));
                }
                membership.addProvisional(circle, teller);
                found = true;
            } catch (Malformed _) {
                // Of a newer form: that circle comes back with a newer program.
            }
        }
        return found;
    }

    /**
     * Whether everything has come that those who are connected have: else members may still be unknown, who hold more of our
     * logs. Missing bodies are not waited for without end.
     */
    boolean isQuiet(Instant now) {
        boolean member = membership.circles().stream().anyMatch(circle -> membership.isMember(circle, self));
        boolean idle = pulls.isIdle()
                && links.schools().stream()
                        .flatMap(link -> link.pulls.values().stream())
                        .allMatch(CirclePull::isIdle);
        boolean patient = Duration.between(since, now).compareTo(Limits.RECOVERY_PATIENCE) < 0;
        return member && idle && (!patient || isWhole());
    }

    private boolean isWhole() {
        return logs.known().stream()
                .map(LogState::log)
                .filter(log -> log.school().equals(self))
                .noneMatch(bodies::isIncomplete);
    }
}
