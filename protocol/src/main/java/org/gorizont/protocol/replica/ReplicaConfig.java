// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.replica;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Predicate;
import org.gorizont.protocol.core.Limits;
import org.gorizont.protocol.core.TrafficHours;
import org.gorizont.protocol.model.Endpoint;
import org.gorizont.protocol.model.IdentityChain;
import org.gorizont.protocol.model.Kind;

/**
 * What does not change while a replica lives.
 *
 * @param chain identity of the school itself
 * @param software name and version of the program, told to neighbours
 * @param push whether news is told unasked
 * @param pollEvery how often neighbours are asked what arrived
 * @param returning where to ask first, for a school that has nothing but its recovery sheet: it fetches and signs nothing
 * @param hours in which others are asked for little
 * @param floorAtLeast entries above the floor of an own log from which on a raise is thought of
 * @param memberBytes bytes that copies of one other school may take
 * @param understood kinds of control records that have effect; entries of others are kept and passed on unread, as those of
 *     kinds that are newer than this program
 */
public record ReplicaConfig(
        IdentityChain chain,
        String software,
        boolean push,
        Duration pollEvery,
        Optional<Endpoint> returning,
        Optional<TrafficHours> hours,
        int floorAtLeast,
        long memberBytes,
        Predicate<Kind> understood) {
    public static final Duration POLL = Duration.ofSeconds(60);

    public ReplicaConfig(IdentityChain chain, String software, boolean push, Duration pollEvery) {
        this(chain, software, push, pollEvery, Optional.empty());
    }

    public ReplicaConfig(
            IdentityChain chain, String software, boolean push, Duration pollEvery, Optional<Endpoint> returning) {
        this(chain, software, push, pollEvery, returning, Optional.empty());
    }

    public ReplicaConfig(
            IdentityChain chain,
            String software,
            boolean push,
            Duration pollEvery,
            Optional<Endpoint> returning,
            Optional<TrafficHours> hours) {
        this(chain, software, push, pollEvery, returning, hours, Limits.FLOOR_AT_LEAST, Limits.MEMBER_BYTES, _ -> true);
    }

    /** The same, where small logs have their floors raised too. */
    public ReplicaConfig withFloorAtLeast(int entries) {
        return new ReplicaConfig(chain, software, push, pollEvery, returning, hours, entries, memberBytes, understood);
    }

    /** The same, where one other school may take so many bytes. */
    public ReplicaConfig withMemberBytes(long bytes) {
        return new ReplicaConfig(chain, software, push, pollEvery, returning, hours, floorAtLeast, bytes, understood);
    }

    /** The same, for a program that understands these kinds only. */
    public ReplicaConfig understanding(Predicate<Kind> kinds) {
        return new ReplicaConfig(chain, software, push, pollEvery, returning, hours, floorAtLeast, memberBytes, kinds);
    }

    public static ReplicaConfig of(IdentityChain chain, String software) {
        return new ReplicaConfig(chain, software, true, POLL);
    }
}
