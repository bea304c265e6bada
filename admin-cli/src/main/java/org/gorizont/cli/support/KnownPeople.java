// SPDX-License-Identifier: Apache-2.0
package org.gorizont.cli.support;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Logins and names of this node's people, read for nothing but to see that none of them goes into the bundle. */
final class KnownPeople {
    private static final Pattern VALUE = Pattern.compile("\"(?:login|name)\"\\s*:\\s*\"((?:[^\"\\\\]|\\\\.)*)\"");
    private static final Pattern NO_LETTER = Pattern.compile("[^\\p{L}\\p{N}]+");
    /** Shorter parts of names are initials, which are in every word. */
    private static final int SHORTEST = 3;

    private KnownPeople() {}

    /** As a whole and in parts, the longest first. */
    static List<String> of(Path data) throws IOException {
        Path file = data.resolve("accounts.json");
        if (!Files.isRegularFile(file)) {
            return List.of();
        }
        Set<String> words = new LinkedHashSet<>();
        Matcher values = VALUE.matcher(new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
        while (values.find()) {
            String value = values.group(1);
            Stream.concat(Stream.of(value), NO_LETTER.splitAsStream(value))
                    .filter(word -> word.length() >= SHORTEST)
                    .forEach(words::add);
        }
        return words.stream()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList();
    }
}
