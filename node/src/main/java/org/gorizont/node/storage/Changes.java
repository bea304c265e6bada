// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.storage;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.gorizont.protocol.core.Arrival;
import org.gorizont.protocol.core.Change;
import org.gorizont.protocol.core.Joining;
import org.gorizont.protocol.core.LogState;
import org.gorizont.protocol.core.OpenInvitation;
import org.gorizont.protocol.crypto.Hashing;
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
import org.jspecify.annotations.Nullable;

/** Carries changes out on staged rows. */
final class Changes {
    private static final byte[] NOTHING = {};

    private final Staged rows;
    private final LogNumbers numbers;

    Changes(Staged rows, LogNumbers numbers) {
        this.rows = rows;
        this.numbers = numbers;
    }

    void carryOut(Change change) {
        switch (change) {
            case Change.EntriesAdded(LogId log, long start, List<Entry> entries) ->
                addEntries(numbers.of(log), start, entries);
            case Change.TileWritten(LogId log, HashTiles.TileId tile, List<Hash> hashes) ->
                rows.put(Family.TILES, Keys.tile(numbers.of(log), tile), Forms.write(hashes));
            case Change.LogAdvanced(LogState state) ->
                rows.put(Family.LOGS, state.log().key().unsafeArray(), StateForm.write(numbers.of(state.log()), state));
            case Change.LogCut(LogState state) -> cut(numbers.of(state.log()), state);
            case Change.FloorRaised raised -> raise(numbers.of(raised.log()), raised);
            case Change.ArrivalAdded(Arrival arrival) ->
                rows.put(Family.ARRIVALS, Keys.of(arrival.number()), Forms.write(arrival));
            case Change.BodyAdded(LogId log, long seq, Body body) -> addBody(Keys.entry(numbers.of(log), seq), body);
            case Change.BodyDropped(LogId log, long seq) -> dropBody(Keys.entry(numbers.of(log), seq));
            case Change.BodyErased(LogId log, long seq) -> eraseBody(Keys.entry(numbers.of(log), seq));
            case Change.BodyAwaited(LogId log, long seq) ->
                rows.put(Family.MISSING, Keys.entry(numbers.of(log), seq), NOTHING);
            case Change.ChainStored(IdentityChain chain) ->
                rows.put(Family.CHAINS, Keys.of(chain.school().hash()), Forms.write(chain));
            case Change.ConflictStored(IdentityChain other) ->
                Meta.putConflict(rows, other.school().hash(), Forms.write(other));
            case Change.CharterStored(CircleId circle, Bytes charter) ->
                rows.put(Family.CHARTERS, Keys.of(circle.hash()), charter.unsafeArray());
            case Change.CursorMoved(SchoolId peer, CircleId circle, Cursor cursor) ->
                rows.put(Family.CURSORS, Keys.of(circle.hash(), peer.hash()), Forms.write(cursor));
            case Change.CursorsForgotten(CircleId circle) -> deleteAll(Family.CURSORS, Keys.of(circle.hash()));
            case Change.ReceiptStored(LogId log, Signed<Receipt> receipt) -> store(numbers.of(log), receipt);
            case Change.AddressStored(Signed<AddressRecord> address) ->
                rows.put(Family.ADDRESSES, Keys.of(address.value().school().hash()), Forms.write(address));
            case Change.ForkStored(ForkProof proof) ->
                rows.put(Family.FORKS, Keys.fork(proof.first().log().key(), proof.index()), Forms.write(proof));
            case Change.InvitationOpened(OpenInvitation opened) ->
                rows.put(Family.INVITATIONS, key(opened), Forms.write(opened));
            case Change.InvitationSpent(OpenInvitation spent) -> rows.delete(Family.INVITATIONS, key(spent));
            case Change.JoinBegun(Joining joining) ->
                rows.put(Family.JOININGS, Keys.of(joining.invitation().circle().hash()), Forms.write(joining));
            case Change.JoinEnded(CircleId circle) -> rows.delete(Family.JOININGS, Keys.of(circle.hash()));
        }
    }

    private void addEntries(int log, long start, List<Entry> entries) {
        long seq = start;
        for (Entry entry : entries) {
            byte[] key = Keys.entry(log, seq);
            rows.put(Family.HEADERS, key, entry.headerBytes().unsafeArray());
            if (entry.body().isPresent()) {
                rows.put(Family.BODIES, key, Forms.write(entry.body().get()));
            } else if (entry.lacksBody()) {
                rows.put(Family.MISSING, key, NOTHING);
            }
            VersionIndex.add(rows, log, seq, entry);
            seq++;
        }
    }

