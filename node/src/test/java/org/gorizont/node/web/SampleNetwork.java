// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.web;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.gorizont.node.accounts.People;
import org.gorizont.node.backup.BackupRefused;
import org.gorizont.node.bells.BellsFile;
import org.gorizont.node.circles.Networks;
import org.gorizont.node.desk.Desk;
import org.gorizont.node.publishing.Publisher;
import org.gorizont.node.readmodel.Freshness;
import org.gorizont.node.readmodel.HeldEntries;
import org.gorizont.node.readmodel.HeldEntries.Draft;
import org.gorizont.node.readmodel.ReadModels;
import org.gorizont.node.readmodel.SampleCards;
import org.gorizont.node.runtime.StoreHealth;
import org.gorizont.node.search.Finder;
import org.gorizont.node.setup.Setup;
import org.gorizont.node.vocabulary.Vocabularies;
import org.gorizont.protocol.core.DialProblem;
import org.gorizont.protocol.core.Input;
import org.gorizont.protocol.core.Outcome;
import org.gorizont.protocol.core.Refusal;
import org.gorizont.protocol.core.ReplicaStatus;
import org.gorizont.protocol.core.RequestId;
import org.gorizont.protocol.domain.Card;
import org.gorizont.protocol.domain.Kinds;
import org.gorizont.protocol.domain.Slot;
import org.gorizont.protocol.model.Action;
import org.gorizont.protocol.model.Bytes;
import org.gorizont.protocol.model.Fraction;
import org.gorizont.protocol.model.Hash;
import org.gorizont.protocol.model.SchoolId;
import org.gorizont.protocol.model.Terms;
import org.gorizont.protocol.model.Verb;
import org.gorizont.protocol.model.Way;

/** Made-up schools with pages in front of them. */
final class SampleNetwork implements AutoCloseable {
    static final SchoolId ALICE = HeldEntries.school("alice");
    static final SchoolId BOB = HeldEntries.school("bob");
    static final SchoolId CAROL = HeldEntries.school("carol");
    static final SchoolId DAVE = HeldEntries.school("dave");
    static final Instant NOW = Instant.parse("2026-03-12T03:00:00Z");
    static final Instant LAST_NIGHT = Instant.parse("2026-03-11T14:15:00Z");

    private static final LocalDate TODAY = SampleCards.THURSDAY;

    private static final BackupPlace NO_BACKUPS = new BackupPlace() {
        @Override
        public Optional<Path> folder() {
            return Optional.empty();
        }

        @Override
        public List<Path> suggested() {
            return List.of();
        }

        @Override
        public void use(Path folder) throws BackupRefused {
            throw new BackupRefused(BackupRefused.Why.FOLDER_MISSING, folder);
        }
    };

    private static final Hash PROPOSAL = HeldEntries.CIRCLE.hash();

    private final HeldEntries held = new HeldEntries();
    private final Map<SchoolId, ReplicaStatus.School> schools = new LinkedHashMap<>();
    private final SampleUpkeep upkeep = new SampleUpkeep();
    private volatile Optional<Refusal> stopped = Optional.empty();
    private volatile List<String> hindrances = List.of();
    private volatile StoreHealth store = StoreHealth.WELL;
    private Optional<ReadModels> models = Optional.empty();
    private Optional<Finder> finder = Optional.empty();
    private Optional<WebPages> pages = Optional.empty();
    private Optional<People> people = Optional.empty();

    /** Four schools: ours, one connected, one away and behind, one that has told nothing yet. */
    static SampleNetwork ofFour() {
        SampleNetwork network = new SampleNetwork();
        network.put(ALICE, "", SampleCards.school("Лесная школа"));
        network.put(ALICE, "", SampleCards.centre());
        network.put(BOB, "", SampleCards.school("Сосновая школа № 7"));
        network.put(CAROL, "", SampleCards.school("Берёзовская основная школа"));
        network.put(CAROL, "", SampleCards.centre());
        network.fill(ALICE, "Почвы", "chemistry", 7);
        network.fill(BOB, "Родник", "biology", 5);
        network.fill(CAROL, "Погода", "physics", 8);
        network.bodiless(CAROL, "не дошла");
        network.know(BOB, Optional.of(NOW), true, List.of());
        network.know(
                CAROL,
                Optional.of(LAST_NIGHT),
                false,
                List.of(new ReplicaStatus.Behind(
                        HeldEntries.log(CAROL, Kinds.PRACTICE, 0), 12, 15, ReplicaStatus.Why.NOBODY_CONNECTED)));
        network.know(DAVE, Optional.empty(), false, List.of());
        return network;
    }

