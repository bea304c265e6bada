// SPDX-License-Identifier: Apache-2.0
package org.gorizont.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.gorizont.cli.text.Output;

/** One command run in this JVM, with what it printed. */
final class CliScene {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final int exitCode;

    private CliScene(Map<String, String> environment, List<String> args) {
        Output output = new Output(new PrintWriter(out), new PrintWriter(err), false);
        exitCode = Gorizont.run(args, environment, output);
        output.out().flush();
        output.err().flush();
    }

    static CliScene run(Path data, String... args) {
        return new CliScene(Map.of("GORIZONT_DATA", data.toString()), List.of(args));
    }

    static CliScene english(String... args) {
        return new CliScene(Map.of("GORIZONT_LANG", "en"), List.of(args));
    }

    int exitCode() {
        return exitCode;
    }

    String out() {
        return out.toString();
    }

    String err() {
        return err.toString();
    }
}
