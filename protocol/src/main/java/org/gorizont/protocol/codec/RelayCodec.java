// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.codec;

import java.nio.ByteBuffer;
import org.gorizont.protocol.frame.RelayPreamble;
import org.gorizont.protocol.model.Bytes;
import org.gorizont.protocol.model.RelayEndpoint;
import org.gorizont.protocol.wire.v1.ExchangeWire;

/**
 * What a side says to a relay before TLS: the length as four bytes, big endian, then the message. A TLS connection
 * never begins with a zero byte, and a preamble always does. Format: docs/protocol.md, "Relays".
 */
public final class RelayCodec {
    public static final int LENGTH_SIZE = 4;
    public static final int MAX_BYTES = 256;

    private static final int VERSION = 1;

    private RelayCodec() {}

    /** The preamble with its length. */
    public static Bytes preamble(RelayPreamble preamble) {
        byte[] message = ExchangeWire.RelayPreamble.newBuilder()
                .setVersion(VERSION)
                .setToken(ToWire.bytes(preamble.token()))
                .setWaiting(preamble.waiting())
                .build()
                .toByteArray();
        ByteBuffer framed = ByteBuffer.allocate(LENGTH_SIZE + message.length);
        return Bytes.wrap(framed.putInt(message.length).put(message).array());
    }

    /** How many bytes follow the first four; asked before anything is allocated for them. */
    public static int length(Bytes prefix) throws Malformed {
        FromWire.that(prefix.size() == LENGTH_SIZE, "relay preamble: the length has " + prefix.size() + " bytes");
        int length = prefix.asBuffer().getInt();
        FromWire.that(length > 0 && length <= MAX_BYTES, "relay preamble: length " + length + " is out of range");
        return length;
    }

    /** Reads the message behind the length. */
    public static RelayPreamble preamble(Bytes message) throws Malformed {
        var wire = FromWire.parse(
                message, MAX_BYTES, ExchangeWire.RelayPreamble.getDescriptor(), ExchangeWire.RelayPreamble.parser());
        FromWire.version("relay preamble", wire.getVersion());
        Bytes token = FromWire.bytes("relay preamble.token", wire.getToken(), RelayEndpoint.TOKEN_SIZE);
        return new RelayPreamble(token, wire.getWaiting());
    }
}
