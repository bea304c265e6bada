// SPDX-License-Identifier: Apache-2.0
package org.gorizont.cli.text;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.gorizont.protocol.domain.Vocabulary;

/** The vocabularies that the program brings: codes to what people read, and back. */
public final class Words {
    private static final Map<String, Vocabulary> LOADED = new TreeMap<>();

    private final Messages.Language language;

    public Words(Messages.Language language) {
        this.language = language;
    }

    /** What people read for a code of that vocabulary; the code itself if it has no name. */
    public String name(String vocabulary, String code) {
        return vocabulary(vocabulary)
                .term(code)
                .map(term ->
                        language == Messages.Language.RU || term.english().isBlank() ? term.russian() : term.english())
                .orElse(code);
    }

    public String names(String vocabulary, List<String> codes) {
        return codes.stream().map(code -> name(vocabulary, code)).collect(Collectors.joining(", "));
    }

    /** The code that a person means. */
    public String code(String vocabulary, String word) {
        return vocabulary(vocabulary).codeOf(word);
    }

    public static synchronized Vocabulary vocabulary(String name) {
        return LOADED.computeIfAbsent(name, Words::load);
    }

    private static Vocabulary load(String name) {
        try (InputStream file = Vocabulary.class.getResourceAsStream("vocabularies/" + name + ".tsv")) {
            if (file == null) {
                throw new IllegalStateException("the program lacks its vocabulary " + name);
            }
            return Vocabulary.parse(new String(file.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new IllegalStateException("cannot read the vocabulary " + name, e);
        }
    }
}
