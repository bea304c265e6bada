// SPDX-License-Identifier: Apache-2.0
package org.gorizont.cli.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.gorizont.cli.process.Program;
import org.gorizont.cli.process.RestoreProcess;
import org.gorizont.cli.setup.SheetTyped;
import org.gorizont.cli.text.Failure;
import org.gorizont.cli.text.Messages;
import org.gorizont.cli.text.Progress;
import org.gorizont.protocol.identity.RecoverySheet;
import org.gorizont.protocol.identity.SheetText;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code restore}: puts a backup into an empty data directory and brings the school back. */
@Command(name = "restore")
public final class RestoreCommand implements Callable<Integer> {
    private final Session session;

    @Parameters(paramLabel = "FILE", descriptionKey = "option.restore-file")
    private Path file = Path.of("");

    @Option(names = "--sheet", paramLabel = "FILE", descriptionKey = "option.sheet-read")
    private @Nullable Path sheetFile;

    @Option(names = "--from", paramLabel = "HOST:PORT", descriptionKey = "option.restore-from")
    private String from = "";

    @Option(names = "--alone", descriptionKey = "option.restore-alone")
    private boolean alone;

    @Option(names = "--rehearse", descriptionKey = "option.restore-rehearse")
    private boolean rehearse;

    public RestoreCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (!from.isEmpty() && !from.matches(".+:[0-9]{1,5}")) {
            throw Failure.usage("not-an-address", from);
        }
        if (!rehearse && Files.exists(session.data().resolve("identity"))) {
            throw Failure.of("backup.EXISTS", session.data());
        }
        if (!Files.isRegularFile(file)) {
            throw Failure.of("no-file", file);
        }
        RecoverySheet sheet = SheetTyped.read(Optional.ofNullable(sheetFile), session.messages(), session.output());
        try (Progress bar = Progress.of(session.output(), session.messages().of("restore.progress"), -1)) {
            RestoreProcess.run(
                    Program.ordinary(session.home()),
                    session.data(),
                    new RestoreProcess.Wish(file.toAbsolutePath(), from, mode()),
                    SheetText.print(sheet),
                    step -> say(step, bar));
        }
        return 0;
    }

    private RestoreProcess.Mode mode() {
        return rehearse
                ? RestoreProcess.Mode.REHEARSAL
                : alone ? RestoreProcess.Mode.ALONE : RestoreProcess.Mode.ASKING;
    }

    private void say(String step, Progress bar) {
        Messages words = session.messages();
        String[] parts = step.split(" ");
        switch (parts[0]) {
            case "unpacked" -> bar.to(Long.parseLong(parts[1]), Long.parseLong(parts[2]));
            case "placed" -> session.output().note(words.of(alone ? "restore.placed-alone" : "restore.placed"));
            case "rehearsed" -> session.output().line(words.of("restore.rehearsed", file));
            case "entries" ->
                session.output()
                        .note(words.of("recover.entries", words.count("count.entries", Long.parseLong(parts[1]))));
            case "returned" ->
                session.output()
                        .line(words.of(
                                "recover.done",
                                words.count("count.entries", Long.parseLong(parts[1])),
                                session.data()));
            default -> {
                // Whose backup it is, everybody knows by now.
            }
        }
    }
}
