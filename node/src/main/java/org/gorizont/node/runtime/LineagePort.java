// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.runtime;

/** What the next start must know of this one. Called by the loop's thread alone. */
public interface LineagePort {
    /** Whether the store counts as restored. */
    void restored(boolean restored);

    /** This run counts as so many starts. */
    void counted(long startCounter);
}
