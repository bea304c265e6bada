// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.core;

/** One connection, numbered by the node; never used again for another one. */
public record LinkId(long number) implements Comparable<LinkId> {
    @Override
    public int compareTo(LinkId other) {
        return Long.compare(number, other.number);
    }

    @Override
    public String toString() {
        return "link-" + number;
    }
}
