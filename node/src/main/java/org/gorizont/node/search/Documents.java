// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.search;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.util.BytesRef;
import org.gorizont.node.readmodel.RecordKey;
import org.gorizont.node.readmodel.RecordVersion;
import org.gorizont.node.readmodel.VersionOrder;
import org.gorizont.node.vocabulary.Vocabularies;
import org.gorizont.protocol.codec.Reading;
import org.gorizont.protocol.model.Bytes;

/** Documents of the index: one a record, also of those that have ended. The texts are found and not stored. */
final class Documents {
    static final String KIND = "kind";
    static final String TITLE = "title";
    static final String WORDS = "words";
    static final String TEXT = "text";

    /** A step with fewer versions is taken as the end of a rush. */
    static final int FEW = 1_000;

    private static final String ID = "id";
    private static final String KEY = "key";
    private static final String INCARNATION = "incarnation";
    private static final String SEQ = "seq";

    private Documents() {}

    static Term id(RecordKey key) {
        return new Term(ID, new BytesRef(key.bytes().unsafeArray()));
    }

    static RecordKey key(Document document) {
        BytesRef key = document.getBinaryValue(KEY);
        return RecordKey.ofBytes(Bytes.copyOf(Arrays.copyOfRange(key.bytes, key.offset, key.offset + key.length)));
    }

    static Document of(RecordVersion version, Vocabularies vocabularies) {
        BytesRef key = new BytesRef(version.key().bytes().unsafeArray());
        Document document = new Document();
        document.add(new StringField(ID, key, Field.Store.NO));
        document.add(new StoredField(KEY, key));
        document.add(new NumericDocValuesField(INCARNATION, version.order().incarnation()));
        document.add(new NumericDocValuesField(SEQ, version.order().seq()));
        if (!version.ends() && version.reading() instanceof Reading.Read(var card)) {
            CardText.of(card, vocabularies).ifPresent(text -> {
                document.add(new StringField(KIND, version.kind().type(), Field.Store.NO));
                document.add(new TextField(TITLE, text.title(), Field.Store.NO));
                document.add(new TextField(WORDS, text.words(), Field.Store.NO));
                document.add(new TextField(TEXT, text.text(), Field.Store.NO));
            });
        }
        return document;
    }

    /** Whether nothing as new as this version of its record is in the index. */
    static boolean isNews(IndexSearcher searcher, RecordVersion version) throws IOException {
        TopDocs found = searcher.search(new TermQuery(id(version.key())), 1);
        if (found.scoreDocs.length == 0) {
            return true;
        }
        int doc = found.scoreDocs[0].doc;
        VersionOrder known = new VersionOrder((int) number(searcher, doc, INCARNATION), number(searcher, doc, SEQ));
        return version.order().compareTo(known) > 0;
    }

    private static long number(IndexSearcher searcher, int doc, String field) throws IOException {
        List<LeafReaderContext> leaves = searcher.getIndexReader().leaves();
        LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(doc, leaves));
        NumericDocValues values = leaf.reader().getNumericDocValues(field);
        if (values == null || !values.advanceExact(doc - leaf.docBase)) {
            throw new IllegalStateException("a document of the index lacks its " + field);
        }
        return values.longValue();
    }
}
