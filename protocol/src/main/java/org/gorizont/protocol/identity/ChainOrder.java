// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.identity;

/** How an offered chain of a school stands to the one that is held. */
public enum ChainOrder {
    SAME,
    /** It goes on where the held one ends: take it. */
    LONGER,
    /** The held one goes on where it ends: tell the peer. */
    SHORTER,
    /** Two links have one parent: two persons hold the recovery sheet, and the identity freezes. */
    CONFLICT
}
