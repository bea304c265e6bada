// SPDX-License-Identifier: Apache-2.0
package org.gorizont.cli.demo.stage;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gorizont.cli.text.Messages;
import org.gorizont.cli.text.Moments;
import org.gorizont.cli.text.Output;
import org.gorizont.cli.text.Progress;
import org.gorizont.cli.text.Safe;
import org.gorizont.cli.text.Words;

/** The words of the story, and where they go: to the person who watches, unless a program reads the answer. */
public final class Story {
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);
    private static final int TENTH = 100;

    private final Messages say;
    private final Moments moments;
    private final Output output;
    private final boolean quiet;

    /**
     * Begins.
     *
     * @param say the words
     * @param quiet nobody reads: only the object at the end counts
     */
    Story(Messages say, Output output, boolean quiet) {
        this.say = say;
        this.moments = new Moments(say, ZoneId.systemDefault());
        this.output = output;
        this.quiet = quiet;
    }

    /** Tells a line, and those that follow in the same text. */
    public void tell(String text) {
        if (!quiet) {
            text.lines().map(Safe::line).forEach(output::line);
        }
    }

    public String of(String key, Object... values) {
        return say.of(key, values);
    }

    public String count(String key, long number) {
        return say.count(key, number);
    }

    /** The words for a constant's name; the name itself when there are none. */
    public String constant(String group, String name) {
        return say.word(group, name);
    }

    /** What people read for a code of a vocabulary. */
    public String term(String vocabulary, String code) {
        return new Words(say.language()).name(vocabulary, code);
    }

    public String of(LocalDate date) {
        return moments.of(date);
    }

    /** A moment of the admin API by the clock of this computer. */
    public String clock(long millis) {
        return CLOCK.format(Instant.ofEpochMilli(millis).atZone(ZoneId.systemDefault()));
    }

    /** Seconds with one digit behind the point. */
    public String seconds(Duration time) {
        String point = say.language() == Messages.Language.RU ? "," : ".";
        long tenths = time.toMillis() / TENTH;
        return tenths / 10 + point + tenths % 10;
    }

    public Progress progress(String key, long total) {
        return Progress.of(output, say.of(key), total);
    }

    /** What a person would type, ready for a shell. */
    public static String command(Path data, String... words) {
        return Stream.concat(
                        Stream.of("./gorizont"), Stream.concat(Stream.of(words), Stream.of("--data", data.toString())))
                .map(Story::quoted)
                .collect(Collectors.joining(" "));
    }

    private static String quoted(String word) {
        return word.matches("[A-Za-z0-9_./:=@-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}
