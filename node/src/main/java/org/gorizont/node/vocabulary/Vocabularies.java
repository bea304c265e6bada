// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.vocabulary;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gorizont.protocol.domain.Vocabulary;

/** All vocabularies of this node. Immutable; a changed file is read at the next start. */
public final class Vocabularies {
    private final Map<Field, Vocabulary> byField;

    private Vocabularies(Map<Field, Vocabulary> byField) {
        this.byField = byField;
    }

    /** Those that the program brings. */
    public static Vocabularies shipped() {
        Map<Field, Vocabulary> byField = new EnumMap<>(Field.class);
        for (Field field : Field.values()) {
            byField.put(field, parse(field, shippedText(field)));
        }
        return new Vocabularies(byField);
    }

    /**
     * Those that the program brings, each replaced by the file of the same name in {@code folder} if there is one.
     *
     * @throws IOException if a file is there and cannot be read; it names the file, and the line that is no term
     */
    public static Vocabularies in(Path folder) throws IOException {
        Map<Field, Vocabulary> byField = new EnumMap<>(shipped().byField);
        for (Field field : Field.values()) {
            Path file = folder.resolve(field.fileName());
            if (Files.isRegularFile(file)) {
                byField.put(field, read(field, file));
            }
        }
        return new Vocabularies(byField);
    }

    public Vocabulary of(Field field) {
        return Optional.ofNullable(byField.get(field)).orElseThrow();
    }

    /** What people read instead of a code: the name in that language, else the code as it stands. */
    public String name(Field field, String code, boolean russian) {
        return of(field)
                .term(code)
                .map(term -> russian || term.english().isBlank() ? term.russian() : term.english())
                .orElse(code);
    }

    /** All words for a code, for searching: names in both languages and aliases; the code itself if it has none. */
    public List<String> words(Field field, String code) {
        return of(field)
                .term(code)
                .map(term -> {
                    List<String> words = new ArrayList<>(List.of(term.russian(), term.english()));
                    words.addAll(term.aliases());
                    return List.copyOf(words);
                })
                .orElse(List.of(code));
    }

    private static Vocabulary read(Field field, Path file) throws IOException {
        try {
            return parse(field, Files.readString(file));
        } catch (CharacterCodingException e) {
            throw new IOException(
                    file + " is not in UTF-8: save it anew, or remove it to use what the program brings", e);
        } catch (IllegalArgumentException e) {
            throw new IOException(
                    file.getParent() + ": " + e.getMessage()
                            + "; mend it, or remove the file to use what the program brings",
                    e);
        }
    }

    private static Vocabulary parse(Field field, String text) {
        try {
            return Vocabulary.parse(text);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(field.fileName() + ", " + e.getMessage(), e);
        }
    }

    private static String shippedText(Field field) {
        String name = "vocabularies/" + field.fileName();
        try (InputStream file = Vocabulary.class.getResourceAsStream(name)) {
            if (file == null) {
                throw new IllegalStateException("the program lacks its file " + name);
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException("cannot read " + name, e);
        }
    }
}
