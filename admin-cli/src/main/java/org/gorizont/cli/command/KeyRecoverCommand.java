// SPDX-License-Identifier: Apache-2.0
package org.gorizont.cli.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.gorizont.cli.process.Program;
import org.gorizont.cli.process.ReturnProcess;
import org.gorizont.cli.setup.SheetTyped;
import org.gorizont.cli.text.Failure;
import org.gorizont.cli.text.Messages;
import org.gorizont.protocol.identity.RecoverySheet;
import org.gorizont.protocol.identity.SheetText;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code key recover}: brings a school back on an empty computer, with nothing but its recovery sheet. */
@Command(name = "recover")
public final class KeyRecoverCommand implements Callable<Integer> {
    private final Session session;

    @Option(names = "--from", paramLabel = "HOST:PORT", required = true, descriptionKey = "option.from")
    private String from = "";

    @Option(names = "--sheet", paramLabel = "FILE", descriptionKey = "option.sheet-read")
    private @Nullable Path sheetFile;

    public KeyRecoverCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        int colon = from.lastIndexOf(':');
        if (colon < 1 || !from.substring(colon + 1).matches("[0-9]{1,5}")) {
            throw Failure.usage("not-an-address", from);
        }
        if (Files.exists(session.data().resolve("identity"))) {
            throw Failure.of("already-a-node", session.data());
        }
        RecoverySheet sheet = SheetTyped.read(Optional.ofNullable(sheetFile), session.messages(), session.output());
        ReturnProcess.run(
                Program.ordinary(session.home()),
                session.data(),
                from.substring(0, colon),
                Integer.parseInt(from.substring(colon + 1)),
                SheetText.print(sheet),
                this::say);
        return 0;
    }

    private void say(String step) {
        Messages words = session.messages();
        String value = step.substring(step.indexOf(' ') + 1);
        if (step.startsWith("school ")) {
            session.output().note(words.of("recover.school", value));
        } else if (step.startsWith("entries ")) {
            session.output().note(words.of("recover.entries", words.count("count.entries", Long.parseLong(value))));
        } else {
            session.output()
                    .line(words.of(
                            "recover.done", words.count("count.entries", Long.parseLong(value)), session.data()));
        }
    }
}
