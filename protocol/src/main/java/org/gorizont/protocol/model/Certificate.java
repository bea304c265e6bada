// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.model;

import java.util.List;

/**
 * A proposal with the yes of enough schools: convinces without context, so that no later fork or removal undoes it.
 *
 * @param proposal exact bytes
 */
public record Certificate(Bytes proposal, List<BallotProof> ballots) {
    public static final int MAX_BALLOTS = 1_024;

    public Certificate {
        ballots = List.copyOf(ballots);
        Checks.that(ballots.size() <= MAX_BALLOTS, "certificate has " + ballots.size() + " ballots");
    }
}
