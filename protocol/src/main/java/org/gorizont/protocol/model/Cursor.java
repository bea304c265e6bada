// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.model;

/**
 * "Everything that arrived at that node up to this number." Numbers of different store epochs do not compare.
 *
 * @param storeEpoch 16 bytes, or empty in "never spoken"
 */
public record Cursor(Bytes storeEpoch, long arrival) {
    public static final Cursor NONE = new Cursor(Bytes.empty(), 0);

    public Cursor {
        Checks.notNegative("arrival", arrival);
    }
}
