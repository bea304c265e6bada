// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.web.page;

import java.util.List;
import java.util.Map;
import org.gorizont.node.desk.FieldProblem;
import org.gorizont.node.desk.FormField;
import org.gorizont.node.desk.FormKind;
import org.gorizont.node.desk.Forms;
import org.gorizont.node.setup.Settlements;
import org.gorizont.node.setup.Step;

/**
 * A step of the first start where a card is typed.
 *
 * @param shown names of the fields that are asked for; the others can be filled in later
 */
public record CardStepPage(
        Frame frame,
        Step step,
        FormKind kind,
        List<String> shown,
        Map<String, String> fields,
        List<FieldProblem> problems) {
    public CardStepPage {
        shown = List.copyOf(shown);
        fields = Map.copyOf(fields);
        problems = List.copyOf(problems);
    }

    public FieldView view(String name) {
        FormField field = Forms.of(kind).fields().stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow();
        return new FieldView(
                frame,
                kind,
                field,
                fields.getOrDefault(name, ""),
                problems.stream()
                        .filter(problem -> problem.field().equals(name))
                        .findFirst());
    }

    public List<FieldView> unfit() {
        return shown.stream()
                .map(this::view)
                .filter(field -> field.problem().isPresent())
                .toList();
    }

    public List<Settlements.Settlement> settlements() {
        return Settlements.all();
    }

    /** Whether somebody typed coordinates, or has to mend them. */
    public boolean showsCoordinates() {
        return !fields.getOrDefault("latitude", "").isBlank()
                || !fields.getOrDefault("longitude", "").isBlank()
                || unfit().stream().anyMatch(field -> field.field().type() == FormField.Type.DEGREES);
    }
}
