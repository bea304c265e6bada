// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.search;

import java.io.IOException;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.uhighlight.Passage;
import org.apache.lucene.search.uhighlight.PassageFormatter;
import org.apache.lucene.search.uhighlight.SplittingBreakIterator;
import org.apache.lucene.search.uhighlight.UnifiedHighlighter;
import org.apache.lucene.search.uhighlight.WholeBreakIterator;
import org.gorizont.node.search.Found.Piece;

/** Cuts out of a text what shows why it was found. The result is plain text in pieces, never markup. */
final class Snippets {
    private static final int PASSAGES = 2;
    private static final int PASSAGE_LENGTH = 240;

    private final UnifiedHighlighter passages;
    private final UnifiedHighlighter whole;

    Snippets(Analyzer analyzer) {
        this.passages = UnifiedHighlighter.builderWithoutSearcher(analyzer)
                .withFormatter(new Pieces())
                .withFieldMatcher(_ -> true)
                // Any word that was looked for is marked, also where this text alone does not answer the whole query.
                .withWeightMatches(false)
                .withBreakIterator(
                        () -> new SplittingBreakIterator(BreakIterator.getSentenceInstance(Locale.ROOT), '\n'))
                .build();
        this.whole = UnifiedHighlighter.builderWithoutSearcher(analyzer)
                .withFormatter(new Pieces())
                .withFieldMatcher(_ -> true)
                // Any word that was looked for is marked, also where this text alone does not answer the whole query.
                .withWeightMatches(false)
                .withBreakIterator(WholeBreakIterator::new)
                .build();
    }

    /** A whole line with the found words marked. */
    List<Piece> line(Query query, String line) throws IOException {
        List<Piece> pieces = pieces(whole, Documents.TITLE, query, line, 1);
        return pieces.isEmpty() ? List.of(new Piece(line, false)) : pieces;
    }

    /** The passages that show why; the beginning of the text when no word of it was looked for. */
    List<Piece> passages(Query query, String text) throws IOException {
        List<Piece> pieces = pieces(passages, Documents.TEXT, query, text, PASSAGES);
        if (!pieces.isEmpty() || text.isEmpty()) {
            return pieces;
        }
        String first = text.lines().findFirst().orElse("");
        int end = first.offsetByCodePoints(0, Math.min(PASSAGE_LENGTH, first.codePointCount(0, first.length())));
        return List.of(new Piece(first.substring(0, end) + (end < first.length() ? "…" : ""), false));
    }

    private static List<Piece> pieces(
            UnifiedHighlighter highlighter, String field, Query query, String text, int passages) throws IOException {
        Object found = text.isEmpty() ? null : highlighter.highlightWithoutSearcher(field, query, text, passages);
        List<Piece> pieces = new ArrayList<>();
        if (found instanceof List<?> list) {
            list.forEach(piece -> pieces.add((Piece) piece));
        }
        return pieces;
    }

    /** Passages as pieces; nothing when none of them holds a word that was looked for. */
    private static final class Pieces extends PassageFormatter {
        @Override
        public List<Piece> format(Passage[] passages, String content) {
            List<Piece> pieces = new ArrayList<>();
            int end = 0;
            for (Passage passage : passages) {
                if (passage.getNumMatches() > 0) {
                    plain(pieces, passage.getStartOffset() > end && end > 0 ? " … " : "");
                    end = marked(pieces, passage, content);
                }
            }
            return pieces;
        }

        private static int marked(List<Piece> pieces, Passage passage, String content) {
            int at = passage.getStartOffset();
            for (int i = 0; i < passage.getNumMatches(); i++) {
                int start = Math.max(at, passage.getMatchStarts()[i]);
                int end = Math.min(passage.getEndOffset(), passage.getMatchEnds()[i]);
                if (end > start) {
                    plain(pieces, content.substring(at, start));
                    pieces.add(new Piece(content.substring(start, end), true));
                    at = end;
                }
            }
            plain(pieces, content.substring(at, Math.max(at, passage.getEndOffset())));
            return passage.getEndOffset();
        }

        private static void plain(List<Piece> pieces, String text) {
            if (!text.isEmpty()) {
                pieces.add(new Piece(text, false));
            }
        }
    }
}
