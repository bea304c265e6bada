// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.readmodel;

/** Order of the versions of one record: by key epoch, then by the place in the log; a re-put by its origin. */
public record VersionOrder(int incarnation, long seq) implements Comparable<VersionOrder> {
    @Override
    public int compareTo(VersionOrder other) {
        return incarnation == other.incarnation
                ? Long.compare(seq, other.seq)
                : Integer.compare(incarnation, other.incarnation);
    }
}
