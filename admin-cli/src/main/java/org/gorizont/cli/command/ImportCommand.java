// SPDX-License-Identifier: Apache-2.0
package org.gorizont.cli.command;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.gorizont.cli.client.AdminClient;
import org.gorizont.cli.importing.Import;
import org.gorizont.cli.importing.ImportCount;
import org.gorizont.cli.importing.RowText;
import org.gorizont.cli.text.Failure;
import org.gorizont.cli.text.Messages;
import org.gorizont.cli.text.Progress;
import org.gorizont.protocol.rows.RowKind;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code import practices|resources|availability FILE}. */
@Command
public final class ImportCommand implements Callable<Integer> {
    private final Session session;
    private final RowKind kind;

    @Mixin
    private final JsonOption json = new JsonOption();

    @Parameters(paramLabel = "FILE", descriptionKey = "parameter.file")
    private Path file = Path.of("");

    @Option(names = "--dry-run", descriptionKey = "option.dry-run")
    private boolean dryRun;

    @Option(names = "--drafts", descriptionKey = "option.import-drafts")
    private boolean drafts;

    @Option(names = "--circle", paramLabel = "ID", defaultValue = "", descriptionKey = "option.import-circle")
    private String circle = "";

    public ImportCommand(Session session, RowKind kind) {
        this.session = session;
        this.kind = kind;
    }

    @Override
    public Integer call() {
        Messages say = session.messages();
        Import wanted = Import.of(file, kind);
        session.output().note(say.of("import.encoding", file, wanted.encoding(), say.of(wanted.form())));
        Import.Checked checked = check(wanted);
        if (checked.problems() > 0) {
            session.output().note(say.of("import.bad", checked.problems()));
            throw Failure.of("import-bad", file);
        } else if (checked.rows() == 0) {
            throw Failure.of("import-empty", file);
        }
        session.output().note(say.of("import.checked", say.count("count.rows", checked.rows())));
        if (dryRun) {
            plan(wanted, checked);
        } else if (drafts) {
            putOnDesk(wanted, checked);
        } else {
            publish(wanted, checked);
        }
        return 0;
    }

    private Import.Checked check(Import wanted) {
        try (Progress progress =
                Progress.of(session.output(), session.messages().of("import.checking"), -1)) {
            return wanted.check(
                    problem -> session.output().line(RowText.of(problem, session.messages())), progress::to);
        }
    }

    private void plan(Import wanted, Import.Checked checked) {
        ImportCount count;
        try (AdminClient node = session.connect()) {
            count = wanted.plan(node, CircleInviteCommand.meant(circle));
        } catch (Failure e) {
            if (e.code().equals(Import.OTHER_KIND)) {
                throw e;
            }
            session.output().note(session.messages().of("import.plan-offline"));
            show("import.plan", checked, null);
            return;
        }
        show("import.plan", checked, count);
    }

    private void publish(Import wanted, Import.Checked checked) {
        ImportCount count;
        try (AdminClient node = session.connect();
                Progress progress =
                        Progress.of(session.output(), session.messages().of("import.progress"), checked.records())) {
            count = wanted.publish(node, CircleInviteCommand.meant(circle), progress::to);
        }
        show("import.done", checked, count);
    }

    private void putOnDesk(Import wanted, Import.Checked checked) {
        Import.DeskCount count;
        try (AdminClient node = session.connect();
                Progress progress = Progress.of(
                        session.output(), session.messages().of("import.progress.drafts"), checked.records())) {
            count = wanted.toDesk(node, progress::to);
        }
        if (json.json()) {
            session.output().json(count);
        } else {
            session.output().line(session.messages().of("import.drafts", count.placed(), count.same()));
        }
    }

    private void show(String key, Import.Checked checked, @Nullable ImportCount count) {
        if (json.json()) {
            session.output().json(new ImportJson(checked.rows(), checked.records(), dryRun, count));
        } else if (count != null) {
            session.output().line(session.messages().of(key, count.added(), count.changed(), count.same()));
        }
    }

    /** @param records null when the node was not asked */
    private record ImportJson(
            long rows,
            long records,
            boolean dryRun,
            @Nullable ImportCount count) {}
}
