// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.admin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.gorizont.node.accounts.People;
import org.gorizont.node.backup.BackupScene;
import org.gorizont.node.desk.Desk;
import org.gorizont.node.drafting.Beginnings;
import org.gorizont.node.local.LocalDrafts;
import org.gorizont.node.readmodel.Freshness;
import org.gorizont.node.readmodel.HeldEntries;
import org.gorizont.node.readmodel.ReadModels;
import org.gorizont.node.readmodel.SampleCards;
import org.gorizont.protocol.codec.LogCodec;
import org.gorizont.protocol.codec.Reading;
import org.gorizont.protocol.codec.RecordCodec;
import org.gorizont.protocol.core.Draft;
import org.gorizont.protocol.core.Input;
import org.gorizont.protocol.core.Outcome;
import org.gorizont.protocol.core.Refusal;
import org.gorizont.protocol.core.ReplicaStatus;
import org.gorizont.protocol.crypto.Hashing;
import org.gorizont.protocol.domain.Kinds;
import org.gorizont.protocol.domain.ResourceCard;
import org.gorizont.protocol.memory.MemoryLogStore;
import org.gorizont.protocol.model.Bytes;
import org.gorizont.protocol.model.Channel;
import org.gorizont.protocol.model.Hash;
import org.gorizont.protocol.model.LogId;
import org.gorizont.protocol.model.SchoolId;
import org.gorizont.protocol.model.Scope;
import org.gorizont.protocol.wire.v1.AdminWire.DiscardDraftsRequest;
import org.gorizont.protocol.wire.v1.AdminWire.DraftState;
import org.gorizont.protocol.wire.v1.AdminWire.PublishAnswer;
import org.gorizont.protocol.wire.v1.AdminWire.PublishDraftsAnswer;
import org.gorizont.protocol.wire.v1.AdminWire.PublishDraftsRequest;
import org.gorizont.protocol.wire.v1.AdminWire.PublishRequest;
import org.gorizont.protocol.wire.v1.AdminWire.RecordDraft;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Refused wishes of a school whose log a loop of the test writes. */
final class DraftCallsTest {
    private static final SchoolId ALICE = HeldEntries.school("alice");
    private static final LogId LOG = HeldEntries.log(ALICE, Kinds.RESOURCE, 0);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @TempDir
    Path folder;

    private final HeldEntries held = new HeldEntries();
    private final Set<Hash> ownLeaves = new HashSet<>();
    private final List<Input.Published> written = new ArrayList<>();
    private Optional<Refusal> forbidden = Optional.of(Refusal.RECOVERING);
    private ReadModels models;
    private AdminParts parts;
    private int refuseAfter = Integer.MAX_VALUE;

    @BeforeEach
    void open() throws Exception {
        models = ReadModels.open(
                folder.resolve("read"), held, () -> new Freshness(status(Optional.empty()), Instant.EPOCH));
        start();
    }

    @AfterEach
    void close() {
        models.close();
    }

    @Test
    void whatMayNotBeWrittenIsKeptListedAndPublishedOnce() throws Exception {
        PublishAnswer refused = publish(put("a", "Цифровая лаборатория"), put("b", "Весы"));
        assertEquals("RECOVERING", refused.getRefused().getCode());
        assertEquals(1, refused.getKept());

        DraftState listed = drafts().list().getDrafts(0);
        assertEquals(2, listed.getRecords());
        assertEquals("Цифровая лаборатория", listed.getFirst(0).getTitle());
        assertEquals("resource", listed.getFirst(0).getKind());
        assertFalse(listed.getOvertaken());
        assertEquals("RECOVERING", publishDrafts().getRefused().getCode());
        assertEquals(1, drafts().list().getDraftsCount());

        forbidden = Optional.empty();
        assertEquals(2, publishDrafts().getPublished());

        assertEquals(0, publishDrafts().getPublished());
        assertEquals(1, written.size());
        assertEquals(0, drafts().list().getDraftsCount());
    }

