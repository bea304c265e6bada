// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.admin;

import com.google.protobuf.ByteString;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.gorizont.node.readmodel.RecordVersion;
import org.gorizont.protocol.core.Draft;
import org.gorizont.protocol.core.Input;
import org.gorizont.protocol.core.Outcome;
import org.gorizont.protocol.core.ReplicaStatus;
import org.gorizont.protocol.model.CircleId;
import org.gorizont.protocol.model.LogId;
import org.gorizont.protocol.model.Receipt;
import org.gorizont.protocol.model.RecordId;
import org.gorizont.protocol.model.Retention;
import org.gorizont.protocol.model.SchoolId;
import org.gorizont.protocol.model.Verb;
import org.gorizont.protocol.wire.v1.AdminWire;
import org.gorizont.protocol.wire.v1.AdminWire.EraseAnswer;

/** Erases records of this school, and says who has stated that they have done it, too. */
final class EraseCalls {
    private static final int AT_MOST = 1_000;

    private final AdminParts parts;
    private final Circles circles;
    private final OwnCalls own;

    EraseCalls(AdminParts parts, Circles circles, OwnCalls own) {
        this.parts = parts;
        this.circles = circles;
        this.own = own;
    }

    EraseAnswer erase(AdminWire.EraseRequest request) throws BadRequest, InterruptedException {
        Optional<RecordVersion> found = own.version(Forms.record(request.getRecord()));
        if (found.isEmpty()) {
            return EraseAnswer.getDefaultInstance();
        }
        RecordVersion version = found.get();
        EraseAnswer.Builder answer = EraseAnswer.newBuilder().setKnown(true);
        if (version.verb() == Verb.ERASE) {
            return answer.setBefore(true).build();
        }
        Draft draft = new Draft(
                version.kind(),
                version.key().record(),
                Verb.ERASE,
                Retention.LATEST,
                Instant.now(),
                List.of(),
                Optional.empty());
        LogId log = version.log();
        Outcome outcome =
                Calls.ask(parts.loop(), id -> new Input.Published(id, log.channel(), log.scope(), List.of(draft)));
        return switch (outcome) {
            case Outcome.Saved _ -> answer.build();
            case Outcome.Refused(var refusal, var detail) ->
                answer.setRefused(Forms.refused(refusal, detail)).build();
            case Outcome other -> throw Forms.unexpected(other);
        };
    }

    AdminWire.ErasuresAnswer erasures(AdminWire.ErasuresRequest request) throws InterruptedException {
        List<ReplicaStatus.Circle> memberships = circles.status().circles().stream()
                .filter(circle -> circle.standing() == ReplicaStatus.Standing.MEMBER)
                .toList();
        Map<LogId, OwnStore.OwnLog> logs = new TreeMap<>();
        parts.own().logs().forEach(log -> logs.put(log.log(), log));
        var answer = AdminWire.ErasuresAnswer.newBuilder();
        for (OwnStore.Erased erased : newest(request.getRecord())) {
            OwnStore.OwnLog log = logs.get(erased.log());
            if (log != null) {
                answer.addErasures(erasure(erased, log, readers(erased.log(), memberships))
                        .setRecord(Forms.of(erased.header().record().bytes()))
                        .setKind(erased.header().kind().type())
                        .setSaid(Forms.of(erased.header().claimedAt())));
            }
        }
        return answer.build();
    }

    /** The last erasing of each record, or of this one. */
    private Collection<OwnStore.Erased> newest(ByteString only) {
        Map<RecordId, OwnStore.Erased> newest = new LinkedHashMap<>();
        for (OwnStore.Erased erased : parts.own().erased(AT_MOST)) {
            RecordId record = erased.header().record();
            if (only.isEmpty() || only.equals(Forms.of(record.bytes()))) {
                newest.remove(record);
                newest.put(record, erased);
            }
        }
        return newest.values();
    }

    private AdminWire.Erasure.Builder erasure(
            OwnStore.Erased erased, OwnStore.OwnLog log, SortedSet<SchoolId> readers) {
        var wire = AdminWire.Erasure.newBuilder().setLog(Forms.of(erased.log())).setSeq(erased.seq());
        Map<SchoolId, Receipt> stated = new TreeMap<>();
        log.receipts().forEach(receipt -> stated.put(receipt.holder(), receipt));
        for (SchoolId reader : readers) {
            Receipt receipt = stated.get(reader);
            if (receipt == null) {
                wire.addAwaited(AdminWire.HolderState.newBuilder()
                        .setSchool(Forms.of(reader))
                        .setName(own.name(reader)));
            } else if (confirms(receipt, erased)) {
                wire.addConfirmed(own.holder(erased.log(), receipt));
            } else {
                wire.addAwaited(own.holder(erased.log(), receipt));
            }
        }
        return wire;
    }

    /** Whoever counts fewer erasing entries than there are up to this one has not carried it out. */
    private static boolean confirms(Receipt receipt, OwnStore.Erased erased) {
        return receipt.lines().stream()
                .anyMatch(line -> line.log().equals(erased.log())
                        && line.size() > erased.seq()
                        && line.erased() >= erased.before());
    }

    /** Members that this log is for. */
    private SortedSet<SchoolId> readers(LogId log, List<ReplicaStatus.Circle> memberships) {
        Optional<CircleId> only = log.scope().circle();
        SortedSet<SchoolId> readers = new TreeSet<>();
        memberships.stream()
                .filter(circle -> only.map(circle.id()::equals).orElse(true))
                .forEach(circle -> readers.addAll(circle.members()));
        readers.remove(parts.self());
        return readers;
    }
}
