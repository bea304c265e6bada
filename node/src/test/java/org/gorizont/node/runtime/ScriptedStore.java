// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.runtime;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.gorizont.node.storage.StoreFailed;
import org.gorizont.node.storage.TurnStore;
import org.gorizont.protocol.core.Change;

/** A store that fails as often as a test says, and tells what it was asked. */
final class ScriptedStore implements TurnStore {
    final AtomicInteger failures = new AtomicInteger();
    volatile long bytesOfChange = 1;

    private final Consumer<String> trace;
    private long stagedBytes;

    ScriptedStore(Consumer<String> trace) {
        this.trace = trace;
    }

    @Override
    public void stage(List<Change> changes) {
        stagedBytes += changes.size() * bytesOfChange;
        trace.accept("stage");
    }

    @Override
    public long stagedBytes() {
        return stagedBytes;
    }

    @Override
    public void commit() throws StoreFailed {
        write("commit");
    }

    @Override
    public void recover() throws StoreFailed {
        write("recover");
    }

    private void write(String what) throws StoreFailed {
        trace.accept(what);
        if (failures.getAndUpdate(n -> Math.max(0, n - 1)) > 0) {
            throw new StoreFailed("the disk is broken");
        }
        stagedBytes = 0;
    }
}
