// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.admin;

import com.google.protobuf.ByteString;
import com.google.protobuf.UnsafeByteOperations;
import java.time.Instant;
import org.gorizont.protocol.core.Outcome;
import org.gorizont.protocol.core.Refusal;
import org.gorizont.protocol.model.Bytes;
import org.gorizont.protocol.model.CircleId;
import org.gorizont.protocol.model.Hash;
import org.gorizont.protocol.model.LogId;
import org.gorizont.protocol.model.RecordId;
import org.gorizont.protocol.model.SchoolId;
import org.gorizont.protocol.wire.v1.AdminWire;

/** Values to fields of the admin API's messages and back. */
final class Forms {
    private Forms() {}

    static ByteString of(Bytes bytes) {
        return UnsafeByteOperations.unsafeWrap(bytes.unsafeArray());
    }

    static ByteString of(Hash hash) {
        return of(hash.bytes());
    }

    static ByteString of(SchoolId school) {
        return of(school.hash());
    }

    static long of(Instant instant) {
        return instant.toEpochMilli();
    }

    static AdminWire.LogPlace of(LogId log) {
        return AdminWire.LogPlace.newBuilder()
                .setSchool(of(log.school()))
                .setChannel(log.channel().number())
                .setScope(of(log.scope().bytes()))
                .setIncarnation(log.incarnation())
                .build();
    }

    static AdminWire.Refused refused(Refusal refusal, String detail) {
        return AdminWire.Refused.newBuilder()
                .setCode(refusal.name())
                .setDetail(detail)
                .build();
    }

    static IllegalStateException unexpected(Outcome outcome) {
        return new IllegalStateException("the loop replied with " + outcome + ", which answers another question");
    }

    static Bytes bytes(ByteString field) {
        return Bytes.wrap(field.toByteArray());
    }

    static SchoolId school(ByteString field) throws BadRequest {
        return new SchoolId(hash("school", field));
    }

    static CircleId circle(ByteString field) throws BadRequest {
        return new CircleId(hash("circle", field));
    }

    static RecordId record(ByteString field) throws BadRequest {
        if (field.size() != RecordId.SIZE) {
            throw new BadRequest("record: " + field.size() + " bytes, not " + RecordId.SIZE);
        }
        return new RecordId(bytes(field));
    }

    static Hash hash(String name, ByteString field) throws BadRequest {
        if (field.size() != Hash.SIZE) {
            throw new BadRequest(name + ": " + field.size() + " bytes, not " + Hash.SIZE);
        }
        return new Hash(bytes(field));
    }
}
