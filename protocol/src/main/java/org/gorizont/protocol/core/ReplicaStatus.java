// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.core;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.gorizont.protocol.model.CircleId;
import org.gorizont.protocol.model.Endpoint;
import org.gorizont.protocol.model.LogId;
import org.gorizont.protocol.model.SchoolId;

/**
 * How the replica is at one moment, for people: members, neighbours, what is behind and why.
 *
 * @param writing empty when the school may write, else why it may not
 */
public record ReplicaStatus(
        SchoolId self, Optional<Refusal> writing, List<Circle> circles, List<School> schools, Counters counters) {
    public ReplicaStatus {
        circles = List.copyOf(circles);
        schools = List.copyOf(schools);
    }

    /** A circle of ours with its members. {@code joining}: the inviter has not let us in yet. */
    public record Circle(
            CircleId id, String name, int sponsors, int ruleVersion, List<SchoolId> members, boolean joining) {
        public Circle {
            members = List.copyOf(members);
        }
    }

    /**
     * A school that we know.
     *
     * @param lastHeard when one of its own connections last said something, or something new of it arrived
     * @param connected whether a link to it stands now
     * @param behind its logs of which more exists than is held here
     */
    public record School(
            SchoolId id,
            Optional<Instant> lastHeard,
            boolean connected,
            List<Endpoint> endpoints,
            List<Behind> behind) {
        public School {
            endpoints = List.copyOf(endpoints);
            behind = List.copyOf(behind);
        }
    }

    /** A log of which more exists than is held here. */
    public record Behind(LogId log, long held, long known, Why why) {}

    /** Why something is behind. */
    public enum Why {
        /** Asked for, on its way. */
        PULLING,
        /** Nobody who has it is connected. */
        NOBODY_CONNECTED,
        /** Two versions of the log exist. */
        FORKED,
        /** Two changes of keys of that school contradict each other: nothing of it is taken any more. */
        FROZEN,
        /** The log was stopped by its seal or a limit. */
        STOPPED,
        /** Headers are here, some bodies are not. */
        BODIES_MISSING
    }

    /** Numbers since the start. */
    public record Counters(long framesReceived, long unknownFrames, long rejected, long entriesAccepted) {}
}
