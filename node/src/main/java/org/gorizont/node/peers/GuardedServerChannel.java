// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.peers;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.List;

/**
 * A listening socket that asks the doorkeeper about each connection before anything is spent on it, and puts a {@link
 * FloodGuard} into those that stay: gRPC itself has no limit for either.
 */
final class GuardedServerChannel extends NioServerSocketChannel {
    private final Doorkeeper doorkeeper;

    GuardedServerChannel(Doorkeeper doorkeeper) {
        this.doorkeeper = doorkeeper;
    }

    @Override
    protected int doReadMessages(List<Object> accepted) throws Exception {
        int count = super.doReadMessages(accepted);
        if (count > 0 && accepted.getLast() instanceof Channel channel) {
            if (doorkeeper.admits(channel)) {
                channel.pipeline().addFirst(new Leaving(Doorkeeper.Ends.of(channel)), FloodGuard.ofAccepted());
            } else {
                accepted.removeLast();
                channel.unsafe().closeForcibly();
                return 0;
            }
        }
        return count;
    }

    /**
     * Takes in a connection that came another way, as if it had been accepted here; the doorkeeper is asked about it.
     *
     * @param first what was read of it
     */
    void adopt(SocketChannel connected, ByteBuffer first) {
        eventLoop().execute(() -> {
            NioSocketChannel channel = new NioSocketChannel(this, connected);
            if (doorkeeper.admits(channel)) {
                channel.pipeline()
                        .addFirst(
                                new Leaving(Doorkeeper.Ends.of(channel)),
                                new ReadBefore(Unpooled.wrappedBuffer(first)),
                                FloodGuard.ofAccepted());
                pipeline().fireChannelRead(channel);
                pipeline().fireChannelReadComplete();
            } else {
                channel.unsafe().closeForcibly();
            }
        });
    }

    /** Hands on what was read before the channel had a pipeline, once everything behind is there. */
    private static final class ReadBefore extends ChannelInboundHandlerAdapter {
        private final ByteBuf first;

        ReadBefore(ByteBuf first) {
            this.first = first;
        }

        @Override
        public void channelActive(ChannelHandlerContext ctx) {
            ctx.fireChannelActive();
            ctx.fireChannelRead(first);
            ctx.fireChannelReadComplete();
            ctx.pipeline().remove(this);
        }
    }

    private final class Leaving extends ChannelInboundHandlerAdapter {
        private final Doorkeeper.Ends ends;

        Leaving(Doorkeeper.Ends ends) {
            this.ends = ends;
        }

        @Override
        public void channelUnregistered(ChannelHandlerContext ctx) {
            doorkeeper.gone(ends);
            ctx.fireChannelUnregistered();
        }
    }
}