    @Test
    void aNodeThatEndedBeforeItCouldRemoveThePublishedDraftDoesNotPublishItAgain() throws Exception {
        publish(put("a", "Цифровая лаборатория"));
        Path file = folder.resolve("drafts/1.draft");
        byte[] draft = Files.readAllBytes(file);
        forbidden = Optional.empty();
        publishDrafts();
        Files.write(file, draft);
        start();

        PublishDraftsAnswer again = publishDrafts();

        assertEquals(1, again.getKnown());
        assertEquals(0, again.getPublished());
        assertEquals(1, written.size());
        assertFalse(Files.exists(file));
    }

    @Test
    void aDraftOfWhichTheOwnLogSaysSomethingNewerWaitsForAPerson() throws Exception {
        publish(put("a", "Старое"));
        publish(put("b", "Другое"));
        held.put(ALICE, "a", SampleCards.resource("Новее", "microscope", 3, 1));
        assertTrue(drafts().list().getDrafts(0).getOvertaken());
        forbidden = Optional.empty();

        PublishDraftsAnswer first = publishDrafts();
        assertEquals(List.of(1), first.getOvertakenList());
        assertEquals(1, first.getPublished());

        PublishDraftsAnswer over = drafts().publish(PublishDraftsRequest.newBuilder()
                .addNumbers(1)
                .setOver(true)
                .build());
        assertEquals(1, over.getPublished());
        assertEquals(0, drafts().list().getDraftsCount());
    }

    @Test
    void twoWishesForOneRecordAreBothPublishedInTheirOrder() throws Exception {
        publish(put("a", "Первое"));
        publish(put("a", "Второе"));
        forbidden = Optional.empty();

        assertEquals(2, publishDrafts().getPublished());

        assertEquals(2, written.size());
        assertEquals("Второе", title(written.getLast().drafts().getFirst()));
    }

    @Test
    void aRefusalOnTheWayKeepsWhatIsLeft() throws Exception {
        publish(put("a", "Первое"));
        publish(put("b", "Второе"));
        forbidden = Optional.empty();
        refuseAfter = 1;

        PublishDraftsAnswer answer = publishDrafts();

        assertEquals(1, answer.getPublished());
        assertEquals("STOPPED_BY_HIGHER_HEAD", answer.getRefused().getCode());
        assertEquals(2, drafts().list().getDrafts(0).getNumber());
    }

    @Test
    void discardsWhatIsNamedAndRefusesWhatIsNot() throws Exception {
        publish(put("a", "Первое"));

        assertThrows(
                BadRequest.class,
                () -> drafts().discard(
                                DiscardDraftsRequest.newBuilder().addNumbers(2).build()));
        drafts().discard(DiscardDraftsRequest.newBuilder().addNumbers(1).build());
        forbidden = Optional.empty();

        assertEquals(0, drafts().list().getDraftsCount());
        assertThrows(
                BadRequest.class,
                () -> drafts().publish(
                                PublishDraftsRequest.newBuilder().addNumbers(1).build()));
    }

    @ParameterizedTest
    @EnumSource(Refusal.class)
    void onlyWhatTimeMendsIsKept(Refusal refusal) throws Exception {
        forbidden = Optional.of(refusal);

        PublishAnswer answer = publish(put("a", "Первое"));

        boolean mends = Set.of("RECOVERING", "STOPPED_BY_HIGHER_HEAD", "STOPPED_BY_FORK", "KEYS_CHANGED")
                .contains(refusal.name());
        assertEquals(mends ? 1 : 0, answer.getKept());
        assertEquals(mends ? 1 : 0, parts.drafts().briefs().size());
    }

    @Test
    void aProgramThatAsksForNoDraftGetsNone() throws Exception {
        var request = PublishRequest.newBuilder().addDrafts(put("a", "Первое")).build();

        assertEquals(
                0,
                new PublishCall(parts, new Circles(parts.loop()), Bytes::zeros)
                        .publish(request)
                        .getKept());
        assertEquals(List.of(), parts.drafts().briefs());
    }

