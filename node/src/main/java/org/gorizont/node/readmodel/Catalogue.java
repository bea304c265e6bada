// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.readmodel;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.gorizont.node.readmodel.Listed.Presence;
import org.gorizont.protocol.codec.Reading;
import org.gorizont.protocol.domain.AvailabilityCard;
import org.gorizont.protocol.domain.Card;
import org.gorizont.protocol.domain.CentreCard;
import org.gorizont.protocol.domain.Kinds;
import org.gorizont.protocol.domain.PracticeCard;
import org.gorizont.protocol.domain.ResourceCard;
import org.gorizont.protocol.domain.SchoolCard;
import org.gorizont.protocol.model.Bytes;
import org.gorizont.protocol.model.Kind;
import org.gorizont.protocol.model.RecordId;
import org.gorizont.protocol.model.SchoolId;

/**
 * What the schools share, as far as it is known here: the answers that pages, commands and the admin API are made of.
 * Withdrawn records are in none of them. For any thread; answers are values.
 *
 * <p>Lists go through all records of their kind, some microseconds each. Every method throws {@link
 * java.io.UncheckedIOException} if the disk fails.
 */
public final class Catalogue {
    private static final int AVAILABILITY_RECORDS = 1_000;
    /** So far clocks of schools may be ahead of each other. */
    private static final Duration SKEW = Duration.ofHours(1);

    private final ReadStore store;
    private final Supplier<Freshness> freshness;

    Catalogue(ReadStore store, Supplier<Freshness> freshness) {
        this.store = store;
        this.freshness = freshness;
    }

    /** Every school that is known here, by name; those that have told no name come last. */
    public List<SchoolView> schools() {
        Freshness now = freshness.get();
        Set<SchoolId> ids = new LinkedHashSet<>(now.schools());
        ids.addAll(speakers());
        return ids.stream()
                .map(id -> school(id, now))
                .sorted(Comparator.comparing(
                                (SchoolView school) -> school.name().isEmpty())
                        .thenComparing(school -> folded(school.name().orElse("")))
                        .thenComparing(SchoolView::id))
                .toList();
    }

    /** A school; empty when nothing is known of it. */
    public Optional<SchoolView> school(SchoolId id) {
        Freshness now = freshness.get();
        boolean known = now.schools().contains(id) || !keys(Keys.states(id), 1).isEmpty();
        return known ? Optional.of(school(id, now)) : Optional.empty();
    }

    public Page<Listed<PracticeCard>> practices(PracticeQuery query, Page.Slice slice) {
        Bytes prefix = query.school().map(id -> Keys.ofKind(Kinds.PRACTICE, id)).orElse(Keys.ofKind(Kinds.PRACTICE));
        Comparator<Listed<PracticeCard>> byTitle = byTitle(PracticeCard::title);
        List<Listed<PracticeCard>> found = listed(keys(prefix), PracticeCard.class).stream()
                .filter(practice -> practice.card().map(query::takes).orElse(query.takesUnread()))
                .sorted(
                        switch (query.order()) {
                            case TITLE -> byTitle;
                            case NEWEST ->
                                Comparator.comparing((Listed<PracticeCard> practice) ->
                                                practice.by().said())
                                        .reversed()
                                        .thenComparing(byTitle);
                        })
                .toList();
        return Page.of(found, slice);
    }

    public Page<Listed<ResourceCard>> resources(ResourceQuery query, Page.Slice slice) {
        Bytes prefix = query.kind()
                .map(Keys::ofResourceKind)
                .orElseGet(() -> query.school()
                        .map(id -> Keys.ofKind(Kinds.RESOURCE, id))
                        .orElse(Keys.ofKind(Kinds.RESOURCE)));
        List<RecordKey> keys = keys(prefix).stream()
                .filter(key -> query.school().map(key.school()::equals).orElse(true))
                .toList();
        return Page.of(
                listed(keys, ResourceCard.class).stream()
                        .sorted(byTitle(ResourceCard::title))
                        .toList(),
                slice);
    }

    /** A practice; empty when there is none under this key, or when it is withdrawn. */
    public Optional<Listed<PracticeCard>> practice(SchoolId school, RecordId record) {
        return listed(
                RecordKey.inCatalogue(school, record),
                Kinds.PRACTICE,
                PracticeCard.class,
                new Speakers(freshness.get()));
    }

