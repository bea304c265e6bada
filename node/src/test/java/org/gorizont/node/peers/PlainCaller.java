// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.peers;

import io.grpc.CallOptions;
import io.grpc.ClientCall;
import io.grpc.ManagedChannel;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.Status;
import io.grpc.netty.NettyChannelBuilder;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** An ordinary gRPC client with a certificate, for calls that are whole and yet not wanted. */
final class PlainCaller implements AutoCloseable {
    private final ManagedChannel channel;
    private final ClientCall<byte[], byte[]> call;
    private final CompletableFuture<Status> end = new CompletableFuture<>();

    PlainCaller(Party peer, MethodDescriptor<byte[], byte[]> method, CallOptions options) {
        this.channel = NettyChannelBuilder.forAddress("127.0.0.1", peer.port())
                .sslContext(Certificates.selfSigned(Certificates.ed25519()).dialling(Optional.of(peer.key())))
                .build();
        this.call = channel.newCall(method, options);
        call.start(
                new ClientCall.Listener<>() {
                    @Override
                    public void onClose(Status status, Metadata trailers) {
                        end.complete(status);
                    }
                },
                new Metadata());
        call.request(Integer.MAX_VALUE);
    }

    static PlainCaller exchange(Party peer) {
        return new PlainCaller(peer, ExchangeMethod.EXCHANGE, CallOptions.DEFAULT);
    }

    static MethodDescriptor<byte[], byte[]> method(String fullName) {
        return ExchangeMethod.EXCHANGE.toBuilder().setFullMethodName(fullName).build();
    }

    PlainCaller say(byte[] frame) {
        call.sendMessage(frame);
        return this;
    }

    Status.Code end() {
        try {
            return end.get(Party.PATIENCE.toSeconds(), TimeUnit.SECONDS).getCode();
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        channel.shutdownNow();
    }
}
