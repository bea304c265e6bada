// SPDX-License-Identifier: Apache-2.0
package org.gorizont.simulations.world;

/** What a machine makes of a turn that its disk has not taken. */
public enum FailedWrite {
    /** As the node: nothing of it leaves before the same bytes are known to be written. */
    WAITS,
    /** A planted bug: what it led to leaves as if it was written. */
    LEAVES_ANYWAY,
    /** A planted bug: the disk is believed to have mended itself, and nobody writes the bytes again. */
    IS_FORGOTTEN
}
