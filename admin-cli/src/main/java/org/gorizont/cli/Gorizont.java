// SPDX-License-Identifier: Apache-2.0
package org.gorizont.cli;

import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.gorizont.cli.command.Session;
import org.gorizont.cli.demo.stage.Typist;
import org.gorizont.cli.text.Failure;
import org.gorizont.cli.text.Messages;
import org.gorizont.cli.text.Output;
import picocli.CommandLine;

/**
 * The {@code gorizont} command. Exit codes: 0 done, 1 not done (what happened, what is safe and what to do next stand on
 * the error output), 2 not understood.
 */
public final class Gorizont {
    static final int FAILED = 1;
    static final int NOT_UNDERSTOOD = 2;

    private Gorizont() {}

    public static void main(String[] args) {
        // A library of this command logs; nobody reads it, and its search for a place to log to is no message for
        // people.
        System.setProperty("slf4j.internal.verbosity", "ERROR");
        Output output = new Output(
                writer(FileDescriptor.out),
                writer(FileDescriptor.err),
                Optional.ofNullable(System.console()).map(Console::isTerminal).orElse(false));
        int code = run(List.of(args), System.getenv(), output);
        output.out().flush();
        output.err().flush();
        System.exit(code);
    }

    /** Runs one command and returns its exit code. */
    static int run(List<String> args, Map<String, String> environment, Output output) {
        Messages messages = new Messages(language(args, environment));
        Locale.setDefault(messages.language().locale());
        Session session = new Session(messages, output, home(), data(environment));
        return commandLine(session).execute(args.toArray(String[]::new));
    }

    /** Types commands in this JVM, in the same language. */
    static Typist typist(Session session) {
        String language = session.messages().language().name();
        return (data, words) -> {
            StringWriter out = new StringWriter();
            StringWriter err = new StringWriter();
            Output output = new Output(new PrintWriter(out, true), new PrintWriter(err, true), false);
            int code = run(words, Map.of("GORIZONT_DATA", data.toString(), "GORIZONT_LANG", language), output);
            output.out().flush();
            output.err().flush();
            return new Typist.Typed(code, out.toString(), err.toString());
        };
    }

    /** The commands with their words; also what tests of the help screens read. */
    static CommandLine commandLine(Session session) {
        CommandLine commands = Commands.of(session);
        Messages messages = session.messages();
        Output output = session.output();
        commands.setResourceBundle(messages.bundle());
        commands.setOut(output.out()).setErr(output.err());
        commands.setUsageHelpAutoWidth(true);
        commands.setExecutionExceptionHandler((exception, _, _) -> explain(exception, messages, output));
        commands.setParameterExceptionHandler((exception, _) -> {
            new Misunderstanding(messages).lines(exception).forEach(output::note);
            return NOT_UNDERSTOOD;
        });
        commands.setCaseInsensitiveEnumValuesAllowed(true);
        HelpOption.addTo(commands);
        return commands;
    }

    private static int explain(Exception exception, Messages messages, Output output) throws Exception {
        if (exception instanceof Failure failure) {
            failure.lines(messages).forEach(output::note);
            return failure.exitCode();
        }
        throw exception;
    }

    static Messages.Language language(List<String> args, Map<String, String> environment) {
        String language = environment.getOrDefault("GORIZONT_LANG", "ru");
        for (int i = 0; i < args.size(); i++) {
            if (args.get(i).startsWith("--lang=")) {
                language = args.get(i).substring("--lang=".length());
            } else if (args.get(i).equals("--lang") && i + 1 < args.size()) {
                language = args.get(i + 1);
            }
        }
        return Messages.Language.of(language);
    }

    private static Path data(Map<String, String> environment) {
        String data = environment.getOrDefault("GORIZONT_DATA", "");
        return data.isBlank() ? Path.of(System.getProperty("user.home", "."), ".gorizont") : Path.of(data);
    }

    private static Path home() {
        return Path.of(System.getProperty("gorizont.home", "."));
    }

    private static PrintWriter writer(FileDescriptor descriptor) {
        return new PrintWriter(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
    }
}
