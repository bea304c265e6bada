// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.replica;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.gorizont.protocol.core.Limits;
import org.gorizont.protocol.core.Turn;
import org.gorizont.protocol.gossip.Neighbours;
import org.gorizont.protocol.log.OwnLogs;
import org.gorizont.protocol.membership.Membership;
import org.gorizont.protocol.model.CircleId;
import org.gorizont.protocol.model.SchoolId;
import org.gorizont.protocol.model.Way;

/**
 * What a school does that does not know how far its own logs have come, because its store was restored, copied, or has
 * lost its end: it writes nothing, asks every member of its circles in Hello, fetches what they hold of its own logs, and
 * goes on where those end (P4).
 *
 * <p>It is sure again when all its own logs are whole and
 *
 * <ul>
 *   <li>one other member has been heard, two in a circle of {@link Limits#LARGE_CIRCLE} or more;
 *   <li>and each other member was heard, or could not be reached in {@link Limits#RECOVERY_DIALS} attempts of each way, or has
 *       told no way and did not call within {@link Limits#RECOVERY_PATIENCE}.
 * </ul>
 */
final class OwnRecovery {
    private final SchoolId self;
    private final OwnLogs own;
    private final Membership membership;
    private final Neighbours neighbours;
    private final TreeSet<SchoolId> heard = new TreeSet<>();
    private final TreeMap<Way, Integer> failedDials = new TreeMap<>();
    private Instant since = Instant.MIN;

    OwnRecovery(SchoolId self, OwnLogs own, Membership membership, Neighbours neighbours) {
        this.self = self;
        this.own = own;
        this.membership = membership;
        this.neighbours = neighbours;
    }

    /** @param restored the store is not the one that this school's last run has left */
    void started(Turn turn, boolean restored) {
        since = turn.now();
        if (restored || own.isBehind()) {
            doubt(turn);
        }
    }

    /** Neighbours hold more of our own logs than we do. */
    void doubt(Turn turn) {
        if (!own.isDoubted()) {
            own.doubt();
            turn.markRestored(true);
        }
    }

    /** Another machine works in our name: until the next start nothing is written, and then what it wrote is asked for. */
    void besideAnother(Turn turn) {
        own.stopBesideAnother();
        turn.markRestored(true);
    }

    /** Whether every member should be dialled, not only some neighbours. */
    boolean isUnderWay() {
        return own.isDoubted();
    }

    /** The school has told in Hello how far it knows our logs. */
    void heard(SchoolId school) {
        heard.add(school);
    }

    void dialFailed(Way way) {
        if (neighbours.schoolAt(way).isPresent()) {
            failedDials.merge(way, 1, Integer::sum);
        }
    }

    /** Lets the school write again once it can be sure. */
    void settle(Turn turn) {
        boolean quiet = !own.hasWritten() && !own.isBesideAnother();
        if (own.isDoubted() && quiet && !own.isBehind() && isSure(turn.now())) {
            own.trust();
            turn.markRestored(false);
        }
    }

    private boolean isSure(Instant now) {
        boolean patient = Duration.between(since, now).compareTo(Limits.RECOVERY_PATIENCE) < 0;
        TreeSet<SchoolId> others = new TreeSet<>();
        int needed = 1;
        for (CircleId circle : membership.ownOrJoining(self)) {
            SortedSet<SchoolId> members = membership.members(circle);
            others.addAll(members);
            needed = members.size() >= Limits.LARGE_CIRCLE ? 2 : needed;
        }
        others.remove(self);
        if (others.isEmpty()) {
            return !patient;
        }
        long answers = others.stream().filter(heard::contains).count();
        return answers >= needed && others.stream().allMatch(school -> isDone(school, patient));
    }

    private boolean isDone(SchoolId school, boolean patient) {
        List<Way> ways = neighbours.ways(school);
        boolean silent = ways.isEmpty() && !patient;
        boolean unreachable = !ways.isEmpty()
                && ways.stream().allMatch(way -> failedDials.getOrDefault(way, 0) >= Limits.RECOVERY_DIALS);
        return heard.contains(school) || unreachable || silent;
    }
}
