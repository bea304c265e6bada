// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.peers;

import io.grpc.CallOptions;
import io.grpc.ClientCall;
import io.grpc.ClientStreamTracer;
import io.grpc.CompressorRegistry;
import io.grpc.HttpConnectProxiedSocketAddress;
import io.grpc.ManagedChannel;
import io.grpc.Metadata;
import io.grpc.ProxiedSocketAddress;
import io.grpc.netty.NettyChannelBuilder;
import io.netty.channel.Channel;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.socket.nio.NioSocketChannel;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.gorizont.protocol.core.DialProblem;
import org.gorizont.protocol.core.Limits;
import org.gorizont.protocol.model.Endpoint;
import org.gorizont.protocol.model.PublicKey;
import org.gorizont.protocol.model.RelayEndpoint;
import org.gorizont.protocol.model.Way;
import org.jspecify.annotations.Nullable;

/**
 * Opens connections to other nodes, through an HTTP CONNECT proxy when one is set; proxies of the environment are not
 * asked. One connection a dial, so that it can end without touching another.
 */
final class Dialler {
    private final PeerTls tls;
    private final Optional<Endpoint> proxy;
    private final EventLoopGroup threads;
    private final Executor blocking;

    /** @param blocking for looking up names */
    Dialler(PeerTls tls, Optional<Endpoint> proxy, EventLoopGroup threads, Executor blocking) {
        this.tls = tls;
        this.proxy = proxy;
        this.threads = threads;
        this.blocking = blocking;
    }

    /** @throws IllegalArgumentException if no host name can be like this */
    Dial dial(Way way, Optional<PublicKey> expected, Links links) {
        Meter meter = new Meter(System::nanoTime);
        ManagedChannel channel = channel(way, expected);
        ClientCall<byte[], byte[]> call = channel.newCall(
                ExchangeMethod.EXCHANGE, CallOptions.DEFAULT.withStreamTracerFactory(new MeterFactory(meter)));
        return new Dial(way, proxy.isPresent(), links, channel, call, meter);
    }

    private ManagedChannel channel(Way way, Optional<PublicKey> expected) {
        return NettyChannelBuilder.forTarget("dns:///" + way.dialled())
                .sslContext(tls.dialling(expected))
                .channelFactory(() -> guardedChannel(way))
                .eventLoopGroup(threads)
                .directExecutor()
                .offloadExecutor(blocking)
                .proxyDetector(this::through)
                .disableServiceConfigLookUp()
                .disableRetry()
                .maxInboundMessageSize(Limits.FRAME_BYTES)
                .maxInboundMetadataSize(PeerPort.METADATA_BYTES)
                .flowControlWindow(PeerPort.FLOW_CONTROL_BYTES)
                .keepAliveTime(PeerPort.KEEPALIVE_SECONDS, TimeUnit.SECONDS)
                .keepAliveTimeout(PeerPort.KEEPALIVE_ANSWER_SECONDS, TimeUnit.SECONDS)
                .decompressorRegistry(ExchangeMethod.PLAIN_ONLY)
                .compressorRegistry(CompressorRegistry.newEmptyInstance())
                .build();
    }

    private static Channel guardedChannel(Way way) {
        Channel channel = new NioSocketChannel();
        channel.pipeline().addFirst(FloodGuard.ofDialled());
        if (way instanceof Way.Relayed(RelayEndpoint at)) {
            channel.pipeline().addFirst(new Knock(at.token()));
        }
        return channel;
    }

    private @Nullable ProxiedSocketAddress through(SocketAddress target) throws IOException {
        if (proxy.isEmpty() || !(target instanceof InetSocketAddress host)) {
            return null;
        }
        InetSocketAddress address =
                new InetSocketAddress(proxy.get().host(), proxy.get().port());
        if (address.isUnresolved()) {
            throw new ProxyRefused(DialProblem.PROXY_UNREACHABLE, "the proxy's name is not known");
        }
        return HttpConnectProxiedSocketAddress.newBuilder()
                .setProxyAddress(address)
                .setTargetAddress(host)
                .build();
    }

    private static final class MeterFactory extends ClientStreamTracer.Factory {
        private final Meter meter;

        MeterFactory(Meter meter) {
            this.meter = meter;
        }

        @Override
        public ClientStreamTracer newClientStreamTracer(ClientStreamTracer.StreamInfo info, Metadata headers) {
            return meter.dialledTracer();
        }
    }
}
