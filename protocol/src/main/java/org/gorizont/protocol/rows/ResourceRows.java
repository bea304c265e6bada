// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.rows;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.gorizont.protocol.domain.Kinds;
import org.gorizont.protocol.domain.LendingTerms;
import org.gorizont.protocol.domain.ResourceCard;
import org.gorizont.protocol.model.RecordId;

/** One row, one resource. */
public final class ResourceRows implements RowMaker {
    public static final Column ID = Column.required("id", "код", "номер");
    public static final Column KIND = Column.required("kind", "вид");
    public static final Column TITLE = Column.required("title", "название");
    public static final Column QUANTITY = Column.required("quantity", "количество", "кол-во");
    public static final Column MODEL = Column.optional("model", "модель");
    public static final Column SEATS = Column.optional("seats", "мест", "мест на единицу");
    public static final Column ROOM = Column.optional("room", "кабинет");
    public static final Column CONDITION = Column.optional("condition", "состояние");
    public static final Column ABOUT = Column.optional("about", "описание");
    public static final Column CONSUMABLE = Column.optional("consumable", "расходный");
    public static final Column MODE = Column.optional("mode", "как пользоваться", "режим");
    public static final Column WHO_MAY = Column.optional("who_may", "кому");
    public static final Column LEAD_DAYS = Column.optional("lead_days", "за дней");
    public static final Column NEEDS = Column.optional("needs", "что нужно");
    public static final Column SAFETY = Column.optional("safety", "безопасность");
    public static final Column SAMPLE = Column.optional("sample", "учебный пример");

    private final Map<RecordId, Long> lines = new LinkedHashMap<>();

    @Override
    public List<Column> columns() {
        return List.of(
                ID,
                KIND,
                TITLE,
                QUANTITY,
                MODEL,
                SEATS,
                ROOM,
                CONDITION,
                ABOUT,
                CONSUMABLE,
                MODE,
                WHO_MAY,
                LEAD_DAYS,
                NEEDS,
                SAFETY,
                SAMPLE);
    }

    @Override
    public void row(Cells cells, Consumer<Item> taker) {
        RecordId record = cells.record(ID, Kinds.RESOURCE, lines);
        String kind = cells.code(KIND, "resource-kinds");
        String title = cells.text(TITLE);
        int quantity = cells.number(QUANTITY, 1);
        int seats = cells.number(SEATS, 0);
        int leadDays = cells.number(LEAD_DAYS, 0);
        boolean consumable = cells.flag(CONSUMABLE);
        boolean sample = cells.flag(SAMPLE);
        cells.made(
                        () -> new ResourceCard(
                                kind,
                                title,
                                cells.text(MODEL),
                                quantity,
                                seats,
                                cells.text(ROOM),
                                cells.code(CONDITION, "conditions"),
                                cells.text(ABOUT),
                                consumable,
                                new LendingTerms(
                                        cells.code(MODE, "lending-modes"),
                                        cells.code(WHO_MAY, "access-rules"),
                                        leadDays,
                                        cells.text(NEEDS),
                                        cells.text(SAFETY)),
                                sample),
                        ResourceRows::column)
                .ifPresent(card -> taker.accept(new Item(record, card, cells.line(), Optional.empty())));
    }

    /** The column of a field of the card. */
    private static String column(String field) {
        return switch (field) {
            case "seatsPerUnit" -> SEATS.name();
            case "whoMay" -> WHO_MAY.name();
            case "leadDays" -> LEAD_DAYS.name();
            default -> field;
        };
    }
}
