// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.merkle;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.gorizont.protocol.crypto.Hashing;
import org.gorizont.protocol.model.Hash;

/**
 * All that is needed to extend a log and know its root: at most 63 hashes for any size.
 *
 * @param size number of leaves
 * @param hashes roots of the perfect subtrees that cover {@code [0, size)}, left to right, largest first
 */
public record CompactRange(long size, List<Hash> hashes) {
    private static final CompactRange EMPTY = new CompactRange(0, List.of());

    /** @throws IllegalArgumentException if there is not one hash for each bit set in {@code size} */
    public CompactRange {
        Checks.notNegative("size", size);
        if (hashes.size() != Long.bitCount(size)) {
            throw new IllegalArgumentException(hashes.size() + " hashes cannot cover " + size + " leaves");
        }
        hashes = List.copyOf(hashes);
    }

    public static CompactRange empty() {
        return EMPTY;
    }

    /**
     * The range as it was stored or sent.
     *
     * @throws IllegalArgumentException if there is not one hash for each bit set in {@code size}
     */
    public static CompactRange of(long size, List<Hash> hashes) {
        return new CompactRange(size, hashes);
    }

    /**
     * The range after one more leaf.
     *
     * @throws ArithmeticException beyond 2<sup>63</sup>-1 leaves
     */
    public CompactRange append(Hash leaf) {
        return appendAll(List.of(leaf));
    }

    /**
     * The range after {@code leaves}, in their order.
     *
     * @throws ArithmeticException beyond 2<sup>63</sup>-1 leaves
     */
    public CompactRange appendAll(List<Hash> leaves) {
        return grow(leaves).range();
    }

    /**
     * The range after {@code leaves}, in their order, and what is to be stored of the tree: one hashing a leaf on average,
     * one copy in all.
     *
     * @throws ArithmeticException beyond 2<sup>63</sup>-1 leaves
     */
    public Grown grow(List<Hash> leaves) {
        long end = Math.addExact(size, leaves.size());
        Hash[] stack = hashes.toArray(new Hash[Long.SIZE]);
        int depth = hashes.size();
        long at = size;
        List<List<Hash>> rows = new ArrayList<>();
        rows.add(leaves);
        for (Hash leaf : leaves) {
            Hash node = leaf;
            // Each trailing one bit of the count is a subtree that this leaf completes to one of twice its size.
            int levels = Long.numberOfTrailingZeros(~at);
            for (int level = 1; level <= levels; level++) {
                depth--;
                node = Hashing.node(stack[depth], node);
                if (level % HashTiles.HEIGHT == 0) {
                    row(rows, level / HashTiles.HEIGHT).add(node);
                }
            }
            stack[depth] = node;
            depth++;
            at++;
        }
        return new Grown(size, new CompactRange(end, Arrays.asList(stack).subList(0, depth)), rows);
    }

    private static List<Hash> row(List<List<Hash>> rows, int index) {
        if (rows.size() == index) {
            rows.add(new ArrayList<>());
        }
        return rows.get(index);
    }

    /** Root of the tree of these leaves (RFC 6962 §2.1). */
    public Hash root() {
        return hashes.isEmpty() ? Hashing.emptyRoot() : fold(hashes);
    }

    /** Hash over neighbouring perfect subtrees, largest first, of which there is at least one. */
    static Hash fold(List<Hash> subtrees) {
        Hash node = subtrees.getLast();
        for (Hash left : subtrees.reversed().subList(1, subtrees.size())) {
            node = Hashing.node(left, node);
        }
        return node;
    }

    /**
     * A tree that has grown.
     *
     * @param before number of leaves that it had
     * @param range after
     * @param rows the new leaves, then the roots of the perfect subtrees of 256, 256<sup>2</sup> ... leaves that they have
     *     completed, left to right
     */
    public record Grown(long before, CompactRange range, List<List<Hash>> rows) {}
}
