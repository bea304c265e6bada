// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.membership;

import java.util.SortedMap;
import java.util.SortedSet;
import org.gorizont.protocol.model.Bytes;
import org.gorizont.protocol.model.Fraction;
import org.gorizont.protocol.model.Hash;
import org.gorizont.protocol.model.LogId;
import org.gorizont.protocol.model.Proposal;
import org.gorizont.protocol.model.SchoolId;

/**
 * A proposal that is put to the vote, with the answers that are held here.
 *
 * @param exact bytes whose hash is {@code id}
 * @param author the school that proposes
 * @param electorate who may answer
 * @param needed the share of them that must be exceeded
 * @param yes where each has said yes
 * @param no who has said no
 */
public record OpenProposal(
        Hash id,
        Bytes exact,
        Proposal proposal,
        SchoolId author,
        SortedSet<SchoolId> electorate,
        Fraction needed,
        SortedMap<SchoolId, Place> yes,
        SortedSet<SchoolId> no) {
    /** Where a ballot stands. */
    public record Place(LogId log, long seq) {}

    /** Whether a certificate can be made of what is held. */
    public boolean isCarried() {
        return needed.exceededBy(yes.size(), electorate.size());
    }

    /** Whether the school may answer and has not. */
    public boolean awaits(SchoolId school) {
        return electorate.contains(school) && !yes.containsKey(school) && !no.contains(school);
    }
}
