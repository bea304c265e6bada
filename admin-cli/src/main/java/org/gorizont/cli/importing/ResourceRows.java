// SPDX-License-Identifier: Apache-2.0
package org.gorizont.cli.importing;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.gorizont.protocol.domain.Kinds;
import org.gorizont.protocol.domain.LendingTerms;
import org.gorizont.protocol.domain.ResourceCard;

/** One row, one resource. */
final class ResourceRows implements RowMaker {
    private static final Column ID = Column.required("id", "код", "номер");
    private static final Column KIND = Column.required("kind", "вид");
    private static final Column TITLE = Column.required("title", "название");
    private static final Column QUANTITY = Column.required("quantity", "количество", "кол-во");
    private static final Column MODEL = Column.optional("model", "модель");
    private static final Column SEATS = Column.optional("seats", "мест", "мест на единицу");
    private static final Column ROOM = Column.optional("room", "кабинет");
    private static final Column CONDITION = Column.optional("condition", "состояние");
    private static final Column ABOUT = Column.optional("about", "описание");
    private static final Column CONSUMABLE = Column.optional("consumable", "расходный");
    private static final Column MODE = Column.optional("mode", "как пользоваться", "режим");
    private static final Column WHO_MAY = Column.optional("who_may", "кому");
    private static final Column LEAD_DAYS = Column.optional("lead_days", "за дней");
    private static final Column NEEDS = Column.optional("needs", "что нужно");
    private static final Column SAFETY = Column.optional("safety", "безопасность");
    private static final Column SAMPLE = Column.optional("sample", "учебный пример");

    private static final Map<String, String> OTHER_FIELDS =
            Map.of("seatsPerUnit", "seats", "whoMay", "who_may", "leadDays", "lead_days");

    private final Map<String, Long> lines = new LinkedHashMap<>();

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
        String id = cells.text(ID);
        Long before = lines.putIfAbsent(id, cells.line());
        if (before != null) {
            cells.report(ID, "duplicate", before);
        }
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
                        field -> OTHER_FIELDS.getOrDefault(field, field))
                .ifPresent(card ->
                        taker.accept(new Item(RowIds.of(Kinds.RESOURCE, id), card, cells.line(), Optional.empty())));
    }

    @Override
    public void end(Consumer<RowProblem> problems, Consumer<Item> taker) {}
}
