// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.readmodel;

import java.nio.ByteBuffer;
import org.gorizont.protocol.model.Bytes;
import org.gorizont.protocol.model.Channel;
import org.gorizont.protocol.model.Hash;
import org.gorizont.protocol.model.LogId;
import org.gorizont.protocol.model.RecordId;
import org.gorizont.protocol.model.SchoolId;
import org.gorizont.protocol.model.Scope;

/** Which record: its school, the channel and scope that it lives in through all incarnations, and its id there. */
public record RecordKey(SchoolId school, Channel channel, Scope scope, RecordId record) {
    static final int SIZE = Hash.SIZE + Integer.BYTES + Hash.SIZE + RecordId.SIZE;

    public static RecordKey of(LogId log, RecordId record) {
        return new RecordKey(log.school(), log.channel(), log.scope(), record);
    }

    /** A record of the catalogue, which is for every circle. */
    public static RecordKey inCatalogue(SchoolId school, RecordId record) {
        return new RecordKey(school, Channel.CATALOGUE, Scope.everyCircle(), record);
    }

    /** Fixed form of 84 bytes; records of one school stand together. */
    public Bytes bytes() {
        ByteBuffer buffer = ByteBuffer.allocate(SIZE);
        buffer.put(school.hash().bytes().unsafeArray()).putInt(channel.number());
        buffer.put(scope.bytes().unsafeArray()).put(record.bytes().unsafeArray());
        return Bytes.wrap(buffer.array());
    }

    /** @throws IllegalArgumentException if the bytes are no such form */
    public static RecordKey ofBytes(Bytes bytes) {
        if (bytes.size() != SIZE) {
            throw new IllegalArgumentException("a record key has " + SIZE + " bytes, not " + bytes.size());
        }
        int channel = Hash.SIZE;
        int scope = channel + Integer.BYTES;
        int record = scope + Hash.SIZE;
        return new RecordKey(
                new SchoolId(new Hash(bytes.slice(0, channel))),
                new Channel(bytes.asBuffer().getInt(channel)),
                new Scope(bytes.slice(scope, record)),
                new RecordId(bytes.slice(record, SIZE)));
    }
}
