// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.desk;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gorizont.node.vocabulary.Field;
import org.gorizont.protocol.domain.Card;
import org.gorizont.protocol.domain.GradeBand;
import org.gorizont.protocol.domain.PracticeCard;
import org.gorizont.protocol.domain.Sources;

/** The form of a practice. Files stay as they are. */
final class PracticeForm extends Form {
    private static final List<Group> GROUPS = List.of(
            new Group(
                    "practice.main",
                    List.of(
                            FormField.of("title", FormField.Type.LINE).must(),
                            FormField.of("problem", FormField.Type.TEXT),
                            FormField.of("aim", FormField.Type.TEXT),
                            FormField.of("steps", FormField.Type.ARTICLE),
                            FormField.of("results", FormField.Type.TEXT))),
            new Group(
                    "practice.whom",
                    List.of(
                            FormField.choices("subjects", Field.SUBJECTS),
                            FormField.of("gradeFrom", FormField.Type.NUMBER),
                            FormField.of("gradeTo", FormField.Type.NUMBER),
                            FormField.choice("form", Field.PRACTICE_FORMS),
                            FormField.of("durationMinutes", FormField.Type.NUMBER),
                            FormField.choice("direction", Field.DIRECTIONS),
                            FormField.choice("stage", Field.PRACTICE_STAGES),
                            FormField.of("difficulties", FormField.Type.WORDS))),
            new Group("practice.equipment", List.of(FormField.choices("equipment", Field.RESOURCE_KINDS))),
            new Group(
                    "practice.sources",
                    List.of(
                            FormField.of("licence", FormField.Type.LINE),
                            FormField.of("basedOn", FormField.Type.LINE),
                            FormField.of("outsideSource", FormField.Type.LINE))));

    @Override
    public List<Group> groups() {
        return GROUPS;
    }

    @Override
    Map<String, String> least() {
        return Map.of("title", "-");
    }

    @Override
    List<String> companions(String field) {
        return field.equals("gradeTo") ? List.of("gradeFrom") : List.of();
    }

    @Override
    Card card(Typed typed, Optional<Card> base) throws Unreadable {
        Optional<GradeBand> grades = typed.grades("gradeFrom", "gradeTo");
        Optional<PracticeCard> before = base.map(PracticeCard.class::cast);
        return new PracticeCard(
                typed.text("title"),
                typed.text("problem"),
                typed.text("aim"),
                typed.lines("subjects"),
                grades,
                typed.text("direction"),
                typed.text("stage"),
                typed.text("form"),
                typed.lines("equipment"),
                typed.number("durationMinutes", 0),
                typed.text("steps"),
                typed.text("results"),
                typed.lines("difficulties"),
                before.map(PracticeCard::files).orElse(List.of()),
                new Sources(typed.text("licence"), typed.text("basedOn"), typed.text("outsideSource")),
                before.map(PracticeCard::sample).orElse(false));
    }

    @Override
    public Map<String, String> typed(Card card) {
        PracticeCard practice = (PracticeCard) card;
        return new Typed.Filled()
                .put("title", practice.title())
                .put("problem", practice.problem())
                .put("aim", practice.aim())
                .put("steps", practice.steps())
                .put("results", practice.results())
                .put("subjects", practice.subjects())
                .put("gradeFrom", practice.grades().map(GradeBand::from).orElse(0), 0)
                .put("gradeTo", practice.grades().map(GradeBand::to).orElse(0), 0)
                .put("form", practice.form())
                .put("durationMinutes", practice.durationMinutes(), 0)
                .put("direction", practice.direction())
                .put("stage", practice.stage())
                .put("difficulties", practice.difficulties())
                .put("equipment", practice.equipment())
                .put("licence", practice.sources().licence())
                .put("basedOn", practice.sources().basedOn())
                .put("outsideSource", practice.sources().outside())
                .fields();
    }
}
