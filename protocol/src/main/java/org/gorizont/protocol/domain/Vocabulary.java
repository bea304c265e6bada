// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.domain;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The words of one field: codes in records, names for people. A code that is in no vocabulary is legal and shown as it
 * stands, so that schools with different files understand each other as far as they can.
 *
 * <p>A file has one term a line, fields separated by tabs: code, Russian name, English name, aliases separated by
 * {@code |}, and {@code retired} for terms that are not offered any more. Empty lines and lines with {@code #} first
 * are left out.
 */
public final class Vocabulary {
    private static final int FIELDS = 3;
    private static final int MAX_TERMS = 10_000;

    private final List<Term> terms;
    private final Map<String, Term> byWord = new LinkedHashMap<>();

    private Vocabulary(List<Term> terms) {
        this.terms = List.copyOf(terms);
        for (Term term : terms) {
            byWord.putIfAbsent(folded(term.code()), term);
        }
        for (Term term : terms) {
            term.words().forEach(word -> byWord.putIfAbsent(folded(word), term));
        }
    }

    /** @throws IllegalArgumentException naming the line that is no term */
    public static Vocabulary parse(String text) {
        List<Term> terms = new ArrayList<>();
        int number = 0;
        for (String line : text.lines().limit(MAX_TERMS).toList()) {
            number++;
            if (!line.isBlank() && !line.startsWith("#")) {
                terms.add(term(line, number));
            }
        }
        return new Vocabulary(terms);
    }

    private static Term term(String line, int number) {
        List<String> fields = List.of(line.split("\t", -1));
        if (fields.size() < FIELDS
                || fields.getFirst().isBlank()
                || fields.get(1).isBlank()) {
            throw new IllegalArgumentException("line " + number + ": expected code, Russian name and English name");
        }
        List<String> aliases = fields.size() > 3 && !fields.get(3).isBlank()
                ? List.of(fields.get(3).split("\\|"))
                : List.of();
        boolean retired = fields.size() > 4 && fields.get(4).equals("retired");
        return new Term(
                fields.get(0).strip(), fields.get(1).strip(), fields.get(2).strip(), aliases, retired);
    }

    public List<Term> terms() {
        return terms;
    }

    /** The term with this code. */
    public Optional<Term> term(String code) {
        return Optional.ofNullable(byWord.get(folded(code)))
                .filter(term -> term.code().equals(code));
    }

    /** The code that somebody means by a word: a code, a name or an alias, in any case; else the word itself. */
    public String codeOf(String word) {
        Term term = byWord.get(folded(word));
        return term == null ? word.strip() : term.code();
    }

    private static String folded(String word) {
        return word.strip().toLowerCase(Locale.ROOT).replace('ё', 'е');
    }

    /** A code with its names; {@code english} may be empty. */
    public record Term(String code, String russian, String english, List<String> aliases, boolean retired) {
        public Term {
            aliases = List.copyOf(aliases);
        }

        private List<String> words() {
            List<String> words = new ArrayList<>(List.of(russian, english));
            words.addAll(aliases);
            words.removeIf(String::isBlank);
            return words;
        }
    }
}
