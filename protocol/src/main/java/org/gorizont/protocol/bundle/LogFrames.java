// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.bundle;

import java.util.Iterator;
import java.util.NoSuchElementException;
import org.gorizont.protocol.core.LogState;
import org.gorizont.protocol.core.LogStore;
import org.gorizont.protocol.frame.Entries;
import org.gorizont.protocol.frame.Frame;
import org.gorizont.protocol.log.StoredEntries;
import org.gorizont.protocol.model.SignedHead;

/** The entries of one log from a seq up to its head, frame by frame. Each is read when it is asked for. */
final class LogFrames implements Iterator<Frame> {
    private final LogStore store;
    private SignedHead head;
    private long next;

    /** @param head of which every entry is held */
    LogFrames(LogStore store, SignedHead head, long from) {
        this.store = store;
        this.head = head;
        this.next = from;
    }

    @Override
    public boolean hasNext() {
        return next < head.size();
    }

    @Override
    public Frame next() {
        if (!hasNext()) {
            throw new NoSuchElementException("the log ends at " + head.size());
        }
        LogState now = store.log(head.log()).orElseThrow();
        Entries frame = now.floor() > next ? fromFloor(now) : StoredEntries.frame(store, head, next, head.size());
        if (frame.entries().isEmpty() && frame.base().isEmpty()) {
            throw new IllegalStateException("the store lacks entry " + next + " of " + head.log());
        }
        next = frame.end();
        return frame;
    }

    /** The floor may have risen since the bundle was planned, even above the head that the log had then. */
    private Entries fromFloor(LogState now) {
        head = now.head().orElseThrow();
        Entries frame = StoredEntries.behindGap(store, head, next, now.floor(), head.size());
        return frame.base().isEmpty() ? StoredEntries.behindGap(store, head, 0, now.floor(), head.size()) : frame;
    }
}
