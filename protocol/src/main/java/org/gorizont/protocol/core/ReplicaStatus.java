// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.core;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.gorizont.protocol.model.Action;
import org.gorizont.protocol.model.CircleId;
import org.gorizont.protocol.model.Endpoint;
import org.gorizont.protocol.model.Hash;
import org.gorizont.protocol.model.LogId;
import org.gorizont.protocol.model.SchoolId;
import org.gorizont.protocol.model.Terms;
import org.gorizont.protocol.model.Way;

/**
 * How the replica is at one moment, for people: members, neighbours, what is behind and why.
 *
 * @param writing empty when the school may write, else why it may not
 * @param heldBackUntil until when others are asked for nothing large; empty while they are
 */
public record ReplicaStatus(
        SchoolId self,
        Optional<Refusal> writing,
        List<Circle> circles,
        List<School> schools,
        Counters counters,
        Optional<Instant> heldBackUntil) {
    public ReplicaStatus {
        circles = List.copyOf(circles);
        schools = List.copyOf(schools);
    }

    /** A replica that holds nothing back. */
    public ReplicaStatus(
            SchoolId self, Optional<Refusal> writing, List<Circle> circles, List<School> schools, Counters counters) {
        this(self, writing, circles, schools, counters, Optional.empty());
    }

    /**
     * A circle that we know.
     *
     * @param terms what the charter says by now
     * @param electorate who votes, ascending
     */
    public record Circle(
            CircleId id,
            Terms terms,
            Standing standing,
            List<SchoolId> members,
            List<SchoolId> electorate,
            List<Open> proposals,
            List<Done> decided) {
        public Circle {
            members = List.copyOf(members);
            electorate = List.copyOf(electorate);
            proposals = List.copyOf(proposals);
            decided = List.copyOf(decided);
        }
    }

    /** What this school is in a circle. */
    public enum Standing {
        MEMBER,
        /** The inviter has not let us in yet. */
        JOINING,
        /** We have left it. */
        LEFT,
        /** The others have decided so, and we know. */
        REMOVED,
        /** Known from hearsay. */
        OUTSIDE
    }

    /**
     * A proposal that is put to the vote.
     *
     * @param electorate how many schools may answer
     * @param needed how many yes decide it
     * @param waiting whether this school may answer and has not
     */
    public record Open(
            Hash id,
            Action action,
            SchoolId author,
            List<SchoolId> yes,
            List<SchoolId> no,
            int electorate,
            int needed,
            boolean waiting) {
        public Open {
            yes = List.copyOf(yes);
            no = List.copyOf(no);
        }
    }

    /** A decision: so many schools of so many have said yes. */
    public record Done(Hash id, Action action, int yes, int electorate) {}

    /**
     * A school that we know.
     *
     * @param lastHeard when one of its own connections last said something, or something new of it arrived
     * @param connected whether a link to it stands now
     * @param behind its logs of which more exists than is held here
     * @param reach how it is reached, or why not
     * @param room whether copies of it may grow
     */
    public record School(
            SchoolId id,
            Optional<Instant> lastHeard,
            boolean connected,
            List<Endpoint> endpoints,
            List<Behind> behind,
            Reach reach,
            Room room) {
        public School {
            endpoints = List.copyOf(endpoints);
            behind = List.copyOf(behind);
        }

        /** A school that takes little room. */
        public School(
                SchoolId id,
                Optional<Instant> lastHeard,
                boolean connected,
                List<Endpoint> endpoints,
                List<Behind> behind,
                Reach reach) {
            this(id, lastHeard, connected, endpoints, behind, reach, Room.ENOUGH);
        }

        /** A school of which nothing is known about how it is reached. */
        public School(
                SchoolId id,
                Optional<Instant> lastHeard,
                boolean connected,
                List<Endpoint> endpoints,
                List<Behind> behind) {
            this(id, lastHeard, connected, endpoints, behind, new Reach(How.NOT_AT_ALL, List.of()));
        }
    }

    /** How much of the disk a school takes, of what it may take. */
    public enum Room {
        ENOUGH,
        /** A good part: people should ask why. */
        MUCH,
        /** All: nothing more is fetched. */
        SPENT
    }

    /**
     * How a school is reached.
     *
     * @param attempts the ways that the school has told, with how dialling them has gone
     */
    public record Reach(How how, List<Attempt> attempts) {
        public Reach {
            attempts = List.copyOf(attempts);
        }
    }

    /** By which link a school is reached. */
    public enum How {
        /** This is our own school. */
        OURSELVES,
        /** It has dialled us. */
        CALLS_US,
        /** We have dialled an address of its own. */
        DIRECT,
        /** We have called it at a relay. */
        RELAYED,
        /** No link stands, and it has told no way to dial it: it has to call. */
        MUST_CALL,
        /** No link stands. */
        NOT_AT_ALL,
        /** No circle is shared any more: nothing is exchanged. */
        NOTHING_SHARED
    }

    /**
     * A way to a school.
     *
     * @param problem why it failed last; empty when it did not, or was not tried
     * @param nextTry from when on it may be tried again, after a failure
     */
    public record Attempt(Way way, Optional<DialProblem> problem, Optional<Instant> nextTry) {}

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
        /** Copies of that school take as much of the disk as they may. */
        NO_ROOM,
        /** Headers are here, some bodies are not. */
        BODIES_MISSING,
        /** The line is spared in these hours of the day. */
        HELD_BACK
    }

    /** Numbers since the start. */
    public record Counters(long framesReceived, long unknownFrames, long rejected, long entriesAccepted) {}
}
