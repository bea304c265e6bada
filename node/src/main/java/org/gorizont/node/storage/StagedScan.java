// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.storage;

import java.util.Arrays;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A walk over what is committed with what is staged on top. Sees what is staged behind it meanwhile. */
final class StagedScan implements Scan {
    private final Scan committed;
    private final NavigableMap<byte[], Optional<byte[]>> staged;
    /** The staged row here or behind, unless there is none. */
    private Map.@Nullable Entry<byte[], Optional<byte[]>> ahead;

    private boolean onStaged;

    /** @param staged rows of the family; an empty one was deleted */
    StagedScan(Scan committed, NavigableMap<byte[], Optional<byte[]>> staged, byte[] from) {
        this.committed = committed;
        this.staged = staged;
        this.ahead = staged.ceilingEntry(from);
        settle();
    }

    @Override
    public boolean valid() {
        return onStaged || committed.valid();
    }

    @Override
    public void next() {
        if (onStaged && ahead != null) {
            ahead = staged.higherEntry(ahead.getKey());
        } else {
            committed.next();
        }
        settle();
    }

    @Override
    public void to(byte[] from) {
        committed.to(from);
        ahead = staged.ceilingEntry(from);
        settle();
    }

    @Override
    public byte[] key() {
        return onStaged && ahead != null ? ahead.getKey() : committed.key();
    }

    @Override
    public byte[] value() {
        return onStaged && ahead != null ? ahead.getValue().orElseThrow() : committed.value();
    }

    @Override
    public void close() {
        committed.close();
    }

    /** On to a row that there is: a staged one takes the place of the committed one under its key. */
    private void settle() {
        onStaged = false;
        while (ahead != null && !onStaged) {
            int order = committed.valid() ? Arrays.compareUnsigned(ahead.getKey(), committed.key()) : -1;
            if (order > 0) {
                return;
            }
            if (order == 0) {
                committed.next();
            }
            if (ahead.getValue().isPresent()) {
                onStaged = true;
            } else {
                ahead = staged.higherEntry(ahead.getKey());
            }
        }
    }
}
