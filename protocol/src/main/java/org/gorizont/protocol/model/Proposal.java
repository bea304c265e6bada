// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.model;

/**
 * What one school asks an electorate to decide. The hash of its exact bytes names it.
 *
 * @param electorate hash of the proposal that made the electorate, or of the circle itself for its founders
 * @param nonce 16 bytes, so that the same can be asked again
 */
public record Proposal(CircleId circle, Hash electorate, Action action, Bytes nonce) {
    public static final int NONCE_SIZE = 16;

    public Proposal {
        Checks.size("nonce", nonce, NONCE_SIZE);
    }
}
