// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.publishing;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.gorizont.node.readmodel.TimeStatement;
import org.gorizont.protocol.crypto.Hashing;
import org.gorizont.protocol.domain.AvailabilityCard;
import org.gorizont.protocol.domain.Slot;
import org.gorizont.protocol.model.Bytes;
import org.gorizont.protocol.model.RecordId;

/**
 * Which records of one circle have to change so that some days of a resource stand as they were typed.
 *
 * <p>One record holds a resource's lessons of one month, as an import makes them too; a month that has a record is changed
 * there. Other records that speak of the same days lose what they say of them. What has no effect any more, since a later
 * statement says otherwise, is left out, so that stating a record again revives nothing.
 */
final class TimePlan {
    private static final String TAG = "gorizont/time-record/1";

    private final RecordId resource;
    private final String zone;
    private final Map<RecordId, TimeStatement> said = new LinkedHashMap<>();
    private final Map<RecordId, List<Slot>> standing = new LinkedHashMap<>();

    /** @param statements all of the resource in the circle */
    TimePlan(RecordId resource, String zone, List<TimeStatement> statements) {
        this.resource = resource;
        this.zone = zone;
        statements.stream().sorted(Comparator.comparing(TimeStatement::order)).forEach(statement -> {
            this.said.put(statement.key().record(), statement);
            standing.put(statement.key().record(), statement.standing(statements));
        });
    }

    /** @param card what a record says from now on; empty when it is withdrawn */
    record Change(RecordId record, Optional<AvailabilityCard> card) {}

    /** @param days with what is said of their lessons */
    List<Change> changes(SequencedMap<LocalDate, List<Slot>> days) {
        Map<RecordId, TreeMap<Slot, Slot>> wanted = new LinkedHashMap<>();
        standing.forEach((record, slots) -> {
            // Also what a later statement hides: that one goes, and would uncover it.
            if (spoken(record).stream().anyMatch(slot -> days.containsKey(slot.date()))) {
                TreeMap<Slot, Slot> kept = new TreeMap<>(Slot.ORDER);
                slots.stream().filter(slot -> !days.containsKey(slot.date())).forEach(slot -> kept.put(slot, slot));
                wanted.put(record, kept);
            }
        });
        days.forEach((date, slots) -> {
            if (!slots.isEmpty()) {
                RecordId record = record(YearMonth.from(date));
                TreeMap<Slot, Slot> month = wanted.computeIfAbsent(record, this::kept);
                slots.forEach(slot -> month.put(slot, slot));
            }
        });
        List<Change> changes = new ArrayList<>();
        wanted.forEach(
                (record, slots) -> change(record, List.copyOf(slots.values())).ifPresent(changes::add));
        return changes;
    }

    private List<Slot> spoken(RecordId record) {
        return Optional.ofNullable(said.get(record))
                .map(statement -> statement.card().slots())
                .orElse(List.of());
    }

    private TreeMap<Slot, Slot> kept(RecordId record) {
        TreeMap<Slot, Slot> kept = new TreeMap<>(Slot.ORDER);
        standing.getOrDefault(record, List.of()).forEach(slot -> kept.put(slot, slot));
        return kept;
    }

    private Optional<Change> change(RecordId record, List<Slot> slots) {
        Optional<TimeStatement> before = Optional.ofNullable(said.get(record));
        if (before.isPresent() && slots.equals(standing.get(record)) && slots.equals(spoken(record))) {
            return Optional.empty();
        } else if (slots.isEmpty()) {
            return Optional.of(new Change(record, Optional.empty()));
        }
        String clock = before.map(statement -> statement.card().zone()).orElse(zone);
        boolean sample = before.map(statement -> statement.card().sample()).orElse(false);
        return Optional.of(new Change(record, Optional.of(new AvailabilityCard(resource, true, clock, slots, sample))));
    }

    /** The record of a month: the latest that speaks of it by the same clock, else a new one. */
    private RecordId record(YearMonth month) {
        return said.values().stream()
                .filter(statement -> statement.card().zone().equals(zone))
                .filter(statement -> months(statement).contains(month))
                .map(statement -> statement.key().record())
                .reduce((_, later) -> later)
                .orElseGet(() -> fresh(month));
    }

    private static TreeSet<YearMonth> months(TimeStatement statement) {
        TreeSet<YearMonth> months = new TreeSet<>();
        statement.card().slots().forEach(slot -> months.add(YearMonth.from(slot.date())));
        return months;
    }

    private RecordId fresh(YearMonth month) {
        Bytes words = Bytes.wrap((month + " " + zone).getBytes(StandardCharsets.UTF_8));
        return new RecordId(Hashing.tagged(TAG, resource.bytes(), words).bytes().slice(0, RecordId.SIZE));
    }
}