    /** Tiles stay: what they hold beyond is read by nobody, and written over when the log grows again. */
    private void cut(int log, LogState state) {
        byte[] prefix = Keys.of(log);
        byte[] from = Keys.entry(log, state.held());
        VersionIndex.cut(rows, log, state.held());
        List.of(Family.HEADERS, Family.BODIES, Family.MISSING, Family.ERASURES)
                .forEach(family -> deleteFrom(family, from, prefix));
        rows.put(Family.LOGS, state.log().key().unsafeArray(), StateForm.write(log, state));
        countCut();
    }

    private void countCut() {
        Meta.put(rows, Meta.CUTS, Meta.number(rows, Meta.CUTS) + 1);
    }

    /** Tiles stay, since they make proofs. */
    private void raise(int log, Change.FloorRaised raised) {
        VersionIndex.cut(rows, log, raised.from(), raised.to());
        if (raised.gap()) {
            markErased(log, raised);
        }
        for (Family family : List.of(Family.HEADERS, Family.BODIES, Family.MISSING, Family.ERASURES)) {
            delete(family, Keys.entry(log, raised.from()), Keys.of(log), key -> Keys.seq(key) < raised.to());
        }
        if (raised.gap()) {
            countCut();
        }
    }

    /** What never came may have erased some of it. */
    private void markErased(int log, Change.FloorRaised raised) {
        List<byte[]> bodies = new ArrayList<>();
        try (Scan scan = rows.scan(Family.BODIES, Keys.entry(log, raised.from()))) {
            for (; scan.within(Keys.of(log)) && Keys.seq(scan.key()) < raised.to(); scan.next()) {
                bodies.add(scan.key());
            }
        }
        bodies.forEach(key -> rows.put(Family.ERASED, key, NOTHING));
    }

    private void addBody(byte[] entry, Body body) {
        rows.put(Family.BODIES, entry, Forms.write(body));
        rows.delete(Family.MISSING, entry);
    }

    private void dropBody(byte[] entry) {
        rows.delete(Family.BODIES, entry);
        rows.delete(Family.MISSING, entry);
    }

    private void eraseBody(byte[] entry) {
        dropBody(entry);
        rows.put(Family.ERASED, entry, NOTHING);
    }

    private void store(int log, Signed<Receipt> receipt) {
        Hash hash = Hashing.leaf(receipt.exact());
        byte[] line = Keys.of(log, receipt.value().holder().hash());
        byte @Nullable [] before = rows.get(Family.RECEIPT_LINES, line);
        rows.put(Family.RECEIPT_LINES, line, Keys.of(hash));
        rows.put(Family.RECEIPT_USES, Keys.of(hash, log), NOTHING);
        rows.put(Family.RECEIPTS, Keys.of(hash), Forms.write(receipt));
        if (before != null) {
            release(Hash.wrap(before), hash, log);
        }
    }

    /** The receipt {@code before} no longer counts for this log; without any line left, it goes. */
    private void release(Hash before, Hash now, int log) {
        if (before.equals(now)) {
            return;
        }
        rows.delete(Family.RECEIPT_USES, Keys.of(before, log));
        boolean used;
        try (Scan uses = rows.scan(Family.RECEIPT_USES, Keys.of(before))) {
            used = uses.within(Keys.of(before));
        }
        if (!used) {
            rows.delete(Family.RECEIPTS, Keys.of(before));
        }
    }

    private void deleteAll(Family family, byte[] prefix) {
        deleteFrom(family, prefix, prefix);
    }

    /** From the key {@code from} on, as far as keys begin with {@code prefix}. */
    private void deleteFrom(Family family, byte[] from, byte[] prefix) {
        delete(family, from, prefix, _ -> true);
    }

    private void delete(Family family, byte[] from, byte[] prefix, Predicate<byte[]> upTo) {
        List<byte[]> keys = new ArrayList<>();
        try (Scan scan = rows.scan(family, from)) {
            for (; scan.within(prefix) && upTo.test(scan.key()); scan.next()) {
                keys.add(scan.key());
            }
        }
        keys.forEach(key -> rows.delete(family, key));
    }

    private static byte[] key(OpenInvitation invitation) {
        return Keys.of(invitation.circle().hash(), invitation.secret());
    }
}
