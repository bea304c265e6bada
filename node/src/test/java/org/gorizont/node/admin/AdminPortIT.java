// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.admin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.protobuf.ByteString;
import io.grpc.ManagedChannel;
import io.grpc.Metadata;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.netty.NettyChannelBuilder;
import io.grpc.stub.MetadataUtils;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.gorizont.node.local.LocalDrafts;
import org.gorizont.node.readmodel.Freshness;
import org.gorizont.node.readmodel.HeldEntries;
import org.gorizont.node.readmodel.ReadModels;
import org.gorizont.node.readmodel.RecordKey;
import org.gorizont.node.readmodel.SampleCards;
import org.gorizont.protocol.codec.InvitationCode;
import org.gorizont.protocol.codec.RecordCodec;
import org.gorizont.protocol.core.Input;
import org.gorizont.protocol.core.Limits;
import org.gorizont.protocol.core.Outcome;
import org.gorizont.protocol.core.Refusal;
import org.gorizont.protocol.core.ReplicaStatus;
import org.gorizont.protocol.domain.Card;
import org.gorizont.protocol.domain.Kinds;
import org.gorizont.protocol.memory.MemoryLogStore;
import org.gorizont.protocol.model.Bytes;
import org.gorizont.protocol.model.Channel;
import org.gorizont.protocol.model.Endpoint;
import org.gorizont.protocol.model.Fraction;
import org.gorizont.protocol.model.Hash;
import org.gorizont.protocol.model.Invitation;
import org.gorizont.protocol.model.LogId;
import org.gorizont.protocol.model.SchoolId;
import org.gorizont.protocol.model.Scope;
import org.gorizont.protocol.model.Terms;
import org.gorizont.protocol.wire.v1.AdminGrpc;
import org.gorizont.protocol.wire.v1.AdminGrpc.AdminBlockingStub;
import org.gorizont.protocol.wire.v1.AdminWire;
import org.gorizont.protocol.wire.v1.AdminWire.JoinProgress;
import org.gorizont.protocol.wire.v1.AdminWire.RecordDraft;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class AdminPortIT {
    private static final SchoolId ALICE = HeldEntries.school("alice");
    private static final SchoolId BOB = HeldEntries.school("bob");
    private static final Instant NOW = Instant.parse("2026-03-12T10:00:00Z");
    private static final LogId LOG = HeldEntries.log(ALICE, Kinds.RESOURCE, 0);
    private static final Hash LEAF = HeldEntries.school("leaf").hash();

    @TempDir
    Path folder;

    private final HeldEntries held = new HeldEntries();
    private final MemoryLogStore disk = new MemoryLogStore(Bytes.zeros(16));
    private final AtomicBoolean stopped = new AtomicBoolean();
    private final List<AutoCloseable> open = new ArrayList<>();

    @AfterEach
    void close() throws Exception {
        for (AutoCloseable thing : open.reversed()) {
            thing.close();
        }
    }

    @Test
    void refusesEveryCallWithoutTheTokenOfThisStart() throws Exception {
        start(LoopDouble.replying(AdminPortIT::reply));

        for (String shown : List.of("", "Bearer ", "Bearer " + "0".repeat(64), token(), "Bearer " + token() + "0")) {
            var failure = assertThrows(
                    StatusRuntimeException.class, () -> client(shown).stop(AdminWire.StopRequest.getDefaultInstance()));
            assertEquals(Status.Code.UNAUTHENTICATED, failure.getStatus().getCode(), shown);
        }
        assertFalse(stopped.get());
    }

    @Test
    void keepsTokenForOwnerAloneAndMakesANewOneEachStart() throws Exception {
        AdminPort first = start(LoopDouble.replying(AdminPortIT::reply));
        String before = token();
        assertEquals(
                "rw-------",
                PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("admin.token"))));
        assertEquals(64, before.length());

        first.close();
        assertFalse(Files.exists(folder.resolve("admin.port")));
        start(LoopDouble.replying(AdminPortIT::reply));

        assertFalse(before.equals(token()));
    }

    @Test
    void publishesCheckedDraftsAsOneInputWithFreshSalts() throws Exception {
        LoopDouble loop = LoopDouble.replying(_ -> new Outcome.Saved(LOG, 5, 7));
        start(loop);

        var answer = client().publish(AdminWire.PublishRequest.newBuilder()
                .addDrafts(put("a", SampleCards.resource("Набор", "microscope", 3, 1)))
                .addDrafts(put("b", SampleCards.resource("Набор", "microscope", 3, 1)))
                .build());

        assertEquals(7, answer.getTo());
        assertEquals(
                LEAF.bytes().hex(),
                Bytes.wrap(answer.getLastHash().toByteArray()).hex());
        var published = (Input.Published) loop.inputs.getFirst();
        assertEquals(Kinds.home(Kinds.RESOURCE).orElseThrow().channel(), published.channel());
        var salts = published.drafts().stream()
                .map(draft -> draft.body().orElseThrow().salt())
                .distinct();
        assertEquals(2, salts.count());
    }

    @Test
    void refusesBodiesThatBreakTheirRulesAndMixedLogsBeforeTheLoopSeesAny() throws Exception {
        LoopDouble loop = LoopDouble.replying(_ -> new Outcome.Saved(LOG, 0, 1));
        start(loop);
        RecordDraft good = put("a", SampleCards.resource("Набор", "microscope", 3, 1));
        RecordDraft bad = good.toBuilder()
                .setBody(ByteString.copyFromUtf8("\u0001\u0002"))
                .build();
        RecordDraft elsewhere = put("c", SampleCards.availability(HeldEntries.record("a")));
        RecordDraft unknown = good.toBuilder().setKind("booking").build();

        for (List<RecordDraft> drafts :
                List.of(List.of(good, bad), List.of(good, elsewhere), List.of(unknown), List.<RecordDraft>of())) {
            var failure = assertThrows(
                    StatusRuntimeException.class,
                    () -> client().publish(AdminWire.PublishRequest.newBuilder()
                            .addAllDrafts(drafts)
                            .build()));
            assertEquals(Status.Code.INVALID_ARGUMENT, failure.getStatus().getCode());
        }
        assertEquals(List.of(), loop.inputs);
    }

    @Test
    void takesAFullBatchAndNotOneDraftMore() throws Exception {
        start(LoopDouble.replying(_ -> new Outcome.Saved(LOG, 0, Limits.BATCH_ENTRIES)));
        var full = AdminWire.PublishRequest.newBuilder();
        for (int i = 0; i < Limits.BATCH_ENTRIES; i++) {
            full.addDrafts(put("r" + i, SampleCards.resource("Набор " + i, "microscope", 3, 1)));
        }

        assertEquals(Limits.BATCH_ENTRIES, client().publish(full.build()).getTo());
        full.addDrafts(put("more", SampleCards.resource("Набор", "microscope", 3, 1)));
        assertThrows(StatusRuntimeException.class, () -> client().publish(full.build()));
    }

    @Test
    void invitationCarriesTheAddressOfThisNode() throws Exception {
        start(LoopDouble.replying(AdminPortIT::reply));

        var answer = client().invite(AdminWire.InviteRequest.getDefaultInstance());

        Invitation invitation = InvitationCode.parse(answer.getCode());
        assertEquals(new Endpoint("127.0.0.1", 7777), invitation.address());
        assertEquals(HeldEntries.CIRCLE, invitation.circle());
        assertEquals(ALICE, invitation.inviter());
    }

    @Test
    void tellsThatNobodyAnswersAndThenThatTheSchoolHasJoined() throws Exception {
        AtomicInteger asked = new AtomicInteger();
        start(LoopDouble.replying(input -> input instanceof Input.JoinAsked(var _, Invitation invitation)
                ? asked.getAndIncrement() == 0
                        ? new Outcome.Unreachable(invitation)
                        : new Outcome.Joined(invitation.circle())
                : reply(input)));

        assertEquals(
                List.of(
                        JoinProgress.State.STATE_ASKED,
                        JoinProgress.State.STATE_UNREACHABLE,
                        JoinProgress.State.STATE_JOINED),
                join());
    }

    @Test
    void joinThatCameToItsEndBetweenTwoQuestionsIsJoined() throws Exception {
        AtomicInteger asked = new AtomicInteger();
        start(LoopDouble.replying(input -> input instanceof Input.JoinAsked(var _, Invitation invitation)
                ? asked.getAndIncrement() == 0
                        ? new Outcome.Unreachable(invitation)
                        : new Outcome.Refused(Refusal.ALREADY_A_MEMBER, "")
                : reply(input)));

        assertEquals(JoinProgress.State.STATE_JOINED, join().getLast());
    }

    @Test
    void refusedJoinEndsTheStream() throws Exception {
        start(LoopDouble.replying(_ -> new Outcome.Refused(Refusal.INVITATION_REFUSED, "")));

        assertEquals(List.of(JoinProgress.State.STATE_ASKED, JoinProgress.State.STATE_REFUSED), join());
    }

    @Test
    void stoppingLoopIsAnUnavailableNodeAndNoStackTrace() throws Exception {
        start(new LoopDouble(_ -> CompletableFuture.failedFuture(new IllegalStateException("ended"))));

        var failure = assertThrows(
                StatusRuntimeException.class, () -> client().status(AdminWire.StatusRequest.getDefaultInstance()));

        assertEquals(Status.Code.UNAVAILABLE, failure.getStatus().getCode());
    }

    @Test
    void listsRecordsWithWhoSaysSoAndOwnOnesWithTheirHash() throws Exception {
        Card resource = SampleCards.resource("Цифровая лаборатория", "digital_lab_chemistry", 2, 4);
        held.put(BOB, "", SampleCards.school("Сосновая школа")).put(BOB, "lab", resource);
        held.put(ALICE, "own", resource).put(ALICE, "gone", resource).withdraw(ALICE, "gone", Kinds.RESOURCE);
        start(LoopDouble.replying(AdminPortIT::reply));

        var listed = client().records(AdminWire.RecordsRequest.newBuilder()
                .setKind("resource")
                .build());
        List<AdminWire.OwnRecord> own = new ArrayList<>();
        client().ownRecords(AdminWire.OwnRecordsRequest.getDefaultInstance()).forEachRemaining(own::add);

        assertEquals(2, listed.getTotal());
        assertTrue(listed.getRecordsList().stream()
                .anyMatch(view -> view.getSchoolName().equals("Сосновая школа")));
        assertEquals(2, own.size());
        assertEquals(1, own.stream().filter(AdminWire.OwnRecord::getWithdrawn).count());
        assertEquals(
                1,
                own.stream()
                        .filter(record -> record.getContentHash().size() == Hash.SIZE)
                        .count());
    }

    @Test
    void givesOwnRecordsWithTheirBodiesOldestFirst() throws Exception {
        Card first = SampleCards.resource("Цифровая лаборатория", "digital_lab_chemistry", 2, 4);
        Card second = SampleCards.resource("Микроскоп", "microscope", 1, 1);
        held.put(ALICE, "b", first).put(ALICE, "gone", first).put(ALICE, "a", first);
        held.withdraw(ALICE, "gone", Kinds.RESOURCE).put(ALICE, "b", second).put(BOB, "foreign", first);
        start(LoopDouble.replying(AdminPortIT::reply));

        List<AdminWire.OwnRecord> own = new ArrayList<>();
        client().ownRecords(
                        AdminWire.OwnRecordsRequest.newBuilder().setBodies(true).build())
                .forEachRemaining(own::add);

        assertEquals(
                List.of(Forms.of(RecordCodec.encode(first)), ByteString.EMPTY, Forms.of(RecordCodec.encode(second))),
                own.stream().map(AdminWire.OwnRecord::getBody).toList());
        assertTrue(own.get(1).getWithdrawn());
        assertEquals(Kinds.RESOURCE.major(), own.getFirst().getKindMajor());
    }

    @Test
    void answersBeforeItStops() throws Exception {
        start(LoopDouble.replying(AdminPortIT::reply));

        client().stop(AdminWire.StopRequest.getDefaultInstance());

        Awaitility.await().untilTrue(stopped);
    }

    private List<JoinProgress.State> join() {
        String code = InvitationCode.format(new Invitation(
                HeldEntries.CIRCLE, BOB, new Endpoint("127.0.0.1", 1), Bytes.zeros(Invitation.SECRET_SIZE)));
        List<JoinProgress.State> states = new ArrayList<>();
        client().join(AdminWire.JoinRequest.newBuilder().setCode(code).build())
                .forEachRemaining(progress -> states.add(progress.getState()));
        return states;
    }

    private static RecordDraft put(String name, Card card) {
        return RecordDraft.newBuilder()
                .setKind(card.kind().type())
                .setKindMajor(1)
                .setRecord(ByteString.copyFrom(HeldEntries.record(name).bytes().toArray()))
                .setVerb(RecordDraft.Verb.VERB_PUT)
                .setBody(ByteString.copyFrom(RecordCodec.encode(card).toArray()))
                .build();
    }

    private static Outcome reply(Input input) {
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

    private AdminPort start(LoopPort loop) throws Exception {
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
                LocalDrafts.open(folder),
                () -> stopped.set(true));
        AdminPort port = AdminPort.open(parts, folder, 0);
        open.add(port);
        return port;
    }

    private String token() throws Exception {
        return Files.readString(folder.resolve("admin.token")).strip();
    }

    private AdminBlockingStub client() {
        try {
            return client("Bearer " + token());
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private AdminBlockingStub client(String authorization) throws Exception {
        int port =
                Integer.parseInt(Files.readString(folder.resolve("admin.port")).strip());
        ManagedChannel channel =
                NettyChannelBuilder.forAddress("127.0.0.1", port).usePlaintext().build();
        open.add(channel::shutdownNow);
        Metadata headers = new Metadata();
        headers.put(TokenGate.AUTHORIZATION, authorization);
        return AdminGrpc.newBlockingStub(channel).withInterceptors(MetadataUtils.newAttachHeadersInterceptor(headers));
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
