// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.readmodel;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.gorizont.protocol.codec.RecordCodec;
import org.gorizont.protocol.core.Arrival;
import org.gorizont.protocol.crypto.Hashing;
import org.gorizont.protocol.domain.AvailabilityCard;
import org.gorizont.protocol.domain.Card;
import org.gorizont.protocol.domain.CentreCard;
import org.gorizont.protocol.domain.Kinds;
import org.gorizont.protocol.domain.SchoolCard;
import org.gorizont.protocol.model.Body;
import org.gorizont.protocol.model.Bytes;
import org.gorizont.protocol.model.Channel;
import org.gorizont.protocol.model.CircleId;
import org.gorizont.protocol.model.Entry;
import org.gorizont.protocol.model.Hash;
import org.gorizont.protocol.model.Header;
import org.gorizont.protocol.model.Kind;
import org.gorizont.protocol.model.LogId;
import org.gorizont.protocol.model.Origin;
import org.gorizont.protocol.model.RecordId;
import org.gorizont.protocol.model.Retention;
import org.gorizont.protocol.model.SchoolId;
import org.gorizont.protocol.model.Scope;
import org.gorizont.protocol.model.Verb;

/** Entries of made-up schools, held in memory in the order in which they were added. For several threads. */
public final class HeldEntries implements EntrySource {
    public static final CircleId CIRCLE = new CircleId(hash("circle"));
    public static final Instant MONDAY = Instant.parse("2026-03-09T05:30:00Z");

    private final Map<LogId, List<Entry>> logs = new LinkedHashMap<>();
    private final Map<LogId, Long> floors = new LinkedHashMap<>();
    private final List<Arrival> arrivals = new ArrayList<>();
    private Bytes epoch = Bytes.zeros(16);

    public static SchoolId school(String name) {
        return new SchoolId(hash(name));
    }

    public static RecordId record(String name) {
        return new RecordId(hash(name).bytes().slice(0, RecordId.SIZE));
    }

    public static LogId log(SchoolId school, Kind kind, int incarnation) {
        Kinds.Home home = Kinds.home(kind).orElse(new Kinds.Home(Channel.CATALOGUE, false));
        return new LogId(
                school, home.channel(), home.ofOneCircle() ? Scope.of(CIRCLE) : Scope.everyCircle(), incarnation);
    }

    /** The id under which a test publishes a card: the fixed ones, else one made of {@code name}. */
    public static RecordId idOf(String name, Card card) {
        return switch (card) {
            case SchoolCard _ -> Kinds.SCHOOL_RECORD;
            case CentreCard _ -> Kinds.CENTRE_RECORD;
            case AvailabilityCard availability -> record("availability " + availability.resource());
            default -> record(name);
        };
    }

    public synchronized HeldEntries put(SchoolId school, String name, Card card) {
        Draft draft = new Draft(card.kind(), idOf(name, card), Verb.PUT).with(RecordCodec.encode(card));
        return add(log(school, card.kind(), 0), draft);
    }

    public synchronized HeldEntries withdraw(SchoolId school, String name, Kind kind) {
        return add(log(school, kind, 0), new Draft(kind, record(name), Verb.WITHDRAW));
    }

    public synchronized HeldEntries add(LogId log, Draft draft) {
        List<Entry> entries = logs.computeIfAbsent(log, _ -> new ArrayList<>());
        entries.add(draft.entry());
        arrivals.add(new Arrival(lastArrival() + 1, log, entries.size() - 1, entries.size()));
        return this;
    }

    /** The body of an entry comes later than the entry. */
    public synchronized void bodyCame(LogId log, long seq, Bytes content) {
        List<Entry> entries = Objects.requireNonNull(logs.get(log));
        entries.set((int) seq, entries.get((int) seq).withBody(new Body(Bytes.zeros(32), content)));
        arrivals.add(new Arrival(lastArrival() + 1, log, seq, seq + 1));
    }

    /** The store was restored: its arrivals are counted anew. */
    public synchronized void newEpoch() {
        epoch = epoch.slice(1, 16).plus(Bytes.ofHex("01"));
    }

    @Override
    public synchronized Bytes epoch() {
        return epoch;
    }

    @Override
    public synchronized long lastArrival() {
        return arrivals.size();
    }

    @Override
    public synchronized List<Arrival> arrivals(long after, int limit) {
        return arrivals.stream().skip(after).limit(limit).toList();
    }

    /** What stands below goes. */
    public synchronized void raiseFloor(LogId log, long floor) {
        floors.put(log, floor);
    }

    @Override
    public synchronized long floor(LogId log) {
        return floors.getOrDefault(log, 0L);
    }

    @Override
    public synchronized List<Entry> entries(LogId log, long from, long to, int maxBytes) {
        return logs.getOrDefault(log, List.of()).stream()
                .skip(from)
                .limit(to - from)
                .toList();
    }

    private static Hash hash(String name) {
        return Hashing.leaf(Bytes.wrap(name.getBytes(StandardCharsets.UTF_8)));
    }

    /** An entry that is not made yet. */
    public record Draft(
            Kind kind,
            RecordId record,
            Verb verb,
            Optional<Origin> origin,
            Instant claimedAt,
            Optional<Bytes> content) {
        public Draft(Kind kind, RecordId record, Verb verb) {
            this(kind, record, verb, Optional.empty(), MONDAY, Optional.empty());
        }

        public Draft with(Bytes body) {
            return new Draft(kind, record, verb, origin, claimedAt, Optional.of(body));
        }

        public Draft rePutOf(int incarnation, long seq) {
            return new Draft(
                    kind, record, verb, Optional.of(new Origin(incarnation, seq, hash("origin"))), claimedAt, content);
        }

        public Draft at(Instant time) {
            return new Draft(kind, record, verb, origin, time, content);
        }

        Entry entry() {
            Optional<Hash> commitment = verb.hasBody() ? Optional.of(hash("commitment")) : Optional.empty();
            int length = verb.hasBody() ? content.map(Bytes::size).orElse(1) : 0;
            Header header = new Header(
                    1, kind, record, verb, Retention.LATEST, origin, claimedAt, List.of(), false, length, commitment);
            Optional<Body> body = content.map(bytes -> new Body(Bytes.zeros(Body.SALT_SIZE), bytes));
            return new Entry(Bytes.ofHex("00"), () -> hash("entry"), () -> Optional.of(header), body);
        }
    }
}
