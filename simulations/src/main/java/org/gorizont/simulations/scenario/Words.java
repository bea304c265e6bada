// SPDX-License-Identifier: Apache-2.0
package org.gorizont.simulations.scenario;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;

/** The Russian forms of keys, values and units, and the nearest known word to a wrong one. */
final class Words {
    private static final int LONGEST_MISTAKE = 3;
    private static final Map<String, String> CANONICAL = load();

    private Words() {}

    /** The English form of a word; a word without one is its own. */
    static String canonical(String word) {
        return CANONICAL.getOrDefault(word, word);
    }

    /** The known word, in either language, that takes the fewest changes. */
    static Optional<String> nearest(String word, Collection<String> known) {
        String best = "";
        int least = LONGEST_MISTAKE + 1;
        for (String candidate : known) {
            int changes = changes(word, candidate);
            if (changes < least) {
                least = changes;
                best = candidate;
            }
        }
        for (Map.Entry<String, String> pair : CANONICAL.entrySet()) {
            int changes = changes(word, pair.getKey());
            if (known.contains(pair.getValue()) && changes < least) {
                least = changes;
                best = pair.getKey();
            }
        }
        return best.isEmpty() ? Optional.empty() : Optional.of(best);
    }

    /** Levenshtein's distance. */
    private static int changes(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[b.length()];
    }

    /** English to Russian in the file, since a key cannot have spaces there without escapes. */
    private static Map<String, String> load() {
        Properties words = new Properties();
        InputStream file = Objects.requireNonNull(Words.class.getResourceAsStream("words.properties"));
        try (Reader reader = new InputStreamReader(file, StandardCharsets.UTF_8)) {
            words.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException("words.properties", e);
        }
        Map<String, String> canonical = new TreeMap<>();
        for (String english : words.stringPropertyNames()) {
            if (canonical.put(words.getProperty(english), english) != null) {
                throw new IllegalStateException("two words have one Russian form: " + english);
            }
        }
        return canonical;
    }
}
