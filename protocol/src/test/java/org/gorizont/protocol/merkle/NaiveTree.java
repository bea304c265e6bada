// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.merkle;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.gorizont.protocol.crypto.Hashing;
import org.gorizont.protocol.model.Bytes;
import org.gorizont.protocol.model.Hash;

/** The recursive definitions of RFC 6962 §2.1 taken by the word, as the measure of what is tested. */
final class NaiveTree implements HashSource {
    private final List<Hash> leaves;
    private final Map<Long, Hash> known = new TreeMap<>();

    NaiveTree(List<Hash> leaves) {
        this.leaves = List.copyOf(leaves);
    }

    /** A tree of entries that are named by the branch and their number. */
    static NaiveTree of(int size, String branch) {
        return new NaiveTree(leaves(0, size, branch));
    }

    static List<Hash> leaves(int from, int to, String branch) {
        return IntStream.range(from, to)
                .mapToObj(i -> Hashing.leaf(Bytes.wrap((branch + i).getBytes(StandardCharsets.UTF_8))))
                .toList();
    }

    List<Hash> leaves() {
        return leaves;
    }

    int size() {
        return leaves.size();
    }

    /** MTH(D[0:size]). */
    Hash root(int size) {
        return size == 0 ? Hashing.emptyRoot() : mth(0, size);
    }

    Hash root() {
        return root(size());
    }

    @Override
    public Hash node(int level, long index) {
        return mth((int) (index << level), (int) ((index + 1) << level));
    }

    /** PATH(seq, D[0:size]). */
    List<Hash> path(int seq, int size) {
        List<Hash> path = new ArrayList<>();
        path(seq, 0, size, path);
        return path;
    }

    /** PROOF(oldSize, D[0:newSize]) for 0 < oldSize. */
    List<Hash> proof(int oldSize, int newSize) {
        List<Hash> proof = new ArrayList<>();
        subproof(oldSize, 0, newSize, true, proof);
        return proof;
    }

    private void path(int seq, int from, int to, List<Hash> path) {
        if (to - from == 1) {
            return;
        }
        int k = k(to - from);
        if (seq - from < k) {
            path(seq, from, from + k, path);
            path.add(mth(from + k, to));
        } else {
            path(seq, from + k, to, path);
            path.add(mth(from, from + k));
        }
    }

    private void subproof(int size, int from, int to, boolean whole, List<Hash> proof) {
        if (size == to - from) {
            if (!whole) {
                proof.add(mth(from, to));
            }
            return;
        }
        int k = k(to - from);
        if (size <= k) {
            subproof(size, from, from + k, whole, proof);
            proof.add(mth(from + k, to));
        } else {
            subproof(size - k, from + k, to, false, proof);
            proof.add(mth(from, from + k));
        }
    }

    private Hash mth(int from, int to) {
        if (to - from == 1) {
            return leaves.get(from);
        }
        long key = ((long) from << 32) | to;
        Hash hash = known.get(key);
        if (hash == null) {
            int k = k(to - from);
            hash = Hashing.node(mth(from, from + k), mth(from + k, to));
            known.put(key, hash);
        }
        return hash;
    }

    /** The largest power of two below n. */
    private static int k(int n) {
        int k = 1;
        while (2 * k < n) {
            k *= 2;
        }
        return k;
    }
}
