// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopDocs;
import org.gorizont.node.readmodel.Catalogue;
import org.gorizont.node.readmodel.EntrySource;
import org.gorizont.node.readmodel.Follower;
import org.gorizont.node.readmodel.Provenance;
import org.gorizont.node.readmodel.RecordKey;
import org.gorizont.node.vocabulary.Vocabularies;
import org.gorizont.protocol.domain.Card;
import org.gorizont.protocol.domain.Kinds;
import org.gorizont.protocol.model.Kind;

/**
 * Finds practices, resources and schools by what people type, out of what is held here. For any thread. No text is an
 * error; a failing disk throws {@link UncheckedIOException}.
 */
public final class Finder implements AutoCloseable {
    /** Kinds that can be found, in the order in which people see them. */
    public static final List<Kind> KINDS = List.of(Kinds.PRACTICE, Kinds.RESOURCE, Kinds.SCHOOL);

    /** How far one can page; whoever has not found it by then types another word. */
    private static final int MOST = 1_000;

    private final Analyzer analyzer = new WordForms();
    private final Snippets snippets = new Snippets(analyzer);
    private final Vocabularies vocabularies;
    private final Catalogue catalogue;
    private final SearchIndex index;
    private final Follower follower;

    private Finder(SearchIndex index, EntrySource source, Catalogue catalogue, Vocabularies vocabularies) {
        this.index = index;
        this.catalogue = catalogue;
        this.vocabularies = vocabularies;
        this.follower = new Follower("index", source, index);
    }

    /**
     * Opens the index and begins to catch up.
     *
     * @param folder may be missing, and may be dropped while the node is off
     */
    public static Finder open(Path folder, EntrySource source, Catalogue catalogue, Vocabularies vocabularies)
            throws IOException {
        Finder finder = new Finder(SearchIndex.open(folder, vocabularies), source, catalogue, vocabularies);
        finder.follower.start();
        return finder;
    }

    /** To wake, to rebuild, to wait for. */
    public Follower follower() {
        return follower;
    }

    /**
     * Finds what fits all words; if nothing does, what fits them misspelt; if nothing does, what fits any of them.
     *
     * @param typed anything
     * @param kind only this one of {@link #KINDS}, or all
     * @param from number of finds to leave out
     */
    public Found find(String typed, Optional<Kind> kind, int from, int atMost) {
        TypedText text = new TypedText(analyzer, typed);
        if (text.isBlank()) {
            return nothing(Found.Reading.ALL_WORDS);
        }
        Found found = find(text.allWords(), Found.Reading.ALL_WORDS, kind, from, atMost);
        if (found.total() == 0) {
            found = find(text.misspelt(), Found.Reading.MISSPELT, kind, from, atMost);
        }
        return found.total() == 0 ? find(text.anyWord(), Found.Reading.ANY_WORD, kind, from, atMost) : found;
    }

    /** Files tell nothing any more of what records said before; takes a while. Not while this is closed. */
    public void wipe() throws IOException {
        index.wipe();
    }

    @Override
    public void close() {
        follower.close();
        try {
            index.close();
        } catch (IOException e) {
            throw new UncheckedIOException("the index did not close", e);
        }
    }

    private Found find(Query query, Found.Reading reading, Optional<Kind> only, int from, int atMost) {
        try {
            IndexSearcher searcher = index.searchers().acquire();
            try {
                SequencedMap<Kind, Integer> counts = new LinkedHashMap<>();
                for (Kind kind : KINDS) {
                    counts.put(kind, searcher.count(ofKinds(query, List.of(kind))));
                }
                int first = Math.clamp(from, 0, MOST);
                int last = Math.min(first + Math.clamp(atMost, 1, MOST), MOST);
                Query wanted = ofKinds(query, only.map(List::of).orElse(KINDS));
                TopDocs top = searcher.search(wanted, Math.max(last, 1));
                return new Found(hits(searcher, query, top, first, last), counts, reading);
            } finally {
                index.searchers().release(searcher);
            }
        } catch (IndexSearcher.TooManyClauses _) {
            return nothing(reading);
        } catch (IOException e) {
            throw new UncheckedIOException("the index cannot be read", e);
        }
    }

    private List<Found.Hit> hits(IndexSearcher searcher, Query query, TopDocs top, int first, int last)
            throws IOException {
        List<Found.Hit> hits = new ArrayList<>();
        for (int i = first; i < Math.min(last, top.scoreDocs.length); i++) {
            ScoreDoc found = top.scoreDocs[i];
            Document document = searcher.storedFields().document(found.doc);
            Optional<Found.Hit> hit = hit(Documents.key(document), query);
            hit.ifPresent(hits::add);
        }
        return hits;
    }

    /** Empty when the catalogue does not show the record: one of the two read models is a moment behind. */
    private Optional<Found.Hit> hit(RecordKey key, Query query) throws IOException {
        Optional<Card> card = catalogue.card(key);
        Optional<Provenance> by = catalogue.provenance(key);
        Optional<CardText> text = card.flatMap(found -> CardText.of(found, vocabularies));
        if (card.isEmpty() || by.isEmpty() || text.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Found.Hit(
                key,
                card.get(),
                by.get(),
                snippets.line(query, text.get().title()),
                snippets.passages(query, text.get().text())));
    }

    private static Query ofKinds(Query query, List<Kind> kinds) {
        BooleanQuery.Builder any = new BooleanQuery.Builder();
        kinds.forEach(
                kind -> any.add(new TermQuery(new Term(Documents.KIND, kind.type())), BooleanClause.Occur.SHOULD));
        return new BooleanQuery.Builder()
                .add(query, BooleanClause.Occur.MUST)
                .add(any.build(), BooleanClause.Occur.FILTER)
                .build();
    }

    private static Found nothing(Found.Reading reading) {
        SequencedMap<Kind, Integer> counts = new LinkedHashMap<>();
        KINDS.forEach(kind -> counts.put(kind, 0));
        return new Found(List.of(), counts, reading);
    }
}
