// SPDX-License-Identifier: Apache-2.0
package org.gorizont.cli.importing;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.gorizont.protocol.domain.Kinds;
import org.gorizont.protocol.domain.PracticeCard;
import org.gorizont.protocol.domain.Sources;

/** One row, one practice. */
final class PracticeRows implements RowMaker {
    private static final Column ID = Column.required("id", "код", "номер");
    private static final Column TITLE = Column.required("title", "название");
    private static final Column PROBLEM = Column.optional("problem", "проблема");
    private static final Column AIM = Column.optional("aim", "цель");
    private static final Column SUBJECTS = Column.optional("subjects", "предметы", "предмет", "subject");
    private static final Column GRADES = Column.optional("grades", "классы", "класс");
    private static final Column DIRECTION = Column.optional("direction", "направленность", "направление");
    private static final Column STAGE = Column.optional("stage", "этап", "стадия");
    private static final Column FORM = Column.optional("form", "форма");
    private static final Column EQUIPMENT = Column.optional("equipment", "оборудование");
    private static final Column MINUTES = Column.optional("minutes", "минут", "длительность");
    private static final Column STEPS = Column.optional("steps", "ход", "шаги");
    private static final Column RESULTS = Column.optional("results", "результаты", "результат");
    private static final Column DIFFICULTIES = Column.optional("difficulties", "затруднения");
    private static final Column LICENCE = Column.optional("licence", "лицензия", "license");
    private static final Column BASED_ON = Column.optional("based_on", "на основе");
    private static final Column SOURCE = Column.optional("source", "источник");
    private static final Column SAMPLE = Column.optional("sample", "учебный пример");

    private static final Map<String, String> OTHER_FIELDS =
            Map.of("durationMinutes", "minutes", "basedOn", "based_on", "outsideSource", "source");

    private final Map<String, Long> lines = new LinkedHashMap<>();

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
        String id = cells.text(ID);
        Long before = lines.putIfAbsent(id, cells.line());
        if (before != null) {
            cells.report(ID, "duplicate", before);
        }
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
                        field -> OTHER_FIELDS.getOrDefault(field, field))
                .ifPresent(card ->
                        taker.accept(new Item(RowIds.of(Kinds.PRACTICE, id), card, cells.line(), Optional.empty())));
    }

    @Override
    public void end(Consumer<RowProblem> problems, Consumer<Item> taker) {}
}
