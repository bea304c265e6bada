// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.readmodel;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import org.gorizont.protocol.model.SchoolId;

/**
 * Keeps the newest of many records, a few of each school: who publishes a whole list at once does not hide the others. What
 * is dated later than now comes last, since its date says nothing.
 */
final class NewestFirst {
    /** So far clocks of schools may be ahead of each other. */
    private static final Duration SKEW = Duration.ofHours(1);

    private final Instant now;
    private final int atMost;
    private final int ofSchool;
    private final Comparator<Dated> oldestFirst;
    private final Map<SchoolId, PriorityQueue<Dated>> bySchool = new HashMap<>();

    /** @param ofSchool how many of one school are kept */
    NewestFirst(Instant now, int atMost, int ofSchool) {
        this.now = now;
        this.atMost = atMost;
        this.ofSchool = ofSchool;
        this.oldestFirst = Comparator.comparing(this::counts).thenComparing(dated -> dated.key.bytes());
    }

    /** A record, and when its school wrote what stands of it. */
    record Dated(RecordKey key, Instant said) {}

    void add(Dated dated) {
        PriorityQueue<Dated> own =
                bySchool.computeIfAbsent(dated.key.school(), _ -> new PriorityQueue<>(ofSchool + 1, oldestFirst));
        own.add(dated);
        if (own.size() > ofSchool) {
            own.remove();
        }
    }

    List<RecordKey> kept() {
        return bySchool.values().stream()
                .flatMap(PriorityQueue::stream)
                .sorted(oldestFirst.reversed())
                .limit(atMost)
                .map(Dated::key)
                .toList();
    }

    private Instant counts(Dated dated) {
        return dated.said.isAfter(now.plus(SKEW)) ? Instant.MIN : dated.said;
    }
}
