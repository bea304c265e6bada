// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.model;

import java.util.List;

/**
 * A ballot with all that proves it without its log. Only well-formed: {@code membership.BallotCheck} decides.
 *
 * @param head of the voter's log, with more than {@code seq} entries
 * @param headerBytes exact header of the entry at {@code seq}
 * @param path audit path from the entry to the root of the head
 */
public record BallotProof(SignedHead head, long seq, Bytes headerBytes, Body body, List<Hash> path) {
    private static final int MAX_PATH = 64;

    public BallotProof {
        path = List.copyOf(path);
        Checks.notNegative("seq", seq);
        Checks.that(seq < head.size(), "ballot at " + seq + " is outside of a log of size " + head.size());
        Checks.that(path.size() <= MAX_PATH, "audit path has " + path.size() + " hashes");
    }
}
