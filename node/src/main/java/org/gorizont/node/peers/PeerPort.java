// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.peers;

import io.grpc.Attributes;
import io.grpc.CompressorRegistry;
import io.grpc.Grpc;
import io.grpc.Metadata;
import io.grpc.Server;
import io.grpc.ServerCall;
import io.grpc.ServerServiceDefinition;
import io.grpc.ServerStreamTracer;
import io.grpc.Status;
import io.grpc.netty.NettyServerBuilder;
import io.netty.channel.EventLoopGroup;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import javax.net.ssl.SSLSession;
import org.gorizont.protocol.core.Limits;
import org.gorizont.protocol.model.PublicKey;
import org.jspecify.annotations.Nullable;

/**
 * The port on which other nodes reach this one: one method, behind TLS with a certificate on both sides, every limit set.
 * Whoever gets through has proven an Ed25519 key, and nothing more.
 */
final class PeerPort implements AutoCloseable {
    /** Names and values before the frames; more ends the connection. */
    static final int METADATA_BYTES = 4 * 1024;
    /** Calls of one connection at a time, of which one becomes a link; more are refused. */
    static final int CALLS = 16;
    /** Resets in each {@link #RESET_SECONDS}; more end the connection. */
    static final int RESETS = 64;

    static final int RESET_SECONDS = 10;
    /** Bytes that a peer may send ahead of their reading; more are held back. Fixed, since measuring it takes pings. */
    static final int FLOW_CONTROL_BYTES = 256 * 1024;
    /** A peer that looks more often whether this one lives is sent away. */
    static final int LEAST_KEEPALIVE_SECONDS = 30;
    /** How often this side looks, and how long it waits for the answer. */
    static final int KEEPALIVE_SECONDS = 45;

    static final int KEEPALIVE_ANSWER_SECONDS = 20;
    /** A connection without a call is closed. */
    static final int IDLE_SECONDS = 60;

    private final Links links;
    private final Doorkeeper doorkeeper;
    private final AtomicReference<@Nullable GuardedServerChannel> listening = new AtomicReference<>();
    private final Server server;

    /** @throws IOException if the address cannot be listened at */
    PeerPort(InetSocketAddress address, PeerTls tls, PeerLimits limits, EventLoopGroup threads, Links links)
            throws IOException {
        this.links = links;
        this.doorkeeper = new Doorkeeper(limits);
        this.server = NettyServerBuilder.forAddress(address)
                .sslContext(tls.accepting())
                .channelFactory(this::listening)
                .bossEventLoopGroup(threads)
                .workerEventLoopGroup(threads)
                .directExecutor()
                .handshakeTimeout(limits.times().handshake().toMillis(), TimeUnit.MILLISECONDS)
                .maxInboundMessageSize(Limits.FRAME_BYTES)
                .maxInboundMetadataSize(METADATA_BYTES)
                .maxConcurrentCallsPerConnection(CALLS)
                .maxRstFramesPerWindow(RESETS, RESET_SECONDS)
                .flowControlWindow(FLOW_CONTROL_BYTES)
                .permitKeepAliveTime(LEAST_KEEPALIVE_SECONDS, TimeUnit.SECONDS)
                .keepAliveTime(KEEPALIVE_SECONDS, TimeUnit.SECONDS)
                .keepAliveTimeout(KEEPALIVE_ANSWER_SECONDS, TimeUnit.SECONDS)
                .maxConnectionIdle(IDLE_SECONDS, TimeUnit.SECONDS)
                .decompressorRegistry(ExchangeMethod.PLAIN_ONLY)
                .compressorRegistry(CompressorRegistry.newEmptyInstance())
                .addStreamTracerFactory(new MeterFactory())
                .addService(ServerServiceDefinition.builder(ExchangeMethod.SERVICE)
                        .addMethod(ExchangeMethod.EXCHANGE, this::accept)
                        .build())
                .build()
                .start();
    }

    int port() {
        return server.getPort();
    }

    /** Takes in a connection that was called at a relay. */
    void adopt(SocketChannel channel, ByteBuffer first) {
        GuardedServerChannel door = listening.get();
        if (door != null) {
            door.adopt(channel, first);
        }
    }

    @Override
    public void close() {
        server.shutdownNow();
    }

    private GuardedServerChannel listening() {
        GuardedServerChannel door = new GuardedServerChannel(doorkeeper);
        listening.set(door);
        return door;
    }

    private ServerCall.Listener<byte[]> accept(ServerCall<byte[], byte[]> call, Metadata headers) {
        Optional<PublicKey> key = provenKey(call.getAttributes());
        Optional<Doorkeeper.Ends> ends = ends(call.getAttributes());
        Meter meter = Meter.KEY.get();
        if (key.isEmpty() || ends.isEmpty() || meter == null) {
            return refuse(call, Status.UNAUTHENTICATED);
        }
        if (!doorkeeper.givesLink(ends.get())) {
            return refuse(call, Status.RESOURCE_EXHAUSTED);
        }
        AcceptedWire wire = new AcceptedWire(call, doorkeeper, ends.get());
        Optional<Link> link = links.open(wire, key.get(), Optional.empty(), meter);
        if (link.isEmpty()) {
            return refuse(call, Status.RESOURCE_EXHAUSTED);
        }
        call.sendHeaders(new Metadata());
        link.get().begin();
        return wire.eventsTo(link.get());
    }

    /** After this nothing else of the call is used: going on with a closed call would let it in. */
    private static ServerCall.Listener<byte[]> refuse(ServerCall<byte[], byte[]> call, Status status) {
        call.close(status, new Metadata());
        return new ServerCall.Listener<>() {};
    }

    private static Optional<PublicKey> provenKey(Attributes attributes) {
        SSLSession session = attributes.get(Grpc.TRANSPORT_ATTR_SSL_SESSION);
        return session == null ? Optional.empty() : PeerKeys.of(session);
    }

    private static Optional<Doorkeeper.Ends> ends(Attributes attributes) {
        SocketAddress remote = attributes.get(Grpc.TRANSPORT_ATTR_REMOTE_ADDR);
        SocketAddress local = attributes.get(Grpc.TRANSPORT_ATTR_LOCAL_ADDR);
        return remote == null || local == null ? Optional.empty() : Optional.of(new Doorkeeper.Ends(remote, local));
    }

    private static final class MeterFactory extends ServerStreamTracer.Factory {
        @Override
        public ServerStreamTracer newServerStreamTracer(String method, Metadata headers) {
            return new Meter(System::nanoTime).acceptedTracer();
        }
    }
}
