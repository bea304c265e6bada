// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.admin;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.protobuf.ByteString;
import io.grpc.ManagedChannel;
import io.grpc.Metadata;
import io.grpc.netty.NettyChannelBuilder;
import io.grpc.stub.MetadataUtils;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.gorizont.node.accounts.People;
import org.gorizont.node.backup.BackupScene;
import org.gorizont.node.desk.Desk;
import org.gorizont.node.drafting.Beginnings;
import org.gorizont.node.local.LocalDrafts;
import org.gorizont.node.readmodel.Freshness;
import org.gorizont.node.readmodel.HeldEntries;
import org.gorizont.node.readmodel.ReadModels;
import org.gorizont.node.readmodel.RecordKey;
import org.gorizont.protocol.codec.RecordCodec;
import org.gorizont.protocol.core.Input;
import org.gorizont.protocol.core.Outcome;
import org.gorizont.protocol.core.ReplicaStatus;
import org.gorizont.protocol.domain.Card;
import org.gorizont.protocol.domain.Kinds;
import org.gorizont.protocol.memory.MemoryLogStore;
import org.gorizont.protocol.model.Bytes;
import org.gorizont.protocol.model.Channel;
import org.gorizont.protocol.model.Endpoint;
import org.gorizont.protocol.model.Fraction;
import org.gorizont.protocol.model.Hash;
import org.gorizont.protocol.model.LogId;
import org.gorizont.protocol.model.SchoolId;
import org.gorizont.protocol.model.Scope;
import org.gorizont.protocol.model.Terms;
import org.gorizont.protocol.wire.v1.AdminGrpc;
import org.gorizont.protocol.wire.v1.AdminGrpc.AdminBlockingStub;
import org.gorizont.protocol.wire.v1.AdminWire.RecordDraft;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

/** The admin port of a node of which all else stands in for the real thing. */
abstract class AdminScene {
    static final SchoolId ALICE = HeldEntries.school("alice");
    static final SchoolId BOB = HeldEntries.school("bob");
    private static final Instant NOW = Instant.parse("2026-03-12T10:00:00Z");
    static final LogId LOG = HeldEntries.log(ALICE, Kinds.RESOURCE, 0);
    static final Hash LEAF = HeldEntries.school("leaf").hash();

    @TempDir
    Path folder;

    final HeldEntries held = new HeldEntries();
    private final MemoryLogStore disk = new MemoryLogStore(Bytes.zeros(16));
    final AtomicBoolean stopped = new AtomicBoolean();
    private final List<AutoCloseable> open = new ArrayList<>();

    @AfterEach
    void close() throws Exception {
        for (AutoCloseable thing : open.reversed()) {
            thing.close();
        }
    }

    AdminPort start(LoopPort loop) throws Exception {
        ReadModels models =
                ReadModels.open(Files.createTempDirectory(folder, "read"), held, () -> new Freshness(status(), NOW));
        open.add(models);
        assertTrue(models.follower().await(held.lastArrival(), Duration.ofSeconds(30)));
        AdminParts parts = new AdminParts(
                ALICE,
                loop,
                models.catalogue(),
                new ReadSideDouble(),
                (_, _) -> new WordSearch.Hits(List.of(RecordKey.inCatalogue(BOB, HeldEntries.record("lab"))), 1),
                new OwnStoreDouble(),
                new UnchangedKeys(),
                List::of,
                disk,
                () -> new NodeFacts(
                        "test",
                        NOW,
                        List.of(new Endpoint("127.0.0.1", 7777)),
                        Optional.empty(),
                        0,
                        0,
                        0,
                        OwnWays.PLAIN),
                List::of,
                LocalDrafts.open(folder),
                People.open(folder, new SecureRandom(), InstantSource.system(), "test"),
                Desk.open(folder, new SecureRandom(), InstantSource.system()),
                new Beginnings(DeskImportScene.publisher(ALICE, models.catalogue()), models.catalogue()),
                BackupScene.nothing(folder),
                () -> stopped.set(true));
        AdminPort port = AdminPort.open(parts, folder, 0);
        open.add(port);
        return port;
    }

    static Outcome reply(Input input) {
        return switch (input) {
            case Input.StatusAsked _ -> new Outcome.Status(status());
            case Input.InvitationMade made -> new Outcome.Invited(made.circle());
            default -> throw new IllegalStateException("no reply for " + input);
        };
    }

    private static ReplicaStatus status() {
        var circle = new ReplicaStatus.Circle(
                HeldEntries.CIRCLE,
                new Terms("Круг", 1, Fraction.HALF, Fraction.HALF, 1),
                ReplicaStatus.Standing.MEMBER,
                List.of(ALICE, BOB),
                List.of(ALICE, BOB),
                List.of(),
                List.of());
        return new ReplicaStatus(
                ALICE, Optional.empty(), List.of(circle), List.of(), new ReplicaStatus.Counters(0, 0, 0, 0));
    }

    String token() throws Exception {
        return Files.readString(folder.resolve("admin.token")).strip();
    }

    AdminBlockingStub client() {
        try {
            return client("Bearer " + token());
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    AdminBlockingStub client(String authorization) throws Exception {
        int port =
                Integer.parseInt(Files.readString(folder.resolve("admin.port")).strip());
        ManagedChannel channel =
                NettyChannelBuilder.forAddress("127.0.0.1", port).usePlaintext().build();
        open.add(channel::shutdownNow);
        Metadata headers = new Metadata();
        headers.put(TokenGate.AUTHORIZATION, authorization);
        return AdminGrpc.newBlockingStub(channel).withInterceptors(MetadataUtils.newAttachHeadersInterceptor(headers));
    }

    static RecordDraft put(String name, Card card) {
        return RecordDraft.newBuilder()
                .setKind(card.kind().type())
                .setKindMajor(1)
                .setRecord(ByteString.copyFrom(HeldEntries.record(name).bytes().toArray()))
                .setVerb(RecordDraft.Verb.VERB_PUT)
                .setBody(ByteString.copyFrom(RecordCodec.encode(card).toArray()))
                .build();
    }

    private static final class ReadSideDouble implements ReadSide {
        @Override
        public List<Reader> readers() {
            return List.of();
        }

        @Override
        public boolean caughtUp(Duration patience) {
            return true;
        }

        @Override
        public void rebuild() {}
    }

    private static final class OwnStoreDouble implements OwnStore {
        @Override
        public List<OwnLog> logs() {
            return List.of();
        }

        @Override
        public List<Erased> erased(int atMost) {
            return List.of();
        }

        @Override
        public Optional<Hash> leafHash(LogId log, long seq) {
            return Optional.of(LEAF);
        }

        @Override
        public Set<Hash> standing(Channel channel, Scope scope, Set<Hash> leaves) {
            return Set.of();
        }
    }
}