    SampleNetwork put(SchoolId school, String name, Card card) {
        held.put(school, name, card);
        return this;
    }

    SampleNetwork know(SchoolId school, Optional<Instant> heard, boolean connected, List<ReplicaStatus.Behind> behind) {
        schools.put(school, new ReplicaStatus.School(school, heard, connected, List.of(), behind));
        return this;
    }

    /** A school that is not connected: one way, and why it failed. */
    SampleNetwork unreached(SchoolId school, Way way, DialProblem problem) {
        ReplicaStatus.Attempt attempt =
                new ReplicaStatus.Attempt(way, Optional.of(problem), Optional.of(NOW.plusSeconds(60)));
        schools.put(
                school,
                new ReplicaStatus.School(
                        school,
                        Optional.empty(),
                        false,
                        List.of(),
                        List.of(),
                        new ReplicaStatus.Reach(ReplicaStatus.How.NOT_AT_ALL, List.of(attempt))));
        return this;
    }

    SampleNetwork stopped(Refusal why) {
        stopped = Optional.of(why);
        return this;
    }

    /** Starts the pages and waits until the read models know everything. */
    WebPages start(Path folder) throws IOException, InterruptedException {
        return start(folder, WebPages.Settings.on("127.0.0.1", 0));
    }

    WebPages start(Path folder, WebPages.Settings settings) throws IOException, InterruptedException {
        ReadModels readModels = ReadModels.open(folder.resolve("readmodel"), held, () -> new Freshness(status(), NOW));
        models = Optional.of(readModels);
        Finder index = Finder.open(folder.resolve("index"), held, readModels.catalogue(), Vocabularies.shipped());
        finder = Optional.of(index);
        assertTrue(readModels.follower().await(held.lastArrival(), Duration.ofSeconds(30)));
        assertTrue(index.follower().await(held.lastArrival(), Duration.ofSeconds(30)));
        people = Optional.of(People.open(folder, new SecureRandom(), InstantSource.system(), "test"));
        WebPages started = WebPages.start(
                settings,
                new WebPages.Sources(
                        readModels.catalogue(),
                        index,
                        this::status,
                        Vocabularies.shipped(),
                        () -> NOW,
                        people(),
                        Desk.open(folder, new SecureRandom(), () -> NOW),
                        BellsFile.open(folder),
                        publisher(readModels, index),
                        upkeep,
                        new Vitals(() -> store, () -> "", () -> hindrances),
                        new Beginning(Setup.open(folder), networks(), NO_BACKUPS)));
        pages = Optional.of(started);
        return started;
    }

    /** Writing is stopped, or allowed again, while the pages are open. */
    void stop(Optional<Refusal> why) {
        stopped = why;
    }

    /** Nobody answers here; what is founded stands in no status. */
    private static Networks networks() {
        return new Networks(
                ALICE,
                question -> CompletableFuture.completedFuture(
                        question.apply(new RequestId(1)) instanceof Input.CircleFounded
                                ? new Outcome.Founded(HeldEntries.CIRCLE)
                                : new Outcome.Refused(Refusal.INVITATION_REFUSED, "")),
                Bytes::zeros);
    }

    /** How the disk is, while the pages are open. */
    void disk(StoreHealth.State state, long freeMib) {
        store = new StoreHealth(state, freeMib << 20);
    }

    /** Why the node cannot do its work. */
    void hindered(String... why) {
        hindrances = List.of(why);
    }

    /** What the node would say of itself. */
    SampleUpkeep upkeep() {
        return upkeep;
    }

