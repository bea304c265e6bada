// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.codec;

import com.google.protobuf.ByteString;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.gorizont.protocol.core.Limits;
import org.gorizont.protocol.model.Bytes;
import org.gorizont.protocol.model.EntryRef;
import org.gorizont.protocol.model.Hash;
import org.gorizont.protocol.model.Header;
import org.gorizont.protocol.model.Kind;
import org.gorizont.protocol.model.Origin;
import org.gorizont.protocol.model.RecordId;
import org.gorizont.protocol.model.Retention;
import org.gorizont.protocol.model.Verb;
import org.gorizont.protocol.wire.v1.LogWire;

/** Entry headers. */
final class HeaderForm {
    private HeaderForm() {}

    static LogWire.Header toWire(Header header) {
        var wire = LogWire.Header.newBuilder()
                .setVersion(header.version())
                .setKind(LogWire.Kind.newBuilder()
                        .setType(header.kind().type())
                        .setMajor(header.kind().major())
                        .setMinor(header.kind().minor()))
                .setRecord(ToWire.bytes(header.record().bytes()))
                .setVerb(verb(header.verb()))
                .setRetention(retention(header.retention()))
                .setClaimedMillis(header.claimedAt().toEpochMilli())
                .setSealed(header.sealed())
                .setBodyLength(header.bodyLength());
        header.origin()
                .ifPresent(origin -> wire.setOrigin(LogWire.Origin.newBuilder()
                        .setIncarnation(origin.incarnation())
                        .setSeq(origin.seq())
                        .setHash(ToWire.hash(origin.hash()))));
        header.commitment().ifPresent(hash -> wire.setCommitment(ToWire.hash(hash)));
        header.references().forEach(reference -> wire.addReferences(reference(reference)));
        return wire.build();
    }

    static Header read(Bytes bytes) throws Malformed {
        var wire = FromWire.parse(bytes, Limits.HEADER_BYTES, LogWire.Header.getDescriptor(), LogWire.Header.parser());
        FromWire.version("header", wire.getVersion());
        FromWire.that(wire.hasKind(), "header.kind is missing");
        LogWire.Kind kind = wire.getKind();
        Kind kindValue = FromWire.make("header.kind", () -> new Kind(kind.getType(), kind.getMajor(), kind.getMinor()));
        RecordId record = FromWire.record(wire.getRecord());
        Verb verb = verb(wire.getVerb());
        Retention retention = retention(wire.getRetention());
        Optional<Origin> origin = wire.hasOrigin() ? Optional.of(origin(wire.getOrigin())) : Optional.empty();
        List<EntryRef> references = FromWire.list(wire.getReferencesList(), HeaderForm::reference);
        Optional<Hash> commitment = commitment(wire.getCommitment());
        return FromWire.make(
                "header",
                () -> new Header(
                        wire.getVersion(),
                        kindValue,
                        record,
                        verb,
                        retention,
                        origin,
                        Instant.ofEpochMilli(wire.getClaimedMillis()),
                        references,
                        wire.getSealed(),
                        wire.getBodyLength(),
                        commitment));
    }

    private static Optional<Hash> commitment(ByteString bytes) throws Malformed {
        return bytes.isEmpty() ? Optional.empty() : Optional.of(FromWire.hash("header.commitment", bytes));
    }

    private static Origin origin(LogWire.Origin origin) throws Malformed {
        Hash hash = FromWire.hash("header.origin.hash", origin.getHash());
        return FromWire.make("header.origin", () -> new Origin(origin.getIncarnation(), origin.getSeq(), hash));
    }

    private static LogWire.EntryRef reference(EntryRef reference) {
        return LogWire.EntryRef.newBuilder()
                .setLog(ToWire.log(reference.log()))
                .setSeq(reference.seq())
                .setHash(ToWire.hash(reference.hash()))
                .build();
    }

    private static EntryRef reference(LogWire.EntryRef reference) throws Malformed {
        var log = FromWire.log(reference.getLog());
        Hash hash = FromWire.hash("header.references.hash", reference.getHash());
        return FromWire.make("header.references", () -> new EntryRef(log, reference.getSeq(), hash));
    }

    private static LogWire.Verb verb(Verb verb) {
        return switch (verb) {
            case PUT -> LogWire.Verb.VERB_PUT;
            case REPLACE -> LogWire.Verb.VERB_REPLACE;
            case WITHDRAW -> LogWire.Verb.VERB_WITHDRAW;
            case ERASE -> LogWire.Verb.VERB_ERASE;
        };
    }

    private static Verb verb(LogWire.Verb verb) throws Malformed {
        return switch (verb) {
            case VERB_PUT -> Verb.PUT;
            case VERB_REPLACE -> Verb.REPLACE;
            case VERB_WITHDRAW -> Verb.WITHDRAW;
            case VERB_ERASE -> Verb.ERASE;
            case VERB_UNSPECIFIED, UNRECOGNIZED -> throw new Malformed("header.verb is none that this program knows");
        };
    }

    private static LogWire.Retention retention(Retention retention) {
        return switch (retention) {
            case LATEST -> LogWire.Retention.RETENTION_LATEST;
            case HISTORY -> LogWire.Retention.RETENTION_HISTORY;
        };
    }

    private static Retention retention(LogWire.Retention retention) throws Malformed {
        return switch (retention) {
            case RETENTION_LATEST -> Retention.LATEST;
            case RETENTION_HISTORY -> Retention.HISTORY;
            case RETENTION_UNSPECIFIED, UNRECOGNIZED ->
                throw new Malformed("header.retention is none that this program knows");
        };
    }
}
