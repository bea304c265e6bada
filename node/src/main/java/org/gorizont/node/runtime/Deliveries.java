// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.runtime;

/** Wakes what follows the store's arrivals: read models and the index. Does not block. */
@FunctionalInterface
public interface Deliveries {
    /** Entries up to this arrival number are on disk. */
    void delivered(long arrival);
}