    /** A resource; empty when there is none under this key, or when it is withdrawn. */
    public Optional<Listed<ResourceCard>> resource(SchoolId school, RecordId record) {
        return listed(
                RecordKey.inCatalogue(school, record),
                Kinds.RESOURCE,
                ResourceCard.class,
                new Speakers(freshness.get()));
    }

    /**
     * What other schools have published last: practices, resources and cards of schools, the newest first. What is dated later
     * than now comes last, since its date says nothing.
     *
     * @param ofSchool how many of one school there are at most, so that one long list does not hide the others
     */
    public List<News> news(int atMost, int ofSchool) {
        Freshness now = freshness.get();
        Bytes today = Keys.newest(now.now().plus(SKEW));
        FewOfEach few = new FewOfEach(now.self(), atMost, ofSchool);
        store.scan(Keys.newest(), today, (key, _) -> few.take(Keys.target(key)));
        store.scan(Keys.newest(), Keys.newest(), (key, _) -> key.compareTo(today) < 0 && few.take(Keys.target(key)));
        Speakers speakers = new Speakers(now);
        return few.picked().stream()
                .flatMap(key -> news(key, speakers).stream())
                .toList();
    }

    /** The card under a key whatever its kind, for the index; empty when withdrawn or not readable here. */
    public Optional<Card> card(RecordKey key) {
        return state(key).shown().flatMap(Catalogue::read);
    }

    /** When a resource is free or busy, as far as its owner has said. */
    public Timetable availability(SchoolId school, RecordId resource) {
        return Availability.of(statements(school, resource));
    }

    /** The records in which an owner speaks of a resource's time, of all circles; withdrawn ones are left out. */
    public List<TimeStatement> statements(SchoolId school, RecordId resource) {
        List<TimeStatement> statements = new ArrayList<>();
        for (RecordKey key : keys(Keys.availabilityOf(school, resource), AVAILABILITY_RECORDS)) {
            state(key)
                    .shown()
                    .ifPresent(version -> read(version).ifPresent(card -> {
                        if (card instanceof AvailabilityCard availability) {
                            statements.add(new TimeStatement(key, version.order(), availability));
                        }
                    }));
        }
        return statements;
    }

    /**
     * Who has resources of this kind free in that lesson of the owners' bells; the best fit first.
     *
     * @param pupils how many must find a seat; 0 when that does not matter
     */
    public List<Offer> findFree(String resourceKind, LocalDate date, int lesson, int pupils) {
        return listed(keys(Keys.ofResourceKind(resourceKind)), ResourceCard.class).stream()
                .filter(listed -> listed.card().isPresent())
                .map(listed -> Availability.offer(
                        listed, availability(listed.key().school(), listed.key().record()), date, lesson, pupils))
                .sorted(Comparator.comparing(Offer::fit)
                        .thenComparing(offer ->
                                folded(offer.resource().by().schoolName().orElse("")))
                        .thenComparing(offer -> offer.resource().key().bytes()))
                .toList();
    }

    /** Who says what stands under this key, and as of when; empty when nothing does. */
    public Optional<Provenance> provenance(RecordKey key) {
        return state(key).face().map(new Speakers(freshness.get())::provenance);
    }

    /** The version of a record that stands, withdrawn or not; empty when nothing of it is here. */
    public Optional<RecordVersion> version(RecordKey key) {
        return state(key).current();
    }

    /** Every record of a school as it stands, withdrawn ones too; {@code taker} must not call back. */
    public void eachVersion(SchoolId school, Consumer<RecordVersion> taker) {
        Bytes prefix = Keys.states(school);
        store.scan(prefix, prefix, (_, value) -> {
            VersionForm.decode(value).current().ifPresent(taker);
            return true;
        });
    }

    private SchoolView school(SchoolId id, Freshness now) {
        return new SchoolView(
                id,
                schoolCard(id),
                card(RecordKey.inCatalogue(id, Kinds.CENTRE_RECORD))
                        .filter(CentreCard.class::isInstance)
                        .map(CentreCard.class::cast),
                tally(Keys.ofKind(Kinds.PRACTICE, id)),
                tally(Keys.ofKind(Kinds.RESOURCE, id)),
                tally(Keys.ofUnknownKind(id)),
                now.of(id));
    }

