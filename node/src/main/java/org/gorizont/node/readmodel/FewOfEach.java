// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.readmodel;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gorizont.protocol.model.SchoolId;

/** Picks records of other schools in the order in which they are shown, a few of each: who publishes a long list hides nobody. */
final class FewOfEach {
    private final SchoolId self;
    private final int atMost;
    private final int ofSchool;
    private final List<RecordKey> picked = new ArrayList<>();
    private final Map<SchoolId, Integer> bySchool = new HashMap<>();

    FewOfEach(SchoolId self, int atMost, int ofSchool) {
        this.self = self;
        this.atMost = atMost;
        this.ofSchool = ofSchool;
    }

    /** Returns whether more are wanted. */
    boolean take(RecordKey key) {
        boolean wanted = picked.size() < atMost && !key.school().equals(self);
        if (wanted && bySchool.merge(key.school(), 1, Integer::sum) <= ofSchool) {
            picked.add(key);
        }
        return picked.size() < atMost;
    }

    List<RecordKey> picked() {
        return List.copyOf(picked);
    }
}
