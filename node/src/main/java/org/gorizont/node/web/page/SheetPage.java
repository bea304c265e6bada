// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.web.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.gorizont.node.desk.FieldProblem;
import org.gorizont.node.desk.Form;
import org.gorizont.node.desk.FormField;
import org.gorizont.node.desk.Forms;
import org.gorizont.node.desk.Saving;
import org.gorizont.node.desk.Sheet;

/**
 * The form of a draft.
 *
 * @param line what became of the last change; empty when nothing was changed
 * @param typed what another window typed, if it was overtaken
 */
public record SheetPage(
        Frame frame,
        Sheet sheet,
        List<FieldProblem> problems,
        Around around,
        Optional<String> line,
        boolean saved,
        Map<String, String> typed) {
    private static final Around NOTHING = new Around("", false, false, false, "");

    public SheetPage {
        problems = List.copyOf(problems);
    }

    /**
     * What the page knows besides the draft.
     *
     * @param window tells this window from others
     * @param own whether the reader has written it
     * @param publishes whether the reader may publish it
     * @param changes whether it changes a record that stands
     */
    public record Around(String window, boolean own, boolean publishes, boolean changes, String author) {
        @Override
        public String toString() {
            return "around (LOCAL)";
        }
    }

    /** It could not be put on the desk. */
    public record NotSaved(Frame frame, Saving.Obstacle why) {
        public String text() {
            return frame.say("desk.not-saved." + why);
        }
    }

    /** @param filling empty when nobody has asked yet whether the form is filled in */
    public static SheetPage form(Frame frame, Sheet sheet, Optional<Form.Filling> filling, Around around) {
        List<FieldProblem> problems = filling.map(SheetPage::problems).orElse(List.of());
        Optional<String> line = filling.map(_ -> savedAt(frame, sheet));
        return new SheetPage(frame, sheet, problems, around, line, true, Map.of());
    }

    /** The line under the form after a quiet saving. */
    public static SheetPage saved(Frame frame, Sheet sheet) {
        return new SheetPage(frame, sheet, List.of(), NOTHING, Optional.of(savedAt(frame, sheet)), true, Map.of());
    }

    public static SheetPage notSaved(Frame frame, Sheet sheet, Saving.Obstacle why) {
        return new SheetPage(
                frame, sheet, List.of(), NOTHING, Optional.of(frame.say("desk.not-saved." + why)), false, Map.of());
    }

    public static SheetPage elsewhere(Frame frame, Sheet sheet) {
        return new SheetPage(
                frame, sheet, List.of(), NOTHING, Optional.of(frame.say("sheet.elsewhere")), false, Map.of());
    }

    public static SheetPage overtaken(Frame frame, Sheet now, Map<String, String> typed) {
        return new SheetPage(frame, now, List.of(), NOTHING, Optional.empty(), false, typed);
    }

    private static List<FieldProblem> problems(Form.Filling filling) {
        return switch (filling) {
            case Form.Filling.Fit _ -> List.of();
            case Form.Filling.Unfit(List<FieldProblem> found) -> found;
        };
    }

    private static String savedAt(Frame frame, Sheet sheet) {
        return frame.say("sheet.saved", frame.words().clock(sheet.changedAt()));
    }

    public String address() {
        return Links.sheet(sheet.id());
    }

    public List<Form.Group> groups() {
        return Forms.of(sheet.kind()).groups();
    }

    public String heading(Form.Group group) {
        return frame.say("form.group." + group.code());
    }

    public FieldView view(FormField field) {
        return new FieldView(
                frame,
                sheet.kind(),
                field,
                sheet.fields().getOrDefault(field.name(), ""),
                problems.stream()
                        .filter(problem -> problem.field().equals(field.name()))
                        .findFirst());
    }

    /** Each problem with the field that it is in, for the summary. */
    public List<FieldView> unfit() {
        return Forms.of(sheet.kind()).fields().stream()
                .map(this::view)
                .filter(view -> view.problem().isPresent())
                .toList();
    }

    /** Fields in which two windows differ. */
    public List<Difference> differences() {
        List<Difference> differences = new ArrayList<>();
        for (FormField field : Forms.of(sheet.kind()).fields()) {
            String here = sheet.fields().getOrDefault(field.name(), "");
            String there = typed.getOrDefault(field.name(), "");
            if (!Objects.equals(here, there)) {
                FieldView view = view(field);
                differences.add(new Difference(view.label(), view.shown(here), view.shown(there)));
            }
        }
        return differences;
    }

    /** A field, what is on the desk, and what was typed. */
    public record Difference(String label, String here, String there) {}
}
