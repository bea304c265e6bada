// SPDX-License-Identifier: Apache-2.0
package org.gorizont.cli.text;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;

/**
 * Something that a person has to be told, after which the command ends. Its words are three: what happened, what is safe,
 * what to do next; keys {@code error.<code>.what}, {@code .safe} and {@code .next}, of which the last two may be missing.
 */
public final class Failure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String code;
    private final transient List<Object> values;
    private final int exitCode;

    private Failure(String code, int exitCode, List<Object> values) {
        super(code + " " + values);
        this.code = code;
        this.exitCode = exitCode;
        this.values = values;
    }

    /** A value that has words of its own. */
    public interface Spoken {
        String in(Messages messages);
    }

    /** Something did not work: exit code 1. */
    public static Failure of(String code, Object... values) {
        return new Failure(code, 1, List.of(values));
    }

    /** The command was not understood: exit code 2. */
    public static Failure usage(String code, Object... values) {
        return new Failure(code, 2, List.of(values));
    }

    /** A file could not be read. */
    public static Failure unread(Path file, IOException why) {
        return why instanceof NoSuchFileException
                ? of("no-file", file)
                : of("cannot-read", file, String.valueOf(why.getMessage()));
    }

    public String code() {
        return code;
    }

    public int exitCode() {
        return exitCode;
    }

    /** Lines for a person; each of them safe for a terminal. */
    public List<String> lines(Messages messages) {
        Object[] safe = values.stream()
                .map(value -> value instanceof Spoken spoken ? spoken.in(messages) : String.valueOf(value))
                .map(Safe::line)
                .toArray();
        return List.of("what", "safe", "next").stream()
                .map(part -> "error." + code + "." + part)
                .filter(messages::has)
                .map(key -> messages.of(key, safe))
                .toList();
    }
}