    private void start() throws Exception {
        parts = new AdminParts(
                ALICE,
                LoopDouble.replying(this::reply),
                models.catalogue(),
                new ReadModelsDouble(),
                (_, _) -> new WordSearch.Hits(List.of(), 0),
                new OwnLog(),
                new UnchangedKeys(),
                List::of,
                new MemoryLogStore(Bytes.zeros(16)),
                () -> {
                    throw new AssertionError("no call of these tests asks for it");
                },
                List::of,
                LocalDrafts.open(folder),
                People.open(folder, new SecureRandom(), InstantSource.system(), "test"),
                Desk.open(folder, new SecureRandom(), InstantSource.system()),
                new Beginnings(DeskImportScene.publisher(ALICE, models.catalogue()), models.catalogue()),
                BackupScene.nothing(folder),
                () -> {});
    }

    private Outcome reply(Input input) {
        return switch (input) {
            case Input.StatusAsked _ -> new Outcome.Status(status(forbidden));
            case Input.Published published ->
                forbidden
                        .<Outcome>map(refusal -> new Outcome.Refused(refusal, ""))
                        .orElseGet(() -> write(published));
            default -> throw new AssertionError(input);
        };
    }

    private Outcome write(Input.Published published) {
        if (written.size() >= refuseAfter) {
            return new Outcome.Refused(Refusal.STOPPED_BY_HIGHER_HEAD, "");
        }
        written.add(published);
        for (Draft draft : published.drafts()) {
            ownLeaves.add(Hashing.leaf(LogCodec.header(draft.header())));
            held.add(
                    LOG,
                    new HeldEntries.Draft(draft.kind(), draft.record(), draft.verb())
                            .with(draft.body().orElseThrow().content()));
        }
        return new Outcome.Saved(LOG, 0, 1);
    }

    private PublishAnswer publish(RecordDraft... drafts) throws Exception {
        var request = PublishRequest.newBuilder().addAllDrafts(List.of(drafts)).setKeep(true);
        return new PublishCall(parts, new Circles(parts.loop()), Bytes::zeros).publish(request.build());
    }

    private PublishDraftsAnswer publishDrafts() throws Exception {
        return drafts().publish(PublishDraftsRequest.getDefaultInstance());
    }

    private DraftCalls drafts() throws Exception {
        assertTrue(parts.readSide().caughtUp(PATIENCE));
        return new DraftCalls(parts, new Circles(parts.loop()));
    }

    private static String title(Draft draft) {
        var card = RecordCodec.decode(draft.kind(), draft.body().orElseThrow().content());
        return ((ResourceCard) ((Reading.Read) card).card()).title();
    }

    private static RecordDraft put(String name, String title) {
        return AdminScene.put(name, SampleCards.resource(title, "microscope", 3, 1));
    }

    private static ReplicaStatus status(Optional<Refusal> writing) {
        return new ReplicaStatus(ALICE, writing, List.of(), List.of(), new ReplicaStatus.Counters(0, 0, 0, 0));
    }

    private final class ReadModelsDouble implements ReadSide {
        @Override
        public List<Reader> readers() {
            return List.of();
        }

        @Override
        public boolean caughtUp(Duration patience) throws InterruptedException {
            models.follower().wake();
            return models.follower().await(held.lastArrival(), patience);
        }

        @Override
        public void rebuild() {}
    }

    private final class OwnLog implements OwnStore {
        @Override
        public List<OwnStore.OwnLog> logs() {
            return List.of();
        }

        @Override
        public Optional<Hash> leafHash(LogId log, long seq) {
            return Optional.empty();
        }

        @Override
        public List<Erased> erased(int atMost) {
            return List.of();
        }

        @Override
        public Set<Hash> standing(Channel channel, Scope scope, Set<Hash> leaves) {
            Set<Hash> found = new HashSet<>(leaves);
            found.retainAll(ownLeaves);
            return found;
        }
    }
}
