// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.web;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gorizont.node.accounts.Right;
import org.gorizont.node.desk.FieldProblem;
import org.gorizont.node.desk.Form;
import org.gorizont.node.desk.FormField;
import org.gorizont.node.desk.FormKind;
import org.gorizont.node.desk.Forms;
import org.gorizont.node.setup.Answers;
import org.gorizont.node.setup.Settlements;
import org.gorizont.node.setup.Setup;
import org.gorizont.node.setup.Step;
import org.gorizont.node.web.page.CardStepPage;
import org.gorizont.node.web.page.Links;

/** The steps of the first start where the cards of the school and its centre are typed; until they are published. */
final class CardSteps {
    private static final List<String> SCHOOL_FIELDS = List.of(
            "shortName", "settlement", "municipality", "region", "zone", "officePhone", "latitude", "longitude");
    private static final List<String> CENTRE_FIELDS = List.of("profiles", "openedYear", "contactRole");

    private final Setup setup;
    private final Reader reader;
    private final Templates templates;

    CardSteps(Setup setup, Reader reader, Templates templates) {
        this.setup = setup;
        this.reader = reader;
        this.templates = templates;
    }

    List<Route> routes() {
        return List.of(
                Route.get(Links.step(Step.SCHOOL), Right.SETUP, context -> show(context, Step.SCHOOL)),
                Route.post(Links.step(Step.SCHOOL), Right.SETUP, this::keepSchool),
                Route.get(Links.step(Step.CENTRE), Right.SETUP, context -> show(context, Step.CENTRE)),
                Route.post(Links.step(Step.CENTRE), Right.SETUP, this::keepCentre));
    }

    /** Whether the step can be gone: it was reached, and what is typed there is not published yet. */
    private boolean isOpen(Step step) {
        Answers answers = setup.answers();
        return answers.step().compareTo(step) >= 0 && answers.step().compareTo(Step.PUBLISH) <= 0;
    }

    private void show(Context context, Step step) {
        if (!isOpen(step)) {
            context.redirect(Links.BEGIN, HttpStatus.SEE_OTHER);
            return;
        }
        Answers answers = setup.answers();
        Map<String, String> fields = step == Step.SCHOOL ? answers.school() : answers.centre();
        show(context, step, fields, List.of());
    }

    private void show(Context context, Step step, Map<String, String> fields, List<FieldProblem> problems) {
        boolean school = step == Step.SCHOOL;
        templates.show(
                context,
                school ? "begin/school" : "begin/centre",
                new CardStepPage(
                        reader.frameWithoutStatus(context, "begin." + step.code() + ".title"),
                        step,
                        school ? FormKind.SCHOOL : FormKind.CENTRE,
                        school ? SCHOOL_FIELDS : CENTRE_FIELDS,
                        fields,
                        problems));
    }

    private void keepSchool(Context context) throws IOException {
        if (!isOpen(Step.SCHOOL)) {
            context.redirect(Links.BEGIN, HttpStatus.SEE_OTHER);
            return;
        }
        Map<String, String> typed = Settlements.completed(typed(context, FormKind.SCHOOL, SCHOOL_FIELDS));
        Map<String, String> fields = new LinkedHashMap<>(typed);
        if (fields.getOrDefault("zone", "").isBlank()) {
            fields.put("zone", ZoneId.systemDefault().getId());
        }
        fields.putIfAbsent("kind", "school");
        if (Forms.of(FormKind.SCHOOL).filled(fields, Optional.empty()) instanceof Form.Filling.Unfit(var problems)) {
            context.status(HttpStatus.UNPROCESSABLE_CONTENT);
            show(context, Step.SCHOOL, typed, problems);
            return;
        }
        setup.change(answers -> answers.withSchool(fields).reached(Step.CENTRE));
        goOn(context, Step.CENTRE);
    }

    private void keepCentre(Context context) throws IOException {
        if (!isOpen(Step.CENTRE)) {
            context.redirect(Links.BEGIN, HttpStatus.SEE_OTHER);
            return;
        }
        boolean none = !DeskDraft.typed(context, "none").isEmpty();
        Map<String, String> typed = typed(context, FormKind.CENTRE, CENTRE_FIELDS);
        boolean empty = none || typed.values().stream().allMatch(String::isBlank);
        if (!empty
                && Forms.of(FormKind.CENTRE).filled(typed, Optional.empty())
                        instanceof Form.Filling.Unfit(var problems)) {
            context.status(HttpStatus.UNPROCESSABLE_CONTENT);
            show(context, Step.CENTRE, typed, problems);
            return;
        }
        setup.change(answers -> answers.withCentre(empty ? Map.of() : typed).reached(Step.SHEET));
        goOn(context, Step.SHEET);
    }

    /** Once the school exists there is no way back to its sheet: whoever corrects a card goes on to publishing. */
    private void goOn(Context context, Step next) {
        boolean corrects = !setup.answers().step().isBeforeSchool();
        context.redirect(Links.step(corrects ? Step.PUBLISH : next), HttpStatus.SEE_OTHER);
    }

    private static Map<String, String> typed(Context context, FormKind kind, List<String> shown) {
        Map<String, String> typed = DeskDraft.fields(context, Forms.of(kind));
        Map<String, String> fields = new LinkedHashMap<>();
        for (FormField field : Forms.of(kind).fields()) {
            if (shown.contains(field.name())) {
                fields.put(field.name(), typed.getOrDefault(field.name(), ""));
            }
        }
        return fields;
    }
}
