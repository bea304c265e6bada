// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.core;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import org.gorizont.protocol.merkle.ForkProof;
import org.gorizont.protocol.merkle.HashTiles;
import org.gorizont.protocol.model.AddressRecord;
import org.gorizont.protocol.model.Bytes;
import org.gorizont.protocol.model.CircleId;
import org.gorizont.protocol.model.Cursor;
import org.gorizont.protocol.model.Entry;
import org.gorizont.protocol.model.IdentityChain;
import org.gorizont.protocol.model.LogId;
import org.gorizont.protocol.model.Receipt;
import org.gorizont.protocol.model.RecordId;
import org.gorizont.protocol.model.SchoolId;
import org.gorizont.protocol.model.Signed;

/**
 * What the replica reads. Synchronous, without side effects; every read sees all changes handed out in {@link
 * Effect.Persist} so far, durable or not. Lists come in ascending order of their keys, so that the replica is
 * deterministic.
 *
 * <p>Reads may block on the disk. A failing disk throws {@link StoreUnreadable}; nothing that failed reads as absent.
 */
public interface LogStore {
    /** How often entries were taken away by {@link Change.LogCut}, or not noticed by a gap: what was read before an increase may be gone. */
    long cuts();

    /** 16 bytes, made when the store was created or restored: arrival numbers of other epochs mean nothing here. */
    Bytes epoch();

    /** Number of the last arrival, 0 at first. */
    long lastArrival();

    /** Arrivals with a number above {@code after}, ascending, at most {@code limit}. */
    List<Arrival> arrivals(long after, int limit);

    List<LogState> logs();

    Optional<LogState> log(LogId log);

    Optional<Entry> entry(LogId log, long seq);

    /**
     * Entries from {@code from} on, ascending and without a gap: at most {@code to - from} of them, and at most {@code
     * maxBytes} by {@link Entry#sizeBytes()}, but at least one if {@code from} is here.
     */
    List<Entry> entries(LogId log, long from, long to, int maxBytes);

    /** Entries from {@code from} on, perhaps without their bodies, by seq; at most {@code limit}. There may be gaps. */
    SortedMap<Long, Entry> headers(LogId log, long from, int limit);

    /** About how many bytes of the disk the entries of a log take. */
    long bytes(LogId log);

    /** Content of a tile; empty when nothing was written to it. */
    List<org.gorizont.protocol.model.Hash> tile(LogId log, HashTiles.TileId tile);

    /** Seqs from {@code from} on whose body the header promises and which is not here, ascending, at most {@code limit}. */
    List<Long> missingBodies(LogId log, long from, int limit);

    /** Seqs below {@code below} of the entries whose headers name this record, descending, at most {@code limit}. */
    List<Long> versions(LogId log, RecordId record, long below, int limit);

    /** Those of these records that have such an entry: for many records at once cheaper than asking for each. */
    SortedSet<RecordId> withVersions(LogId log, SortedSet<RecordId> records, long below);

    /** Seqs from {@code from} on of the entries with the verb ERASE, ascending, at most {@code limit}. */
    List<Long> erasures(LogId log, long from, int limit);

    List<IdentityChain> chains();

    Optional<IdentityChain> chain(SchoolId school);

    /** Of schools of which two chains were seen that contradict each other: the one that is not among {@link #chains}. */
    List<IdentityChain> conflicts();

    List<CharterBytes> charters();

    Optional<Cursor> cursor(SchoolId peer, CircleId circle);

    /** The newest receipt of each holder for this log. */
    List<Signed<Receipt>> receipts(LogId log);

    /** The newest receipt of one holder for this log. */
    Optional<Signed<Receipt>> receipt(LogId log, SchoolId holder);

    List<Signed<AddressRecord>> addresses();

    List<ForkProof> forks();

    List<OpenInvitation> invitations();

    List<Joining> joinings();

    /** A charter by its circle. */
    record CharterBytes(CircleId circle, Bytes bytes) {}

    /** The disk could not be read; the node stops using the store and says so. */
    final class StoreUnreadable extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public StoreUnreadable(String what, Throwable cause) {
            super(what, cause);
        }
    }
}
