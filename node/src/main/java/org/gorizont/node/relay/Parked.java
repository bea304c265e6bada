// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.relay;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.socket.ChannelInputShutdownEvent;
import io.netty.util.ReferenceCountUtil;
import org.gorizont.protocol.model.Bytes;
import org.jspecify.annotations.Nullable;

/** A connection that waits to be called. It is read from, so that its end is noticed; saying anything ends it. */
final class Parked extends ChannelInboundHandlerAdapter {
    final Channel channel;
    final Bytes token;
    final long since = System.nanoTime();

    Parked(Channel channel, Bytes token) {
        this.channel = channel;
        this.token = token;
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) {
        ReferenceCountUtil.release(message);
        var _ = ctx.close();
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext ctx, @Nullable Object event) {
        if (event instanceof ChannelInputShutdownEvent) {
            var _ = ctx.close();
        }
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
        var _ = ctx.close();
    }
}
