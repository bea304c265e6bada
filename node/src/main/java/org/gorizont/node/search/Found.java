// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.search;

import java.util.List;
import java.util.SequencedMap;
import org.gorizont.node.readmodel.Provenance;
import org.gorizont.node.readmodel.RecordKey;
import org.gorizont.protocol.domain.Card;
import org.gorizont.protocol.model.Kind;

/**
 * What a search has found.
 *
 * @param hits the best first
 * @param counts number of all finds by kind, in the order of {@link Finder#KINDS}, also where it is zero
 * @param reading how loosely the words were taken in order to find anything
 */
public record Found(List<Hit> hits, SequencedMap<Kind, Integer> counts, Reading reading) {
    public Found {
        hits = List.copyOf(hits);
    }

    /** All finds, of every kind. */
    public int total() {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** How the typed words were taken. */
    public enum Reading {
        /** All of them, as typed. */
        ALL_WORDS,
        /** All of them, some perhaps misspelt. */
        MISSPELT,
        /** Any of them. */
        ANY_WORD
    }

    /**
     * One find.
     *
     * @param title of the card, with the words that were looked for marked
     * @param snippet passages that show why; plain text in pieces
     */
    public record Hit(RecordKey key, Card card, Provenance by, List<Piece> title, List<Piece> snippet) {
        public Hit {
            title = List.copyOf(title);
            snippet = List.copyOf(snippet);
        }
    }

    /** A piece of text, marked or not. */
    public record Piece(String text, boolean marked) {}
}
