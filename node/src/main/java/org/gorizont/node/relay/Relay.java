// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.relay;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.AdaptiveRecvByteBufAllocator;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.WriteBufferWaterMark;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioChannelOption;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.concurrent.TimeUnit;
import jdk.net.ExtendedSocketOptions;

/** A running relay. One thread does everything; memory is bounded by {@link RelayLimits}. */
public final class Relay implements AutoCloseable {
    /** Bytes that may wait for one side; beyond, the other one is not read from. */
    static final int WAITING_BYTES = 32 * 1024;
    /** Bytes that are read at once. */
    static final int READ_BYTES = 16 * 1024;
    /** A dead connection is noticed after three times this. */
    private static final int KEEPALIVE_SECONDS = 30;

    private final Counts counts = new Counts();
    private final EventLoopGroup thread =
            new MultiThreadIoEventLoopGroup(1, new DefaultThreadFactory("relay", true), NioIoHandler.newFactory());
    private final Channel listening;

    private Relay(InetSocketAddress address, RelayLimits limits) throws IOException {
        Switchboard switchboard = new Switchboard(limits, counts);
        var bound = bootstrap(switchboard).bind(address).awaitUninterruptibly();
        if (!bound.isSuccess()) {
            close();
            throw new IOException("cannot listen at " + address + ": " + bound.cause(), bound.cause());
        }
        listening = bound.channel();
        long tick = limits.times().tick().toNanos();
        var _ = thread.scheduleWithFixedDelay(switchboard::tick, tick, tick, TimeUnit.NANOSECONDS);
    }

    /**
     * Opens a relay.
     *
     * @param address port 0 takes a free one
     * @throws IOException if the address cannot be listened at
     */
    public static Relay open(InetSocketAddress address, RelayLimits limits) throws IOException {
        return new Relay(address, limits);
    }

    public int port() {
        return ((InetSocketAddress) listening.localAddress()).getPort();
    }

    public RelayCounters counters() {
        return counts.read();
    }

    /** Closes all connections. */
    @Override
    public void close() {
        thread.shutdownGracefully(0, 1, TimeUnit.SECONDS).awaitUninterruptibly();
    }

    private ServerBootstrap bootstrap(Switchboard switchboard) {
        return new ServerBootstrap()
                .group(thread)
                .channel(NioServerSocketChannel.class)
                .option(ChannelOption.SO_REUSEADDR, true)
                .childOption(ChannelOption.ALLOW_HALF_CLOSURE, true)
                .childOption(ChannelOption.TCP_NODELAY, true)
                .childOption(ChannelOption.SO_KEEPALIVE, true)
                .childOption(NioChannelOption.of(ExtendedSocketOptions.TCP_KEEPIDLE), KEEPALIVE_SECONDS)
                .childOption(NioChannelOption.of(ExtendedSocketOptions.TCP_KEEPINTERVAL), KEEPALIVE_SECONDS / 3)
                .childOption(NioChannelOption.of(ExtendedSocketOptions.TCP_KEEPCOUNT), 3)
                .childOption(
                        ChannelOption.WRITE_BUFFER_WATER_MARK,
                        new WriteBufferWaterMark(WAITING_BYTES / 2, WAITING_BYTES))
                .childOption(
                        ChannelOption.RECVBUF_ALLOCATOR,
                        new AdaptiveRecvByteBufAllocator(256, READ_BYTES / 4, READ_BYTES))
                .childHandler(new ChannelInitializer<>() {
                    @Override
                    protected void initChannel(Channel channel) {
                        switchboard.accepted(channel);
                    }
                });
    }
}
