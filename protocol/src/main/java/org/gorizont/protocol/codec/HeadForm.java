// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.codec;

import org.gorizont.protocol.core.Limits;
import org.gorizont.protocol.model.Bytes;
import org.gorizont.protocol.model.Hash;
import org.gorizont.protocol.model.Head;
import org.gorizont.protocol.model.LogId;
import org.gorizont.protocol.model.Signature;
import org.gorizont.protocol.model.SignedHead;
import org.gorizont.protocol.wire.v1.IdentityWire;
import org.gorizont.protocol.wire.v1.LogWire;

/** Heads of logs. */
final class HeadForm {
    private static final int VERSION = 1;

    private HeadForm() {}

    static LogWire.Head toWire(Head head) {
        return LogWire.Head.newBuilder()
                .setVersion(VERSION)
                .setLog(ToWire.log(head.log()))
                .setSize(head.size())
                .setRoot(ToWire.hash(head.root()))
                .setFloor(head.floor())
                .build();
    }

    static Head read(Bytes bytes) throws Malformed {
        var wire = FromWire.parse(bytes, Limits.HEAD_BYTES, LogWire.Head.getDescriptor(), LogWire.Head.parser());
        FromWire.version("head", wire.getVersion());
        LogId log = FromWire.log(wire.getLog());
        Hash root = FromWire.hash("head.root", wire.getRoot());
        return FromWire.make("head", () -> new Head(log, wire.getSize(), root, wire.getFloor()));
    }

    static SignedHead signed(IdentityWire.Signed signed) throws Malformed {
        Signature signature = FromWire.signature("head", signed.getSignature());
        Bytes exact = FromWire.bytes(signed.getContent());
        return new SignedHead(read(exact), exact, signature);
    }
}
