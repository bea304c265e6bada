// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.readmodel;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gorizont.protocol.core.ReplicaStatus;
import org.gorizont.protocol.core.ReplicaStatus.Room;
import org.gorizont.protocol.model.SchoolId;

/** How old our knowledge of each school is, at one moment. */
public final class Freshness {
    private static final ReplicaStatus.Reach OURSELVES =
            new ReplicaStatus.Reach(ReplicaStatus.How.OURSELVES, List.of());
    private static final ReplicaStatus.Reach UNKNOWN = new ReplicaStatus.Reach(ReplicaStatus.How.APART, List.of());

    private final SchoolId self;
    private final Instant now;
    private final Map<SchoolId, ReplicaStatus.School> schools = new LinkedHashMap<>();

    public Freshness(ReplicaStatus status, Instant now) {
        this.self = status.self();
        this.now = now;
        status.schools().forEach(school -> schools.put(school.id(), school));
    }

    public SchoolId self() {
        return self;
    }

    public Instant now() {
        return now;
    }

    /** Schools that the replica knows, ourselves among them. */
    public List<SchoolId> schools() {
        List<SchoolId> all = new ArrayList<>(schools.keySet());
        if (!all.contains(self)) {
            all.addFirst(self);
        }
        return List.copyOf(all);
    }

    /** What is known about the connection to a school. */
    public Heard of(SchoolId school) {
        if (school.equals(self)) {
            return new Heard(true, true, Optional.of(now), behind(school), OURSELVES, Room.ENOUGH);
        }
        return Optional.ofNullable(schools.get(school))
                .map(known -> new Heard(
                        false, known.connected(), known.lastHeard(), known.behind(), known.reach(), known.room()))
                .orElse(new Heard(false, false, Optional.empty(), List.of(), UNKNOWN, Room.ENOUGH));
    }

    /**
     * As of when a statement of that school is known to stand: now for our own and for a school that is connected and of
     * which nothing is behind; else when it was last heard of, or, if never, when it wrote that (by its own clock).
     */
    public Instant asOf(SchoolId school, Instant said) {
        Heard heard = of(school);
        if (heard.self() || heard.connected() && heard.behind().isEmpty()) {
            return now;
        }
        Instant known = heard.lastHeard().orElse(said);
        return known.isAfter(now) ? now : known;
    }

    private List<ReplicaStatus.Behind> behind(SchoolId school) {
        return Optional.ofNullable(schools.get(school))
                .map(ReplicaStatus.School::behind)
                .orElse(List.of());
    }

    /**
     * How a school is reached.
     *
     * @param lastHeard empty when never
     * @param behind its logs of which more exists than is held here, each with the reason
     * @param reach by which connection, or why by none
     * @param room whether copies of it may grow
     */
    public record Heard(
            boolean self,
            boolean connected,
            Optional<Instant> lastHeard,
            List<ReplicaStatus.Behind> behind,
            ReplicaStatus.Reach reach,
            Room room) {
        public Heard {
            behind = List.copyOf(behind);
        }
    }
}