    private int tally(Bytes prefix) {
        return store.get(Keys.tally(prefix)).map(Bytes::toLong).orElse(0L).intValue();
    }

    private Optional<News> news(RecordKey key, Speakers speakers) {
        return News.KINDS.stream()
                .flatMap(kind -> listed(key, kind, Card.class, speakers).map(what -> new News(kind, what)).stream())
                .findFirst();
    }

    private <C extends Card> List<Listed<C>> listed(List<RecordKey> keys, Class<C> type) {
        Speakers speakers = new Speakers(freshness.get());
        Kind kind = type.equals(PracticeCard.class) ? Kinds.PRACTICE : Kinds.RESOURCE;
        return keys.stream()
                .flatMap(key -> listed(key, kind, type, speakers).stream())
                .toList();
    }

    private <C extends Card> Optional<Listed<C>> listed(RecordKey key, Kind kind, Class<C> type, Speakers speakers) {
        RecordState state = state(key);
        return state.face()
                .filter(version -> version.kind().type().equals(kind.type()))
                .map(version -> {
                    Optional<C> card = state.shown()
                            .flatMap(Catalogue::read)
                            .filter(type::isInstance)
                            .map(type::cast);
                    return new Listed<>(key, card, presence(state, card.isPresent()), speakers.provenance(version));
                });
    }

    private static Presence presence(RecordState state, boolean read) {
        if (state.shown().isEmpty()) {
            return Presence.NOT_YET;
        } else if (!read) {
            return Presence.UNREAD;
        }
        return state.awaited().isEmpty() ? Presence.HERE : Presence.OUTDATED;
    }

    private Optional<SchoolCard> schoolCard(SchoolId id) {
        return card(RecordKey.inCatalogue(id, Kinds.SCHOOL_RECORD))
                .filter(SchoolCard.class::isInstance)
                .map(SchoolCard.class::cast);
    }

    private RecordState state(RecordKey key) {
        return store.get(Keys.state(key)).map(VersionForm::decode).orElse(RecordState.UNKNOWN);
    }

    /** Schools with any record here, by jumping from each to the next. */
    private List<SchoolId> speakers() {
        List<SchoolId> schools = new ArrayList<>();
        Bytes from = Keys.states();
        int before;
        do {
            before = schools.size();
            store.scan(Keys.states(), from, (key, _) -> {
                schools.add(Keys.target(key).school());
                return false;
            });
            from = schools.isEmpty() ? from : Keys.afterStates(schools.getLast());
        } while (schools.size() > before);
        return schools;
    }

    private List<RecordKey> keys(Bytes prefix) {
        return keys(prefix, Integer.MAX_VALUE);
    }

    private List<RecordKey> keys(Bytes prefix, int atMost) {
        List<RecordKey> keys = new ArrayList<>();
        store.scan(prefix, prefix, (key, _) -> {
            keys.add(Keys.target(key));
            return keys.size() < atMost;
        });
        return keys;
    }

    private static Optional<Card> read(RecordVersion version) {
        return version.reading() instanceof Reading.Read(Card card) ? Optional.of(card) : Optional.empty();
    }

    private static <C extends Card> Comparator<Listed<C>> byTitle(Function<C, String> title) {
        return Comparator.comparing((Listed<C> listed) -> listed.card().isEmpty())
                .thenComparing(listed -> folded(listed.card().map(title).orElse("")))
                .thenComparing(listed -> listed.key().bytes());
    }

    private static String folded(String name) {
        return name.toLowerCase(Locale.ROOT).replace('ё', 'е').replace("«", "");
    }

    /** The schools of one answer: each card is read once. */
    private final class Speakers {
        private final Freshness now;
        private final Map<SchoolId, Optional<SchoolCard>> cards = new HashMap<>();

        Speakers(Freshness now) {
            this.now = now;
        }

        Provenance provenance(RecordVersion version) {
            SchoolId school = version.key().school();
            Optional<SchoolCard> card = cards.computeIfAbsent(school, Catalogue.this::schoolCard);
            return new Provenance(
                    school,
                    card.map(SchoolCard::shortName),
                    card.map(known -> known.location().zone()).orElse(""),
                    version.claimedAt(),
                    now.asOf(school, version.claimedAt()));
        }
    }
}
