// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.model;

/**
 * Size, root and floor of a log: the only thing that is signed in a log.
 *
 * @param size number of entries
 * @param root RFC 6962 root over all of them
 * @param floor first seq that still matters; everything live below it was re-put above it
 */
public record Head(LogId log, long size, Hash root, long floor) {
    public Head {
        Checks.that(size > 0, "head size is not positive: " + size);
        Checks.notNegative("floor", floor);
        Checks.that(floor <= size, "floor " + floor + " is above size " + size);
    }
}
