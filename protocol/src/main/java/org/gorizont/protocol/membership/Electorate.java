// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.membership;

import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.gorizont.protocol.model.Charter;
import org.gorizont.protocol.model.CircleId;
import org.gorizont.protocol.model.Hash;
import org.gorizont.protocol.model.SchoolId;
import org.gorizont.protocol.model.Terms;

/**
 * Who may vote together.
 *
 * @param id hash of the proposal that made it, or of the circle for the founders
 * @param depth 0 for the founders
 * @param terms what the charter says in the eyes of this electorate, whose fractions it votes by
 */
public record Electorate(Hash id, int depth, SortedSet<SchoolId> members, Terms terms) {
    static Electorate founders(CircleId circle, Charter charter) {
        return new Electorate(circle.hash(), 0, unmodifiable(charter.founders()), charter.terms());
    }

    Electorate child(Hash child, List<SchoolId> list, Terms after) {
        return new Electorate(child, depth + 1, unmodifiable(list), after);
    }

    private static SortedSet<SchoolId> unmodifiable(List<SchoolId> schools) {
        return Collections.unmodifiableSortedSet(new TreeSet<>(schools));
    }
}
