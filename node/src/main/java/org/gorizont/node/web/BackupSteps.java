// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.web;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.gorizont.node.accounts.Right;
import org.gorizont.node.backup.BackupRefused;
import org.gorizont.node.setup.Step;
import org.gorizont.node.web.page.BackupStepPage;
import org.gorizont.node.web.page.Frame;
import org.gorizont.node.web.page.Links;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The step of the first start where backups get a place: the first one is made at once, so that it is known to work. */
final class BackupSteps {
    private static final Logger LOG = LoggerFactory.getLogger(BackupSteps.class);

    private final Site site;
    private final Beginning steps;

    BackupSteps(Site site, Beginning steps) {
        this.site = site;
        this.steps = steps;
    }

    List<Route> routes() {
        return List.of(
                Route.get(Links.step(Step.BACKUP), Right.SETUP, context -> show(context, "", Optional.empty())),
                Route.post(Links.step(Step.BACKUP), Right.SETUP, this::use));
    }

    private void show(Context context, String typed, Optional<String> refused) {
        Frame frame = site.frame(context, Frame.Tab.NONE, "begin.backup.title");
        site.show(
                context,
                "begin/backup",
                new BackupStepPage(
                        frame, steps.backups().folder(), steps.backups().suggested(), typed, refused));
    }

    private void use(Context context) throws IOException, InterruptedException {
        if (!DeskDraft.typed(context, "later").isEmpty()) {
            goOn(context);
            return;
        }
        String typed = DeskDraft.typed(context, "folder").strip();
        Optional<Path> folder = path(typed);
        if (folder.isEmpty()) {
            refuse(context, typed, "begin.backup.path");
            return;
        }
        try {
            steps.backups().use(folder.get());
            site.notes().note(context, "backup.place", "", true);
            goOn(context);
        } catch (BackupRefused e) {
            refuse(context, typed, words(e));
        } catch (IOException e) {
            LOG.warn("the place of backups is not in the settings", e);
            refuse(context, typed, "begin.backup.settings");
        }
    }

    private void goOn(Context context) throws IOException {
        if (steps.setup().isPending()) {
            steps.setup().change(answers -> answers.reached(Step.DONE));
        }
        context.redirect(Links.step(Step.DONE), HttpStatus.SEE_OTHER);
    }

    private void refuse(Context context, String typed, String why) {
        context.status(HttpStatus.UNPROCESSABLE_CONTENT);
        show(context, typed, Optional.of(why));
    }

    private static Optional<Path> path(String typed) {
        try {
            return Optional.of(Path.of(typed)).filter(Path::isAbsolute);
        } catch (InvalidPathException _) {
            return Optional.empty();
        }
    }

    private static String words(BackupRefused refused) {
        return switch (refused.why()) {
            case FOLDER_MISSING -> "begin.backup.missing";
            case FOLDER_CLOSED -> "begin.backup.closed";
            case NO_ROOM -> "begin.backup.room";
            default -> "begin.backup.failed";
        };
    }
}
