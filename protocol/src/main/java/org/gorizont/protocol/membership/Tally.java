// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.membership;

import java.util.SortedMap;
import java.util.TreeMap;
import org.gorizont.protocol.model.Hash;
import org.gorizont.protocol.model.Proposal;
import org.gorizont.protocol.model.SchoolId;

/** All genuine yes to one proposal that certificates show, each where it stands first. */
record Tally(Hash id, Proposal proposal, SortedMap<SchoolId, Position> votes) {
    static Tally empty(Hash id, Proposal proposal) {
        return new Tally(id, proposal, new TreeMap<>());
    }

    void add(SchoolId voter, Position position) {
        votes.merge(voter, position, Position::earlier);
    }
}
