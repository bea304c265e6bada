// SPDX-License-Identifier: Apache-2.0
package org.gorizont.cli;

import java.util.List;
import java.util.stream.Collectors;
import org.gorizont.cli.text.Messages;
import org.gorizont.cli.text.Safe;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says in the person's language what in a command line was not understood. */
final class Misunderstanding {
    private final Messages messages;

    Misunderstanding(Messages messages) {
        this.messages = messages;
    }

    List<String> lines(ParameterException exception) {
        String command = exception.getCommandLine().getCommandSpec().qualifiedName();
        return List.of(Safe.line(what(exception)), messages.of("usage.next", command));
    }

    private String what(ParameterException exception) {
        return switch (exception) {
            case UnmatchedArgumentException unmatched -> unmatched(unmatched);
            case MissingParameterException missing ->
                messages.of(
                        "usage.missing",
                        missing.getMissing().stream()
                                .map(Misunderstanding::name)
                                .collect(Collectors.joining(", ")));
            case OverwrittenOptionException twice -> messages.of("usage.twice", name(twice.getOverwritten()));
            case ParameterException other ->
                other.getArgSpec() == null
                        ? String.valueOf(other.getMessage())
                        : messages.of("usage.value", name(other.getArgSpec()), value(other));
        };
    }

    private String unmatched(UnmatchedArgumentException unmatched) {
        String words = String.join(" ", unmatched.getUnmatched());
        List<String> near = unmatched.getSuggestions();
        return near.isEmpty()
                ? messages.of("usage.unknown", words)
                : messages.of("usage.unknown-near", words, String.join(", ", near));
    }

    private static String value(ParameterException exception) {
        return exception.getValue() == null ? "" : exception.getValue();
    }

    private static String name(ArgSpec spec) {
        return spec instanceof OptionSpec option ? option.longestName() : spec.paramLabel();
    }
}
