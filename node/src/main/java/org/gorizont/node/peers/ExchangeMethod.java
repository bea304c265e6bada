// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.peers;

import io.grpc.Codec;
import io.grpc.DecompressorRegistry;
import io.grpc.MethodDescriptor;
import io.grpc.MethodDescriptor.Marshaller;
import io.grpc.MethodDescriptor.MethodType;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** The one method between nodes, with frames as the bytes that they are: what arrived is what is checked. */
final class ExchangeMethod {
    static final String SERVICE = "gorizont.v1.Peer";

    static final MethodDescriptor<byte[], byte[]> EXCHANGE = MethodDescriptor.<byte[], byte[]>newBuilder()
            .setType(MethodType.BIDI_STREAMING)
            .setFullMethodName(MethodDescriptor.generateFullMethodName(SERVICE, "Exchange"))
            .setRequestMarshaller(new RawBytes())
            .setResponseMarshaller(new RawBytes())
            .build();

    /** What may be decompressed: nothing. A frame that is compressed is a call that is not implemented. */
    static final DecompressorRegistry PLAIN_ONLY =
            DecompressorRegistry.emptyInstance().with(Codec.Identity.NONE, false);

    private ExchangeMethod() {}

    private static final class RawBytes implements Marshaller<byte[]> {
        @Override
        public InputStream stream(byte[] frame) {
            return new ByteArrayInputStream(frame);
        }

        @Override
        public byte[] parse(InputStream frame) {
            try {
                return frame.readAllBytes();
            } catch (IOException e) {
                throw new UncheckedIOException("a stream in memory cannot fail", e);
            }
        }
    }
}
