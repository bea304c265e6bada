// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.merkle;

import java.util.ArrayList;
import java.util.List;
import org.gorizont.protocol.crypto.Hashing;
import org.gorizont.protocol.model.Bytes;
import org.gorizont.protocol.model.Hash;

/** A tree of any size up to 2<sup>63</sup>-1 whose leaves are all equal, but for one. Counts what is read. */
public final class VastTree implements HashSource {
    private final List<Hash> usual = new ArrayList<>();
    private final List<Hash> special = new ArrayList<>();
    private final long exception;
    int reads;

    public VastTree(long exception) {
        this.exception = exception;
        usual.add(Hashing.leaf(Bytes.zeros(1)));
        special.add(Hashing.leaf(Bytes.zeros(2)));
        for (int level = 0; level < Long.SIZE - 1; level++) {
            Hash plain = usual.getLast();
            Hash marked = special.getLast();
            boolean right = ((exception >>> level) & 1) == 1;
            usual.add(Hashing.node(plain, plain));
            special.add(right ? Hashing.node(plain, marked) : Hashing.node(marked, plain));
        }
    }

    @Override
    public Hash node(int level, long index) {
        reads++;
        return (exception >>> level == index ? special : usual).get(level);
    }
}
