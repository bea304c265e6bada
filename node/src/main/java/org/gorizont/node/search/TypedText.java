// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.search;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.queryparser.simple.SimpleQueryParser;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;

/**
 * What people type, as queries. Everything means something: quotes a phrase, a minus what should not be there, a star a
 * beginning, {@code |} an alternative, a tilde a likeness; what makes no sense is read as words. Nothing is an error.
 */
final class TypedText {
    /** Characters that are read; what comes after is left out. */
    static final int MAX_LENGTH = 300;
    /** Words that are read; what comes after is left out. */
    static final int MAX_WORDS = 32;

    private static final int OPERATORS = SimpleQueryParser.AND_OPERATOR
            | SimpleQueryParser.OR_OPERATOR
            | SimpleQueryParser.NOT_OPERATOR
            | SimpleQueryParser.PREFIX_OPERATOR
            | SimpleQueryParser.PHRASE_OPERATOR
            | SimpleQueryParser.FUZZY_OPERATOR
            | SimpleQueryParser.WHITESPACE_OPERATOR;

    private static final Map<String, Float> WEIGHTS = new LinkedHashMap<>();

    /** Letters from which a misspelling of one, and of two letters is looked for. */
    private static final int ONE_TYPO = 4;

    private static final int TWO_TYPOS = 7;

    static {
        WEIGHTS.put(Documents.TITLE, 4f);
        WEIGHTS.put(Documents.WORDS, 2f);
        WEIGHTS.put(Documents.TEXT, 1f);
    }

    private final Analyzer analyzer;
    private final String text;

    TypedText(Analyzer analyzer, String typed) {
        this.analyzer = analyzer;
        int end = Math.min(typed.length(), MAX_LENGTH);
        this.text = Stream.of(typed.substring(0, end).split("[\\s\\p{Cntrl}]+"))
                .filter(word -> !word.isEmpty())
                .limit(MAX_WORDS)
                .collect(Collectors.joining(" "));
    }

    boolean isBlank() {
        return text.isBlank();
    }

    /** All words, in any form; the last one perhaps not finished. */
    Query allWords() {
        Query whole = parse(text, BooleanClause.Occur.MUST);
        if (!Character.isLetterOrDigit(text.codePointBefore(text.length()))) {
            return whole;
        }
        Query begun = parse(text + "*", BooleanClause.Occur.MUST);
        return new BooleanQuery.Builder()
                .add(whole, BooleanClause.Occur.SHOULD)
                .add(begun, BooleanClause.Occur.SHOULD)
                .build();
    }

    /** All words, each perhaps misspelt. */
    Query misspelt() {
        String likeness = Stream.of(text.split(" ")).map(TypedText::alike).collect(Collectors.joining(" "));
        return parse(likeness, BooleanClause.Occur.MUST);
    }

    /** Any of the words; the more the better. */
    Query anyWord() {
        return parse(text, BooleanClause.Occur.SHOULD);
    }

    private Query parse(String query, BooleanClause.Occur occur) {
        SimpleQueryParser parser = new SimpleQueryParser(analyzer, WEIGHTS, OPERATORS);
        parser.setDefaultOperator(occur);
        return parser.parse(query);
    }

    private static String alike(String word) {
        boolean plain = word.codePoints().allMatch(Character::isLetter);
        if (!plain || word.length() < ONE_TYPO) {
            return word;
        }
        return word + (word.length() < TWO_TYPOS ? "~1" : "~2");
    }
}
