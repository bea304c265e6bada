// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.web;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.gorizont.node.accounts.Right;
import org.gorizont.node.setup.Answers;
import org.gorizont.node.setup.SheetInHand;
import org.gorizont.node.setup.Step;
import org.gorizont.node.web.page.Frame;
import org.gorizont.node.web.page.Links;
import org.gorizont.node.web.page.QrPicture;
import org.gorizont.node.web.page.SheetStepPage;
import org.gorizont.node.web.page.StepPage;

/** The first start until the school exists: the way in, the language, the recovery sheet and its reading back. */
final class SetupPages {
    private final SetupServer.Sources sources;
    private final SetupDoor door;
    private final Reader reader;
    private final Templates templates;
    private Optional<SheetInHand> sheet = Optional.empty();
    private boolean founded;

    SetupPages(SetupServer.Sources sources, SetupDoor door, Reader reader, Templates templates) {
        this.sources = sources;
        this.door = door;
        this.reader = reader;
        this.templates = templates;
    }

    List<Route> routes() {
        return List.of(
                Route.open(Route.Method.GET, "/", context -> context.redirect(Links.BEGIN, HttpStatus.SEE_OTHER)),
                Route.open(Route.Method.GET, Links.BEGIN, this::enter),
                Route.get(Links.READY, Right.SETUP, this::ready),
                Route.get(Links.step(Step.LANGUAGE), Right.SETUP, context -> show(context, Step.LANGUAGE)),
                Route.post(Links.step(Step.LANGUAGE), Right.SETUP, this::begin),
                Route.get(Links.step(Step.SHEET), Right.SETUP, this::showSheet),
                Route.get(Links.CHECK, Right.SETUP, context -> showCheck(context, Optional.empty())),
                Route.post(Links.CHECK, Right.SETUP, this::check));
    }

    /** Whether the school was made. */
    synchronized boolean isFounded() {
        return founded;
    }

    /** In place of a step, to whoever has not shown the code. */
    void showOutside(Context context) {
        context.status(HttpStatus.UNAUTHORIZED);
        showCode(context, Optional.empty());
    }

    /** With the code, or in a window that has shown it: to the step where it goes on. */
    private void enter(Context context) {
        Optional<String> typed = Optional.ofNullable(context.queryParam("code"));
        if (typed.isPresent() && !door.enter(context, typed.get())) {
            context.status(HttpStatus.UNAUTHORIZED);
            showCode(context, Optional.of("begin.code.wrong"));
        } else if (typed.isEmpty() && !Door.who(context).may(Right.SETUP)) {
            showCode(context, Optional.empty());
        } else {
            context.redirect(Links.step(now()), HttpStatus.SEE_OTHER);
        }
    }

    private void showCode(Context context, Optional<String> problem) {
        show(context, Step.LANGUAGE, "code", problem);
    }

    private void show(Context context, Step step) {
        show(context, step, step.code(), Optional.empty());
    }

    private void show(Context context, Step step, String page, Optional<String> problem) {
        Frame frame = reader.frameWithoutStatus(context, "begin." + page + ".title");
        templates.show(context, "begin/" + page, new StepPage(frame, step, problem));
    }

    private void begin(Context context) throws IOException {
        sources.setup().change(answers -> answers.reached(Step.SCHOOL));
        context.redirect(Links.step(Step.SCHOOL), HttpStatus.SEE_OTHER);
    }

    /** Shown from memory, as often as somebody asks, until it was read back. */
    private synchronized void showSheet(Context context) throws IOException {
        if (isElsewhere(context)) {
            return;
        }
        boolean first = sheet.isEmpty();
        boolean another = first && sources.setup().answers().sheetShown();
        SheetInHand shown = sheet.orElseGet(() -> SheetInHand.fresh(sources.random()));
        sheet = Optional.of(shown);
        sources.setup().change(answers -> answers.withSheetShown(true));
        Frame frame = reader.frameWithoutStatus(context, "begin.sheet.title");
        templates.show(
                context,
                "begin/sheet",
                new SheetStepPage(
                        frame,
                        shown.lines(),
                        QrPicture.of(String.join("", shown.lines()).replace(" ", "")),
                        sources.setup().answers().school().getOrDefault("shortName", ""),
                        another));
    }

    private synchronized void showCheck(Context context, Optional<String> problem) {
        if (isElsewhere(context)) {
            return;
        }
        if (sheet.isEmpty()) {
            context.redirect(Links.step(Step.SHEET), HttpStatus.SEE_OTHER);
            return;
        }
        Frame frame = reader.frameWithoutStatus(context, "begin.check.title");
        int line = sheet.get().asked();
        templates.show(context, "begin/check", new SheetStepPage.Check(frame, line, problem));
    }

    private synchronized void check(Context context) throws IOException {
        if (isElsewhere(context)) {
            return;
        }
        if (sheet.isEmpty()) {
            context.redirect(Links.step(Step.SHEET), HttpStatus.SEE_OTHER);
            return;
        }
        switch (sheet.get().check(DeskDraft.typed(context, "line"))) {
            case RIGHT -> found(context, sheet.get());
            case WRONG -> {
                context.status(HttpStatus.UNPROCESSABLE_CONTENT);
                showCheck(context, Optional.of("begin.check.wrong"));
            }
            case LOOK_AGAIN -> context.redirect(Links.step(Step.SHEET), HttpStatus.SEE_OTHER);
        }
    }

    private void found(Context context, SheetInHand read) throws IOException {
        sources.founding().found(read.sheet());
        sources.setup().change(answers -> answers.withSheetShown(false).reached(Step.ACCOUNT));
        sheet = Optional.empty();
        founded = true;
        showStarting(context);
    }

    private void showStarting(Context context) {
        Frame frame = reader.frameWithoutStatus(context, "begin.starting.title");
        templates.show(
                context,
                "begin/starting",
                new StepPage.Starting(frame, Links.ready(sources.code().grouped())));
    }

    /** The pages of the node answer this in another way. */
    private void ready(Context context) {
        if (Door.isQuiet(context)) {
            context.status(HttpStatus.NO_CONTENT);
        } else {
            context.redirect(Links.BEGIN, HttpStatus.SEE_OTHER);
        }
    }

    /** The step of the sheet comes after the school's card, and is gone when the school is there. */
    private boolean isElsewhere(Context context) {
        if (founded) {
            showStarting(context);
        } else if (sources.setup().answers().step().compareTo(Step.SHEET) < 0) {
            context.redirect(Links.BEGIN, HttpStatus.SEE_OTHER);
        } else {
            return false;
        }
        return true;
    }

    /** Where a school was taken away from this directory, what was typed for it may still be there. */
    private Step now() {
        Answers answers = sources.setup().answers();
        return answers.step().isBeforeSchool() ? answers.step() : Step.SHEET;
    }
}
