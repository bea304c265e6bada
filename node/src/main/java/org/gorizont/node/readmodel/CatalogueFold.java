// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.readmodel;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Set;
import org.gorizont.protocol.model.Bytes;

/** Folds entries into the current state of every record, and keeps the indexes that {@link Catalogue} reads. */
final class CatalogueFold implements Fold {
    /** Number of the form of the store's content; another one is dropped and built again. */
    static final int FORM = 1;

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
        Set<Bytes> indexesAfter = Keys.indexes(version.key(), after);
        Keys.indexes(version.key(), before).stream()
                .filter(index -> !indexesAfter.contains(index))
                .forEach(changes::delete);
        indexesAfter.forEach(index -> changes.put(index, Bytes.empty()));
        changes.put(key, VersionForm.encode(after));
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
