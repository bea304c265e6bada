// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.codec;

import com.google.protobuf.ByteString;
import com.google.protobuf.MessageLite;
import com.google.protobuf.UnsafeByteOperations;
import java.util.List;
import org.gorizont.protocol.model.Bytes;
import org.gorizont.protocol.model.Hash;
import org.gorizont.protocol.model.LogId;
import org.gorizont.protocol.model.Signature;
import org.gorizont.protocol.model.Signed;
import org.gorizont.protocol.model.SignedHead;
import org.gorizont.protocol.wire.v1.IdentityWire;

/** Small values into their wire form, shared by all formats. */
final class ToWire {
    private ToWire() {}

    static Bytes bytes(MessageLite message) {
        return Bytes.wrap(message.toByteArray());
    }

    static ByteString bytes(Bytes bytes) {
        return UnsafeByteOperations.unsafeWrap(bytes.unsafeArray());
    }

    static ByteString hash(Hash hash) {
        return bytes(hash.bytes());
    }

    static List<ByteString> hashes(List<Hash> hashes) {
        return hashes.stream().map(ToWire::hash).toList();
    }

    static IdentityWire.LogId log(LogId log) {
        return IdentityWire.LogId.newBuilder()
                .setSchool(hash(log.school().hash()))
                .setChannel(log.channel().number())
                .setScope(bytes(log.scope().bytes()))
                .setIncarnation(log.incarnation())
                .build();
    }

    static IdentityWire.Signed signed(Bytes exact, Signature signature) {
        return IdentityWire.Signed.newBuilder()
                .setContent(bytes(exact))
                .setSignature(bytes(signature.bytes()))
                .build();
    }

    static IdentityWire.Signed signed(Signed<?> signed) {
        return signed(signed.exact(), signed.signature());
    }

    static IdentityWire.Signed head(SignedHead head) {
        return signed(head.exact(), head.signature());
    }

    static List<IdentityWire.Signed> heads(List<SignedHead> heads) {
        return heads.stream().map(ToWire::head).toList();
    }

    static <T> List<IdentityWire.Signed> signeds(List<Signed<T>> list) {
        return list.stream().map(signed -> signed(signed)).toList();
    }
}
