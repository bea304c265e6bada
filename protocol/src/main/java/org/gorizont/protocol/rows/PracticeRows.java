// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.rows;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.gorizont.protocol.domain.Kinds;
import org.gorizont.protocol.domain.PracticeCard;
import org.gorizont.protocol.domain.Sources;
import org.gorizont.protocol.model.RecordId;

/** One row, one practice. */
public final class PracticeRows implements RowMaker {
    public static final Column ID = Column.required("id", "код", "номер");
    public static final Column TITLE = Column.required("title", "название");
    public static final Column PROBLEM = Column.optional("problem", "проблема");
    public static final Column AIM = Column.optional("aim", "цель");
    public static final Column SUBJECTS = Column.optional("subjects", "предметы", "предмет", "subject");
    public static final Column GRADES = Column.optional("grades", "классы", "класс");
    public static final Column DIRECTION = Column.optional("direction", "направленность", "направление");
    public static final Column STAGE = Column.optional("stage", "этап", "стадия");
    public static final Column FORM = Column.optional("form", "форма");
    public static final Column EQUIPMENT = Column.optional("equipment", "оборудование");
    public static final Column MINUTES = Column.optional("minutes", "минут", "длительность");
    public static final Column STEPS = Column.optional("steps", "ход", "шаги");
    public static final Column RESULTS = Column.optional("results", "результаты", "результат");
    public static final Column DIFFICULTIES = Column.optional("difficulties", "затруднения");
    public static final Column LICENCE = Column.optional("licence", "лицензия", "license");
    public static final Column BASED_ON = Column.optional("based_on", "на основе");
    public static final Column SOURCE = Column.optional("source", "источник");
    public static final Column SAMPLE = Column.optional("sample", "учебный пример");

    private final Map<RecordId, Long> lines = new LinkedHashMap<>();

    @Override
    public List<Column> columns() {
        return List.of(
                ID,
                TITLE,
                PROBLEM,
                AIM,
                SUBJECTS,
                GRADES,
                DIRECTION,
                STAGE,
                FORM,
                EQUIPMENT,
                MINUTES,
                STEPS,
                RESULTS,
                DIFFICULTIES,
                LICENCE,
                BASED_ON,
                SOURCE,
                SAMPLE);
    }

    @Override
    public void row(Cells cells, Consumer<Item> taker) {
        RecordId record = cells.record(ID, Kinds.PRACTICE, lines);
        var grades = cells.grades(GRADES);
        int minutes = cells.number(MINUTES, 0);
        boolean sample = cells.flag(SAMPLE);
        String title = cells.text(TITLE);
        cells.made(
                        () -> new PracticeCard(
                                title,
                                cells.text(PROBLEM),
                                cells.text(AIM),
                                cells.codes(SUBJECTS, "subjects"),
                                grades,
                                cells.code(DIRECTION, "directions"),
                                cells.code(STAGE, "practice-stages"),
                                cells.code(FORM, "practice-forms"),
                                cells.codes(EQUIPMENT, "resource-kinds"),
                                minutes,
                                cells.text(STEPS),
                                cells.text(RESULTS),
                                cells.words(DIFFICULTIES),
                                List.of(),
                                new Sources(cells.text(LICENCE), cells.text(BASED_ON), cells.text(SOURCE)),
                                sample),
                        PracticeRows::column)
                .ifPresent(card -> taker.accept(new Item(record, card, cells.line(), Optional.empty())));
    }

    /** The column of a field of the card. */
    private static String column(String field) {
        return switch (field) {
            case "durationMinutes" -> MINUTES.name();
            case "basedOn" -> BASED_ON.name();
            case "outsideSource" -> SOURCE.name();
            default -> field;
        };
    }
}
