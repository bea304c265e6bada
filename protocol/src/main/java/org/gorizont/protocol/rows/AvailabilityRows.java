// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.rows;

import java.time.DateTimeException;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.gorizont.protocol.domain.AvailabilityCard;
import org.gorizont.protocol.domain.Kinds;
import org.gorizont.protocol.domain.Slot;
import org.gorizont.protocol.model.RecordId;

/**
 * One row, one lesson of one resource; a record holds the lessons of one resource and month, or those of one id. A row
 * "not stated" has no date: it takes back what was said of the resource before.
 */
public final class AvailabilityRows implements RowMaker {
    public static final Column ID = Column.optional("id", "код");
    public static final Column RESOURCE = Column.required("resource", "ресурс");
    public static final Column STATE = Column.required("state", "состояние");
    public static final Column DATE = Column.optional("date", "дата");
    public static final Column SHIFT = Column.optional("shift", "смена");
    public static final Column LESSON = Column.optional("lesson", "урок", "number");
    public static final Column START = Column.optional("start", "начало");
    public static final Column END = Column.optional("end", "конец");
    public static final Column ZONE = Column.optional("zone", "часовой пояс", "пояс");
    public static final Column SAMPLE = Column.optional("sample", "учебный пример");

    private final Map<String, Month> months = new LinkedHashMap<>();
    private final Map<String, NotStated> notStated = new LinkedHashMap<>();

    /** Lessons of one resource and month, by what tells them apart; a slot finds its like whatever its state. */
    private record Month(
            String resource,
            String zone,
            long line,
            boolean sample,
            TreeMap<Slot, Slot> slots,
            TreeMap<Slot, Long> lines) {}

    private record NotStated(RecordId record, String zone, long line, boolean sample) {}

    @Override
    public List<Column> columns() {
        return List.of(ID, RESOURCE, STATE, DATE, SHIFT, LESSON, START, END, ZONE, SAMPLE);
    }

    /** The record that says "not stated" of a resource. */
    public static RecordId notStatedRecord(String resource) {
        return RowIds.hashed(Kinds.AVAILABILITY, resource, "not-stated");
    }

    @Override
    public void row(Cells cells, Consumer<Item> taker) {
        String id = cells.text(ID);
        String resource = cells.text(RESOURCE);
        String zone = zone(cells);
        boolean sample = cells.flag(SAMPLE);
        Optional<Slot.State> state = state(cells);
        if (cells.isBad()) {
            return;
        } else if (state.isEmpty()) {
            RecordId record = id.isEmpty() ? notStatedRecord(resource) : RowIds.of(Kinds.AVAILABILITY, id);
            notStated.putIfAbsent(resource, new NotStated(record, zone, cells.line(), sample));
            return;
        }
        slot(cells, state.get(), zone).ifPresent(slot -> add(cells, id, resource, zone, sample, slot));
    }

    /** Empty for "not stated". */
    private static Optional<Slot.State> state(Cells cells) {
        return switch (cells.text(STATE).toLowerCase(Locale.ROOT)) {
            case "свободно", "свободен", "free" -> Optional.of(Slot.State.FREE);
            case "занято", "занят", "busy" -> Optional.of(Slot.State.BUSY);
            case "не указано", "not stated" -> Optional.empty();
            default -> {
                cells.report(STATE, "state", cells.text(STATE));
                yield Optional.empty();
            }
        };
    }

    @Override
    public void end(Consumer<RowProblem> problems, Consumer<Item> taker) {
        Map<RecordId, Long> lines = new LinkedHashMap<>();
        Consumer<Item> once = item -> {
            Long before = lines.putIfAbsent(item.record(), item.line());
            if (before == null) {
                taker.accept(item);
            } else {
                problems.accept(RowProblem.of(item.line(), ID.name(), "duplicate", before));
            }
        };
        notStated.forEach((resource, said) -> once.accept(new Item(
                said.record(),
                new AvailabilityCard(RowIds.of(Kinds.RESOURCE, resource), false, said.zone(), List.of(), said.sample()),
                said.line(),
                Optional.empty())));
        months.forEach((key, month) -> {
            if (notStated.containsKey(month.resource())) {
                problems.accept(RowProblem.of(month.line(), STATE.name(), "both", month.resource()));
            } else if (month.slots().size() > AvailabilityCard.MAX_SLOTS) {
                problems.accept(RowProblem.of(month.line(), "", "slots", AvailabilityCard.MAX_SLOTS));
            } else {
                once.accept(item(key, month));
            }
        });
    }

    private static Item item(String key, Month month) {
        AvailabilityCard card = new AvailabilityCard(
                RowIds.of(Kinds.RESOURCE, month.resource()),
                true,
                month.zone(),
                List.copyOf(month.slots().values()),
                month.sample());
        return new Item(
                RowIds.of(Kinds.AVAILABILITY, key), card, month.line(), Optional.of(notStatedRecord(month.resource())));
    }

    private void add(Cells cells, String id, String resource, String zone, boolean sample, Slot slot) {
        String key = id.isEmpty() ? resource + "\n" + YearMonth.from(slot.date()) : id;
        Month month = months.computeIfAbsent(
                key,
                _ -> new Month(
                        resource, zone, cells.line(), sample, new TreeMap<>(Slot.ORDER), new TreeMap<>(Slot.ORDER)));
        Long before = month.lines().putIfAbsent(slot, cells.line());
        if (before != null) {
            cells.report(LESSON, "duplicate-slot", before);
        } else if (!month.resource().equals(resource)) {
            cells.report(ID, "several-resources", month.resource(), resource);
        } else if (!month.zone().equals(zone)) {
            cells.report(ZONE, "several-zones", month.zone(), zone);
        } else {
            month.slots().put(slot, slot);
        }
    }

    private Optional<Slot> slot(Cells cells, Slot.State state, String zone) {
        var date = cells.date(DATE);
        var start = cells.time(START);
        var end = cells.time(END);
        int shift = cells.number(SHIFT, 1);
        int lesson = cells.number(LESSON, -1);
        require(cells, DATE, date.isPresent());
        require(cells, START, start.isPresent());
        require(cells, END, end.isPresent());
        require(cells, LESSON, lesson >= 0);
        require(cells, ZONE, !zone.isEmpty());
        return cells.isBad()
                ? Optional.empty()
                : cells.made(
                        () -> new Slot(
                                date.orElseThrow(),
                                shift,
                                lesson,
                                start.orElse(LocalTime.MIN),
                                end.orElseThrow(),
                                state),
                        field -> field.equals("number") ? LESSON.name() : field);
    }

    private static void require(Cells cells, Column column, boolean there) {
        if (!there && cells.text(column).isEmpty()) {
            cells.report(column, "required");
        }
    }

    private String zone(Cells cells) {
        String zone = cells.text(ZONE);
        try {
            return zone.isEmpty() ? "" : ZoneId.of(zone).getId();
        } catch (DateTimeException _) {
            cells.report(ZONE, "zone", zone);
            return "";
        }
    }
}
