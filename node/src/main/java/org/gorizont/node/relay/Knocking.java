// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.relay;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.socket.ChannelInputShutdownEvent;
import io.netty.util.ReferenceCountUtil;
import org.gorizont.protocol.codec.Malformed;
import org.gorizont.protocol.codec.RelayCodec;
import org.gorizont.protocol.model.Bytes;
import org.jspecify.annotations.Nullable;

/** A connection that has not said its preamble yet. Reads it, and hands the connection over with what came behind. */
final class Knocking extends ChannelInboundHandlerAdapter {
    private final Switchboard switchboard;
    private final byte[] heard = new byte[RelayCodec.LENGTH_SIZE + RelayCodec.MAX_BYTES];
    private int count;
    private int needed = RelayCodec.LENGTH_SIZE;

    Knocking(Switchboard switchboard) {
        this.switchboard = switchboard;
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) {
        ByteBuf bytes = (ByteBuf) message;
        try {
            if (isWhole(bytes)) {
                ctx.pipeline().remove(this);
                Bytes preamble = Bytes.copyOf(heard).slice(RelayCodec.LENGTH_SIZE, needed);
                switchboard.said(ctx.channel(), RelayCodec.preamble(preamble), bytes.retain());
            }
        } catch (Malformed _) {
            switchboard.unreadable(ctx.channel());
        } finally {
            ReferenceCountUtil.release(message);
        }
    }

    /** Takes what belongs to the preamble, and not a byte more. */
    private boolean isWhole(ByteBuf bytes) throws Malformed {
        take(bytes);
        if (needed == RelayCodec.LENGTH_SIZE && count == needed) {
            needed += RelayCodec.length(Bytes.copyOf(heard).slice(0, needed));
            take(bytes);
        }
        return needed > RelayCodec.LENGTH_SIZE && count == needed;
    }

    private void take(ByteBuf bytes) {
        int taken = Math.min(needed - count, bytes.readableBytes());
        bytes.readBytes(heard, count, taken);
        count += taken;
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext ctx, @Nullable Object event) {
        if (event instanceof ChannelInputShutdownEvent) {
            switchboard.unreadable(ctx.channel());
        }
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
        var _ = ctx.close();
    }
}
