// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.sync;

import java.util.Arrays;

/** Symbols side by side: the xor of their items, the xor of the items' checksums, and how many items. */
final class Cells {
    private long[] sums;
    private int[] checks;
    private int[] counts;

    Cells(int size) {
        sums = new long[size];
        checks = new int[size];
        counts = new int[size];
    }

    private Cells(Cells other) {
        sums = other.sums.clone();
        checks = other.checks.clone();
        counts = other.counts.clone();
    }

    Cells copy() {
        return new Cells(this);
    }

    int size() {
        return sums.length;
    }

    /** Appends zero symbols. */
    void grow(int size) {
        sums = Arrays.copyOf(sums, size);
        checks = Arrays.copyOf(checks, size);
        counts = Arrays.copyOf(counts, size);
    }

    long sum(int index) {
        return sums[index];
    }

    int check(int index) {
        return checks[index];
    }

    int count(int index) {
        return counts[index];
    }

    boolean isZero(int index) {
        return sums[index] == 0 && checks[index] == 0 && counts[index] == 0;
    }

    /** Xors into the sum and the checksum, adds to the count. */
    void change(int index, long sum, int check, int count) {
        sums[index] ^= sum;
        checks[index] ^= check;
        counts[index] += count;
    }
}
