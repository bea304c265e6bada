// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.peers;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.ChannelPromise;
import org.gorizont.protocol.codec.RelayCodec;
import org.gorizont.protocol.frame.RelayPreamble;
import org.gorizont.protocol.model.Bytes;

/**
 * Says the preamble to a relay right before the first byte of TLS. Stands at the head of a pipeline, below what talks to a
 * proxy: a proxy is asked in text, and a TLS record of a handshake begins with 22.
 */
final class Knock extends ChannelOutboundHandlerAdapter {
    private static final byte HANDSHAKE = 22;

    private final Bytes token;

    Knock(Bytes token) {
        this.token = token;
    }

    @Override
    public void write(ChannelHandlerContext ctx, Object message, ChannelPromise promise) {
        if (message instanceof ByteBuf bytes && bytes.isReadable() && bytes.getByte(bytes.readerIndex()) == HANDSHAKE) {
            Bytes preamble = RelayCodec.preamble(new RelayPreamble(token, false));
            var _ = ctx.write(Unpooled.wrappedBuffer(preamble.toArray()));
            ctx.pipeline().remove(this);
        }
        var _ = ctx.write(message, promise);
    }
}
