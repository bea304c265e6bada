// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.model;

/**
 * "We leave this circle", in the CONTROL log of the school that leaves.
 *
 * @param term 1 when it leaves for the first time
 */
public record Leave(CircleId circle, int term) {
    public Leave {
        Checks.that(term > 0, "term of a leave is not positive: " + term);
    }
}
