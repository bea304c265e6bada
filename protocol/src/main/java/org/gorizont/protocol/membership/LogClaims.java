// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.membership;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.gorizont.protocol.core.Limits;

/** What one CONTROL log says in a circle, as far as it is looked at. Does not depend on the order in which entries come. */
final class LogClaims {
    final FirstSaid<Claim.Admission> admissions = new FirstSaid<>(Limits.CIRCLE_MEMBERS);
    final FirstSaid<Claim.Vote> votes = new FirstSaid<>(Limits.VOTES_OF_LOG);
    private final SortedMap<Long, Certified> certificates = new TreeMap<>();
    private long end = Long.MAX_VALUE;

    /** Entries from here on have no effect: the log was sealed, or two versions of it part here. */
    long end() {
        return end;
    }

    /** Tells whether that is another end than before. */
    boolean end(long seq) {
        boolean other = end != seq;
        end = seq;
        return other;
    }

    /** The first certificates of a log count; tells whether this is one of them, and news. */
    boolean add(long seq, Certified certificate) {
        if (certificates.putIfAbsent(seq, certificate) != null) {
            return false;
        }
        return certificates.size() <= Limits.CERTIFICATES_OF_LOG
                || certificates.pollLastEntry().getKey() != seq;
    }

    /** Entries from {@code from} on are not held any more; tells whether any was looked at. */
    boolean forget(long from) {
        boolean admitted = admissions.forget(from);
        boolean voted = votes.forget(from);
        boolean certified = !certificates.tailMap(from).isEmpty();
        certificates.tailMap(from).clear();
        return admitted || voted || certified;
    }

    Optional<Certified> certificate(long seq) {
        return Optional.ofNullable(certificates.get(seq));
    }

    /** Those that have effect. */
    List<Certified> certificates() {
        return new ArrayList<>(certificates.headMap(end).values());
    }
}
