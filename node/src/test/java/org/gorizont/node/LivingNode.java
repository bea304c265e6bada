// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.protobuf.ByteString;
import io.grpc.ManagedChannel;
import io.grpc.Metadata;
import io.grpc.netty.NettyChannelBuilder;
import io.grpc.stub.MetadataUtils;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.gorizont.node.accounts.OneTimeCode;
import org.gorizont.node.config.NodeConfig;
import org.gorizont.node.identity.NewNode;
import org.gorizont.protocol.identity.RecoverySheet;
import org.gorizont.protocol.model.Bytes;
import org.gorizont.protocol.wire.v1.AdminGrpc;
import org.gorizont.protocol.wire.v1.AdminWire;
import org.jspecify.annotations.Nullable;

/** A node of a test, wired as in a process: real TLS, real disk, its admin port. */
public final class LivingNode implements AutoCloseable {
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Path data;
    private final RecoverySheet sheet;
    private final CountDownLatch keysChanged = new CountDownLatch(1);
    private final List<String> complaints = new ArrayList<>();
    private @Nullable GorizontNode node;
    private @Nullable ManagedChannel channel;

    private LivingNode(Path data, RecoverySheet sheet) {
        this.data = data;
        this.sheet = sheet;
    }

    /** A new school with its node running. */
    public static LivingNode born(Path data) throws Exception {
        return born(data, "endpoints = [\"127.0.0.1\"]");
    }

    /** A new school with its node running, and these further settings of {@code [peers]}. */
    static LivingNode born(Path data, String peers) throws Exception {
        RecoverySheet sheet = new RecoverySheet(random(32));
        NewNode.create(data, random(32), sheet, random(16));
        Files.writeString(data.resolve(NodeConfig.FILE), """
                [peers]
                host = "127.0.0.1"
                port = 0
                allow_loopback_addresses = true
                %s
                [web]
                port = 0
                [store]
                ballast_mib = 0
                """.formatted(peers));
        LivingNode living = new LivingNode(data, sheet);
        living.start();
        return living;
    }

    void start() throws Exception {
        node = GorizontNode.start(
                data,
                NodeConfig.load(data),
                OneTimeCode.fresh(RANDOM),
                (_, line, _) -> complaints.add(line),
                () -> {},
                keysChanged::countDown);
        int port = Integer.parseInt(Files.readString(data.resolve("admin.port")).strip());
        channel =
                NettyChannelBuilder.forAddress("127.0.0.1", port).usePlaintext().build();
    }

    AdminGrpc.AdminBlockingStub admin() throws IOException {
        Metadata headers = new Metadata();
        headers.put(
                Metadata.Key.of("authorization", Metadata.ASCII_STRING_MARSHALLER),
                "Bearer " + Files.readString(data.resolve("admin.token")).strip());
        return AdminGrpc.newBlockingStub(Objects.requireNonNull(channel))
                .withInterceptors(MetadataUtils.newAttachHeadersInterceptor(headers))
                .withDeadlineAfter(1, TimeUnit.MINUTES);
    }

    /** A new circle. */
    public ByteString found() throws IOException {
        return admin().foundCircle(AdminWire.FoundCircleRequest.newBuilder()
                        .setName("Горизонт")
                        .build())
                .getCircle();
    }

    /** A code for this circle. */
    public String invite(ByteString circle) throws IOException {
        return admin().invite(
                        AdminWire.InviteRequest.newBuilder().setCircle(circle).build())
                .getCode();
    }

    void join(String code) throws IOException {
        List<AdminWire.JoinProgress.State> states = new ArrayList<>();
        admin().join(AdminWire.JoinRequest.newBuilder().setCode(code).build())
                .forEachRemaining(progress -> states.add(progress.getState()));
        assertEquals(AdminWire.JoinProgress.State.STATE_JOINED, states.getLast());
    }

    RecoverySheet sheet() {
        return sheet;
    }

    /** Starts again, as a process does, once the node has asked for it. */
    void startAgainWithNewKeys() throws Exception {
        assertTrue(keysChanged.await(1, TimeUnit.MINUTES));
        stop();
        start();
    }

    public AdminWire.StatusAnswer status() throws IOException {
        return admin().status(AdminWire.StatusRequest.getDefaultInstance());
    }

    List<String> complaints() {
        return complaints;
    }

    /** Ends the node in order; it can be started again. */
    void stop() {
        if (channel != null) {
            channel.shutdownNow();
        }
        if (node != null) {
            node.close();
        }
        channel = null;
        node = null;
    }

    @Override
    public void close() {
        stop();
    }

    static Bytes random(int size) {
        byte[] bytes = new byte[size];
        RANDOM.nextBytes(bytes);
        return Bytes.wrap(bytes);
    }
}
