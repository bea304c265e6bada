// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.codec;

import java.util.List;
import org.gorizont.protocol.core.Limits;
import org.gorizont.protocol.model.Bytes;
import org.gorizont.protocol.model.SchoolId;
import org.gorizont.protocol.model.SealedBody;
import org.gorizont.protocol.model.SealedKey;
import org.gorizont.protocol.wire.v1.LogWire;

/** Bodies for named schools. */
final class SealedForm {
    private SealedForm() {}

    static LogWire.SealedBody toWire(SealedBody body) {
        var wire = LogWire.SealedBody.newBuilder()
                .setVersion(body.version())
                .setSuite(body.suite())
                .setCiphertext(ToWire.bytes(body.ciphertext()));
        body.keys()
                .forEach(key -> wire.addKeys(LogWire.SealedKey.newBuilder()
                        .setSchool(ToWire.hash(key.school().hash()))
                        .setEpoch(key.epoch())
                        .setEncapsulated(ToWire.bytes(key.encapsulated()))
                        .setWrapped(ToWire.bytes(key.wrapped()))));
        return wire.build();
    }

    static SealedBody read(Bytes bytes) throws Malformed {
        var wire = FromWire.parse(
                bytes, Limits.BODY_BYTES, LogWire.SealedBody.getDescriptor(), LogWire.SealedBody.parser());
        FromWire.version("sealed body", wire.getVersion());
        List<SealedKey> keys = FromWire.list(wire.getKeysList(), SealedForm::key);
        Bytes ciphertext = FromWire.bytes(wire.getCiphertext());
        return FromWire.make("sealed body", () -> new SealedBody(wire.getVersion(), wire.getSuite(), ciphertext, keys));
    }

    private static SealedKey key(LogWire.SealedKey key) throws Malformed {
        SchoolId school = FromWire.school("sealed body.keys.school", key.getSchool());
        Bytes encapsulated = FromWire.bytes(key.getEncapsulated());
        Bytes wrapped = FromWire.bytes(key.getWrapped());
        return FromWire.make("sealed body.keys", () -> new SealedKey(school, key.getEpoch(), encapsulated, wrapped));
    }
}
