// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.peers;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Knows every accepted connection from its first packet on, and refuses those that are too many. Of a connection only
 * one stream becomes a link. Safe for all threads.
 */
final class Doorkeeper {
    /** Both ends of a connection, as netty and gRPC alike name it. */
    record Ends(SocketAddress remote, SocketAddress local) {
        static Ends of(Channel channel) {
            return new Ends(channel.remoteAddress(), channel.localAddress());
        }
    }

    private static final class Visitor {
        final Channel channel;
        final InetAddress address;
        boolean stranger = true;
        boolean hasLink;

        Visitor(Channel channel, InetAddress address) {
            this.channel = channel;
            this.address = address;
        }
    }

    private final PeerLimits limits;
    private final Map<Ends, Visitor> visitors = new HashMap<>();

    Doorkeeper(PeerLimits limits) {
        this.limits = limits;
    }

    /** Whether this new connection may stay; then {@link #gone} must be called for it. */
    synchronized boolean admits(Channel channel) {
        if (!(channel.remoteAddress() instanceof InetSocketAddress remote) || visitors.size() >= limits.links()) {
            return false;
        }
        InetAddress address = remote.getAddress();
        if (strangers() >= limits.strangers() || strangersOf(address) >= limits.strangersOfAddress()) {
            return false;
        }
        visitors.put(Ends.of(channel), new Visitor(channel, address));
        return true;
    }

    synchronized void gone(Ends ends) {
        visitors.remove(ends);
    }

    /** Whether this stream is the first of its connection. */
    synchronized boolean givesLink(Ends ends) {
        Visitor visitor = visitors.get(ends);
        if (visitor == null || visitor.hasLink) {
            return false;
        }
        visitor.hasLink = true;
        return true;
    }

    synchronized void greeted(Ends ends) {
        find(ends).ifPresent(visitor -> visitor.stranger = false);
    }

    /** Closes a connection, if it is still there. */
    void cut(Ends ends) {
        find(ends).ifPresent(visitor -> close(visitor.channel));
    }

    /** The link of this connection has ended: its peer has a moment to close by itself. */
    void dismiss(Ends ends) {
        find(ends).map(visitor -> visitor.channel).ifPresent(this::closeSoon);
    }

    private void closeSoon(Channel channel) {
        long millis = limits.times().linger().toMillis();
        var _ = channel.eventLoop().schedule(() -> close(channel), millis, TimeUnit.MILLISECONDS);
    }

    /** From the head of the pipeline: from its tail, HTTP/2 would first wait for a peer that may not read. */
    private static void close(Channel channel) {
        ChannelHandlerContext head = channel.pipeline().firstContext();
        if (head != null) {
            var _ = head.close();
        }
    }

    private synchronized Optional<Visitor> find(Ends ends) {
        return Optional.ofNullable(visitors.get(ends));
    }

    private long strangers() {
        return visitors.values().stream().filter(visitor -> visitor.stranger).count();
    }

    private long strangersOf(InetAddress address) {
        return visitors.values().stream()
                .filter(visitor -> visitor.stranger && visitor.address.equals(address))
                .count();
    }
}