    /** Takes what is published straight into what is held. */
    private Publisher publisher(ReadModels readModels, Finder index) {
        return new Publisher(
                ALICE,
                question -> CompletableFuture.completedFuture(
                        published((Input.Published) question.apply(new RequestId(1)), readModels, index)),
                readModels.catalogue(),
                patience -> readModels.follower().await(held.lastArrival(), patience)
                        && index.follower().await(held.lastArrival(), patience),
                Bytes::zeros);
    }

    private Outcome published(Input.Published question, ReadModels readModels, Finder index) {
        if (stopped.isPresent()) {
            return new Outcome.Refused(stopped.get(), "");
        }
        for (var draft : question.drafts()) {
            Draft entry = new Draft(draft.kind(), draft.record(), draft.verb()).at(NOW);
            held.add(
                    HeldEntries.log(ALICE, draft.kind(), 0),
                    draft.body().map(body -> entry.with(body.content())).orElse(entry));
        }
        readModels.follower().wake();
        index.follower().wake();
        return new Outcome.Saved(HeldEntries.log(ALICE, Kinds.PRACTICE, 0), 0, 1);
    }

    /** The people of the school whose pages these are; nobody at first. */
    People people() {
        return people.orElseThrow();
    }

    @Override
    public void close() {
        pages.ifPresent(WebPages::close);
        finder.ifPresent(Finder::close);
        models.ifPresent(ReadModels::close);
    }

    private ReplicaStatus status() {
        List<SchoolId> members = new ArrayList<>(List.of(ALICE));
        members.addAll(schools.keySet());
        List<ReplicaStatus.Circle> circles = schools.isEmpty()
                ? List.of()
                : List.of(new ReplicaStatus.Circle(
                        HeldEntries.CIRCLE,
                        new Terms("Лесной кластер", 1, Fraction.HALF, Fraction.HALF, 1),
                        ReplicaStatus.Standing.MEMBER,
                        members,
                        members.subList(0, Math.min(2, members.size())),
                        List.of(new ReplicaStatus.Open(
                                PROPOSAL,
                                new Action.RemoveSchool(members.getLast(), List.of()),
                                members.get(1),
                                List.of(members.get(1)),
                                List.of(),
                                2,
                                2,
                                true)),
                        List.of(new ReplicaStatus.Done(
                                PROPOSAL,
                                new Action.GrantRole(members.get(1), "methodist", LocalDate.parse("2027-08-31")),
                                2,
                                2))));
        return new ReplicaStatus(
                ALICE, stopped, circles, List.copyOf(schools.values()), new ReplicaStatus.Counters(0, 0, 0, 0));
    }

    private void fill(SchoolId school, String theme, String subject, int grade) {
        put(school, "p1", SampleCards.practice(theme + ": измеряем датчиками вместе", subject, grade, grade + 2));
        put(school, "p2", SampleCards.practice(theme + ": проект за четверть", subject, grade, grade));
        put(school, "r1", SampleCards.resource("Цифровая лаборатория по химии", "digital_lab_chemistry", 1, 15));
        put(school, "r2", SampleCards.resource("Микроскопы с камерой", "microscope", 12, 2));
        put(school, "r3", SampleCards.resource("3D-принтер", "3d_printer", 1, 0, "broken"));
        Slot[] week = IntStream.range(0, 5)
                .boxed()
                .flatMap(day -> IntStream.rangeClosed(1, 7)
                        .mapToObj(lesson -> SampleCards.lesson(
                                TODAY.plusDays(day),
                                lesson,
                                (day + lesson) % 3 == 0 ? Slot.State.BUSY : Slot.State.FREE)))
                .toArray(Slot[]::new);
        put(school, "", SampleCards.availability(HeldEntries.record("r1"), week));
    }

    private void bodiless(SchoolId school, String name) {
        held.add(
                HeldEntries.log(school, Kinds.PRACTICE, 0),
                new Draft(Kinds.PRACTICE, HeldEntries.record(name), Verb.PUT));
    }
}
