// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.runtime;

/** Remembers for the next start whether the store counts as restored. Called by the loop's thread alone. */
@FunctionalInterface
public interface RestoredMark {
    void set(boolean restored);
}
