// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.readmodel;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Set;
import org.gorizont.protocol.model.Bytes;

/** Folds entries into the current state of every record, and keeps the indexes that {@link Catalogue} reads. */
final class CatalogueFold implements Fold {
    /** Number of the form of the store's content; another one is dropped and built again. */
    static final int FORM = 3;

    private final ReadStore store;

    CatalogueFold(ReadStore store) {
        this.store = store;
    }

    @Override
    public long position(Bytes epoch) {
        Bytes expected = meta(epoch, 0);
        Bytes found = store.get(Keys.META).orElse(Bytes.empty());
        int described = expected.size() - Long.BYTES;
        if (found.size() != expected.size() || !found.slice(0, described).equals(expected.slice(0, described))) {
            reset(epoch);
            return 0;
        }
        return found.slice(described, found.size()).toLong();
    }

    @Override
    public void reset(Bytes epoch) {
        store.clear();
        ReadStore.Changes changes = new ReadStore.Changes();
        changes.put(Keys.META, meta(epoch, 0));
        store.write(changes);
    }

    @Override
    public void take(List<RecordVersion> versions, long position) {
        ReadStore.Changes changes = new ReadStore.Changes();
        for (RecordVersion version : versions) {
            take(version, changes);
        }
        Bytes before = store.get(Keys.META).orElseThrow();
        changes.put(Keys.META, before.slice(0, before.size() - Long.BYTES).plus(number(position)));
        store.write(changes);
    }

    private void take(RecordVersion version, ReadStore.Changes changes) {
        Bytes key = Keys.state(version.key());
        RecordState before = changes.pending(key)
                .orElseGet(() -> store.get(key))
                .map(VersionForm::decode)
                .orElse(RecordState.UNKNOWN);
        RecordState after = before.with(version);
        if (after.equals(before)) {
            return;
        }
        reindex(Keys.indexes(version.key(), before), Keys.indexes(version.key(), after), changes);
        changes.put(key, VersionForm.encode(after));
    }

    private void reindex(Set<Bytes> before, Set<Bytes> after, ReadStore.Changes changes) {
        for (Bytes index : before) {
            if (!after.contains(index)) {
                changes.delete(index);
                tally(index, -1, changes);
            }
        }
        for (Bytes index : after) {
            if (!before.contains(index)) {
                changes.put(index, Bytes.empty());
                tally(index, 1, changes);
            }
        }
    }

    /** Counted here, since who asks how a school is doing must not wait for all its records. */
    private void tally(Bytes index, int difference, ReadStore.Changes changes) {
        Keys.tallyOf(index).ifPresent(tally -> {
            long counted = changes.pending(tally)
                    .orElseGet(() -> store.get(tally))
                    .map(Bytes::toLong)
                    .orElse(0L);
            changes.put(tally, number(counted + difference));
        });
    }

    private static Bytes meta(Bytes epoch, long position) {
        return Bytes.wrap(ByteBuffer.allocate(Integer.BYTES).putInt(FORM).array())
                .plus(epoch)
                .plus(number(position));
    }

    private static Bytes number(long number) {
        return Bytes.wrap(ByteBuffer.allocate(Long.BYTES).putLong(number).array());
    }
}
