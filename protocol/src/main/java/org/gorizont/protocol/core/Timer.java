// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.core;

/** A wake-up that a part asked for. It fires once for each time it was scheduled. */
public enum Timer {
    /** Look whom to dial. */
    NEIGHBOURS,
    /** Send the head notices that were collected. */
    NOTICES,
    /** Sign and send the receipts that were collected. */
    RECEIPTS,
    /** Go through the circles whose members have changed. */
    MEMBERS,
    /** Pass on the addresses that were collected. */
    ADDRESSES,
    /** Count ballots, and look for parts of certificates. */
    VOTES,
    /** Look for requests that were never answered. */
    PULLS,
    /** Ask neighbours what arrived: convergence must not hang on notices. */
    POLL
}
