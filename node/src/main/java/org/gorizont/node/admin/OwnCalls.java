// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.admin;

import io.grpc.stub.StreamObserver;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.gorizont.node.readmodel.RecordKey;
import org.gorizont.node.readmodel.RecordVersion;
import org.gorizont.node.readmodel.SchoolView;
import org.gorizont.node.readmodel.VersionOrder;
import org.gorizont.protocol.core.ReplicaStatus;
import org.gorizont.protocol.model.Bytes;
import org.gorizont.protocol.model.Channel;
import org.gorizont.protocol.model.LogId;
import org.gorizont.protocol.model.Receipt;
import org.gorizont.protocol.model.RecordId;
import org.gorizont.protocol.model.SchoolId;
import org.gorizont.protocol.model.Scope;
import org.gorizont.protocol.wire.v1.AdminWire;
import org.gorizont.protocol.wire.v1.AdminWire.OwnRecord;
import org.gorizont.protocol.wire.v1.AdminWire.ReceiptsAnswer;

/** What this school itself has published, and who has stated that they store it. */
final class OwnCalls {
    /** How long the read models may take to catch up with the disk before the caller is told to ask again. */
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final AdminParts parts;
    private final Circles circles;

    OwnCalls(AdminParts parts, Circles circles) {
        this.parts = parts;
        this.circles = circles;
    }

    void records(StreamObserver<OwnRecord> caller) throws Calls.CatchingUp, InterruptedException {
        if (!parts.readSide().caughtUp(PATIENCE)) {
            throw new Calls.CatchingUp();
        }
        List<OwnRecord> all = new ArrayList<>();
        parts.catalogue().eachVersion(parts.self(), version -> all.add(own(version)));
        for (OwnRecord record : all) {
            caller.onNext(record);
        }
        caller.onCompleted();
    }

    /** The same with bodies, oldest first; only what is on its way is in memory. */
    void wholeRecords(PacedCaller<OwnRecord> caller) throws Calls.CatchingUp, InterruptedException {
        if (!parts.readSide().caughtUp(PATIENCE)) {
            throw new Calls.CatchingUp();
        }
        List<Place> places = new ArrayList<>();
        parts.catalogue().eachVersion(parts.self(), version -> places.add(new Place(version.order(), version.key())));
        places.sort(Comparator.comparing(Place::order));
        for (Place place : places) {
            Optional<RecordVersion> version = parts.catalogue().version(place.key());
            if (version.isPresent() && !caller.send(whole(version.get()))) {
                return;
            }
        }
        caller.complete();
    }

    ReceiptsAnswer receipts(AdminWire.ReceiptsRequest request) throws BadRequest, InterruptedException {
        var answer = ReceiptsAnswer.newBuilder();
        if (request.getRecord().isEmpty()) {
            parts.own().logs().forEach(log -> answer.addLogs(receipts(log)));
            return answer.build();
        }
        Optional<RecordVersion> version = version(Forms.record(request.getRecord()));
        version.ifPresent(found -> {
            answer.setRecordKnown(true).setRecordSeq(found.seq());
            parts.own().logs().stream()
                    .filter(log -> log.log().equals(found.log()))
                    .forEach(log -> answer.addLogs(receipts(log)));
        });
        return answer.build();
    }

    /** The newest version of an own record, wherever it is. */
    Optional<RecordVersion> version(RecordId record) throws InterruptedException {
        List<RecordKey> places = new ArrayList<>();
        places.add(RecordKey.inCatalogue(parts.self(), record));
        for (ReplicaStatus.Circle circle : circles.status().circles()) {
            places.add(new RecordKey(parts.self(), Channel.CALENDAR, Scope.of(circle.id()), record));
        }
        return places.stream()
                .flatMap(key -> parts.catalogue().version(key).stream())
                .findFirst();
    }

    private AdminWire.LogReceipts receipts(OwnStore.OwnLog log) {
        var wire =
                AdminWire.LogReceipts.newBuilder().setLog(Forms.of(log.log())).setSize(log.size());
        log.receipts().forEach(receipt -> wire.addHolders(holder(log.log(), receipt)));
        return wire.build();
    }

    /** What a school has stated of a log last. */
    AdminWire.HolderState holder(LogId log, Receipt receipt) {
        long size = receipt.lines().stream()
                .filter(line -> line.log().equals(log))
                .mapToLong(line -> line.size())
                .max()
                .orElse(0);
        return AdminWire.HolderState.newBuilder()
                .setSchool(Forms.of(receipt.holder()))
                .setName(name(receipt.holder()))
                .setSize(size)
                .setClaimedAt(Forms.of(receipt.claimedAt()))
                .build();
    }

    String name(SchoolId school) {
        return parts.catalogue().school(school).flatMap(SchoolView::name).orElse("");
    }

    private record Place(VersionOrder order, RecordKey key) {}

    private static OwnRecord own(RecordVersion version) {
        return form(version).build();
    }

    private static OwnRecord.Builder form(RecordVersion version) {
        var wire = OwnRecord.newBuilder()
                .setKind(version.kind().type())
                .setRecord(Forms.of(version.key().record().bytes()))
                .setWithdrawn(version.ends());
        version.key().scope().circle().ifPresent(circle -> wire.setCircle(Forms.of(circle.hash())));
        version.content().ifPresent(content -> wire.setContentHash(Forms.of(sha256(content))));
        return wire;
    }

    private static OwnRecord whole(RecordVersion version) {
        var wire = form(version)
                .setKindMajor(version.kind().major())
                .setKindMinor(version.kind().minor());
        version.content().ifPresent(content -> wire.setBody(Forms.of(content)));
        return wire.build();
    }

    private static Bytes sha256(Bytes content) {
        try {
            return Bytes.wrap(MessageDigest.getInstance("SHA-256").digest(content.unsafeArray()));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
