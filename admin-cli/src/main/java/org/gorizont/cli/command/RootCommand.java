// SPDX-License-Identifier: Apache-2.0
package org.gorizont.cli.command;

import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** {@code gorizont} itself: options of all commands. Without a command it shows its help. */
@Command(name = "gorizont")
public final class RootCommand implements Runnable {
    private final Session session;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    public RootCommand(Session session) {
        this.session = session;
    }

    @Option(names = "--data", paramLabel = "DIR", scope = ScopeType.INHERIT, descriptionKey = "option.data")
    void data(Path directory) {
        session.useData(directory);
    }

    /** Read before everything else, since the help is in that language; here only so that it is known. */
    @Option(names = "--lang", paramLabel = "ru|en", scope = ScopeType.INHERIT, descriptionKey = "option.lang")
    void language(String code) {
        if (!code.equals("ru") && !code.equals("en")) {
            throw new ParameterException(spec.commandLine(), session.messages().of("usage.lang", code));
        }
    }

    @Override
    public void run() {
        spec.commandLine().usage(session.output().out());
        session.output().out().flush();
    }
}
