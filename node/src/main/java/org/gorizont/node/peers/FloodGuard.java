// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.peers;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.ssl.SslHandler;
import io.netty.util.ReferenceCountUtil;
import java.util.HexFormat;

/**
 * Closes a connection whose peer sends too many frames that carry nothing. Waits at the head of a pipeline until TLS is
 * there, and puts the counting behind it.
 */
final class FloodGuard extends ChannelInboundHandlerAdapter {
    /** GOAWAY, all streams may have been seen, ENHANCE_YOUR_CALM (RFC 9113 §6.8, §7). */
    private static final byte[] GOAWAY = HexFormat.of().parseHex("0000080700000000007fffffff0000000b");

    private final HousekeepingCount count;

    private FloodGuard(HousekeepingCount count) {
        this.count = count;
    }

    static FloodGuard ofAccepted() {
        return new FloodGuard(HousekeepingCount.ofClient());
    }

    static FloodGuard ofDialled() {
        return new FloodGuard(HousekeepingCount.ofServer());
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) {
        ChannelHandlerContext tls = ctx.pipeline().context(SslHandler.class);
        if (tls != null) {
            ctx.pipeline().addAfter(tls.name(), null, new Counting());
            ctx.fireChannelRead(message);
            ctx.pipeline().remove(this);
        } else {
            ctx.fireChannelRead(message);
        }
    }

    private final class Counting extends ChannelInboundHandlerAdapter {
        private boolean closing;

        @Override
        public void channelRead(ChannelHandlerContext ctx, Object message) {
            if (!closing && message instanceof ByteBuf bytes && !count.isWithinLimit(bytes, System.nanoTime())) {
                closing = true;
                var _ = ctx.writeAndFlush(Unpooled.wrappedBuffer(GOAWAY));
                var _ = ctx.close();
            }
            if (closing) {
                ReferenceCountUtil.release(message);
            } else {
                ctx.fireChannelRead(message);
            }
        }
    }
}
