// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.relay;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.socket.ChannelInputShutdownEvent;
import io.netty.channel.socket.DuplexChannel;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Two connections as one. What one side sends is written to the other; a side is read from only while the other one takes
 * what it gets, so a slow reader holds back its peer and not memory. When one side ends its half, the other hears of it
 * behind the last byte; when a connection is gone, both go. Of one thread.
 */
final class Pair {
    private final Channel caller;
    private final Channel called;
    private final Counts counts;
    private final long bytesPerSecond;
    private long movedAt = System.nanoTime();
    private long secondBegan = movedAt;
    private long bytesInSecond;
    private boolean held;
    private int ended;

    Pair(Channel caller, Channel called, Counts counts, long bytesPerSecond) {
        this.caller = caller;
        this.called = called;
        this.counts = counts;
        this.bytesPerSecond = bytesPerSecond;
    }

    /** Begins with what the caller has said behind its preamble. */
    void begin(ByteBuf first) {
        caller.pipeline().addLast(new End(called));
        called.pipeline().addLast(new End(caller));
        moved(first.readableBytes());
        write(called, first);
    }

    /** Looks at the clock; called again and again. */
    void check(long now, long idleNanos) {
        if (now - movedAt > idleNanos) {
            close();
        } else if (now - secondBegan >= TimeUnit.SECONDS.toNanos(1)) {
            secondBegan = now;
            bytesInSecond = 0;
            held = false;
            settle();
        }
    }

    void close() {
        var _ = caller.close();
        var _ = called.close();
    }

    private void moved(int bytes) {
        counts.bytes.add(bytes);
        movedAt = System.nanoTime();
        bytesInSecond += bytes;
        held |= bytesPerSecond > 0 && bytesInSecond >= bytesPerSecond;
    }

    private void write(Channel to, Object bytes) {
        var _ = to.writeAndFlush(bytes).addListener(ChannelFutureListener.CLOSE_ON_FAILURE);
        settle();
    }

    private void settle() {
        caller.config().setAutoRead(!held && called.isWritable());
        called.config().setAutoRead(!held && caller.isWritable());
    }

    /** After the last byte, since shutting down would drop what still waits to be written. */
    private void endOutput(Channel to) {
        ended++;
        boolean both = ended == 2;
        var _ = to.writeAndFlush(Unpooled.EMPTY_BUFFER).addListener(_ -> {
            if (to instanceof DuplexChannel duplex) {
                var _ = duplex.shutdownOutput();
            }
            if (both) {
                close();
            }
        });
    }

    private final class End extends ChannelInboundHandlerAdapter {
        private final Channel other;

        End(Channel other) {
            this.other = other;
        }

        @Override
        public void channelRead(ChannelHandlerContext ctx, Object message) {
            if (message instanceof ByteBuf bytes) {
                moved(bytes.readableBytes());
                write(other, bytes);
            }
        }

        @Override
        public void channelWritabilityChanged(ChannelHandlerContext ctx) {
            settle();
        }

        @Override
        public void userEventTriggered(ChannelHandlerContext ctx, @Nullable Object event) {
            if (event instanceof ChannelInputShutdownEvent) {
                endOutput(other);
            }
        }

        @Override
        public void channelInactive(ChannelHandlerContext ctx) {
            var _ = other.writeAndFlush(Unpooled.EMPTY_BUFFER).addListener(ChannelFutureListener.CLOSE);
        }

        @Override
        public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
            var _ = ctx.close();
        }
    }
}
