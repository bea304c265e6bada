// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.core;

import java.util.List;
import org.gorizont.protocol.merkle.ForkProof;
import org.gorizont.protocol.merkle.HashTiles;
import org.gorizont.protocol.model.AddressRecord;
import org.gorizont.protocol.model.Body;
import org.gorizont.protocol.model.Bytes;
import org.gorizont.protocol.model.CircleId;
import org.gorizont.protocol.model.Cursor;
import org.gorizont.protocol.model.Entry;
import org.gorizont.protocol.model.Hash;
import org.gorizont.protocol.model.IdentityChain;
import org.gorizont.protocol.model.LogId;
import org.gorizont.protocol.model.Receipt;
import org.gorizont.protocol.model.SchoolId;
import org.gorizont.protocol.model.Signed;

/** One change of the store. The store carries it out as it stands and decides nothing. */
public sealed interface Change {
    /** Entries [start, start + n) are new. */
    record EntriesAdded(LogId log, long start, List<Entry> entries) implements Change {
        public EntriesAdded {
            entries = List.copyOf(entries);
        }
    }

    /** The new content of one hash tile. */
    record TileWritten(LogId log, HashTiles.TileId tile, List<Hash> hashes) implements Change {
        public TileWritten {
            hashes = List.copyOf(hashes);
        }
    }

    /** The new state of a log takes the place of the one before. */
    record LogAdvanced(LogState state) implements Change {}

    /**
     * The log is held no further than {@code state} says, which takes the place of the one before: entries from there on go,
     * with their bodies. What was read of them before counts no more, so {@link LogStore#cuts} rises.
     */
    record LogCut(LogState state) implements Change {}

    /**
     * Entries [from, to) go, with their bodies: their owner has raised the floor. Tiles stay, since they make proofs.
     *
     * @param gap whether some of them never came: what was read of the others may have ended among them, so {@link
     *     LogStore#cuts} rises
     */
    record FloorRaised(LogId log, long from, long to, boolean gap) implements Change {
        /** The floor of a log that is held without a gap, or else begins with one. */
        public static FloorRaised of(LogState before, LogState after) {
            return new FloorRaised(
                    after.log(),
                    before.floor(),
                    after.floor(),
                    after.beginning().tree().size() > before.floor());
        }
    }

    record ArrivalAdded(Arrival arrival) implements Change {}

    /** A body that was missing has come. */
    record BodyAdded(LogId log, long seq, Body body) implements Change {}

    /** Body and salt go, because nobody needs them any more; header and leaf hash stay. Awaited no more, if it was missing. */
    record BodyDropped(LogId log, long seq) implements Change {}

    /** As {@link BodyDropped}, because the owner wants so: after a while they can be read in no file of the store. */
    record BodyErased(LogId log, long seq) implements Change {}

    /** A body that went is missing: what it went for was not sealed, and is not held any more. */
    record BodyAwaited(LogId log, long seq) implements Change {}

    record ChainStored(IdentityChain chain) implements Change {}

    /** Another chain of the school, of which the stored one is no part nor the other way round. Kept for ever. */
    record ConflictStored(IdentityChain other) implements Change {}

    record CharterStored(CircleId circle, Bytes charter) implements Change {}

    /** Everything up to {@code cursor} of that neighbour in that circle is held here. */
    record CursorMoved(SchoolId peer, CircleId circle, Cursor cursor) implements Change {}

    /** The members of a circle have changed: its cursors skipped logs that count now. */
    record CursorsForgotten(CircleId circle) implements Change {}

    /** Latest wins by (holder, log). */
    record ReceiptStored(LogId log, Signed<Receipt> receipt) implements Change {}

    /** Latest wins by school. */
    record AddressStored(Signed<AddressRecord> record) implements Change {}

    record ForkStored(ForkProof proof) implements Change {}

    record InvitationOpened(OpenInvitation invitation) implements Change {}

    record InvitationSpent(OpenInvitation invitation) implements Change {}

    record JoinBegun(Joining joining) implements Change {}

    record JoinEnded(CircleId circle) implements Change {}
}
