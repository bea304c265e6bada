// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.search;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.IndexFormatTooNewException;
import org.apache.lucene.index.IndexFormatTooOldException;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.TieredMergePolicy;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.store.FSDirectory;
import org.gorizont.node.readmodel.Fold;
import org.gorizont.node.readmodel.RecordKey;
import org.gorizont.node.readmodel.RecordVersion;
import org.gorizont.node.vocabulary.Vocabularies;
import org.gorizont.protocol.codec.Reading;
import org.gorizont.protocol.model.Bytes;

/**
 * The index as a fold: newest version of each record, with a mark where a record has ended, so that an older version that
 * arrives later does not bring it back. Its position is part of each commit: after a crash it goes on from the last one.
 */
final class SearchIndex implements Fold, AutoCloseable {
    /** Number of the form of the documents; another one, or another version of Lucene's files, is built again. */
    private static final String FORM = "1";

    private static final double BUFFER_MIB = 8;
    /** Versions between two commits while much is coming in; when nothing more comes, a commit follows at once. */
    private static final int COMMIT_AFTER = 20_000;

    /** Held here, because a logger that nobody holds forgets its level. */
    private static final Logger VECTORS = Logger.getLogger("org.apache.lucene.internal.vectorization");

    static {
        VECTORS.setLevel(Level.OFF);
    }

    private final Vocabularies vocabularies;
    private final FSDirectory directory;
    private final IndexWriter writer;
    private final SearcherManager searchers;
    private Bytes epoch = Bytes.empty();
    private long position;
    private int uncommitted;

    private SearchIndex(Path folder, Vocabularies vocabularies) throws IOException {
        this.vocabularies = vocabularies;
        this.directory = FSDirectory.open(folder);
        IndexWriterConfig config = new IndexWriterConfig(new WordForms());
        config.setRAMBufferSizeMB(BUFFER_MIB);
        config.setCommitOnClose(false);
        // By itself a merge that is asked for passes over segments with few deletions: erasing needs each of them.
        TieredMergePolicy merges = new TieredMergePolicy();
        merges.setForceMergeDeletesPctAllowed(0);
        config.setMergePolicy(merges);
        this.writer = new IndexWriter(directory, config);
        this.searchers = new SearcherManager(writer, null);
        committed().ifPresent(at -> {
            epoch = at.epoch();
            position = at.position();
        });
    }

    /** Opens the index; one whose files are damaged or of another version of Lucene is dropped and begun anew. */
    static SearchIndex open(Path folder, Vocabularies vocabularies) throws IOException {
        Files.createDirectories(folder);
        try {
            return new SearchIndex(folder, vocabularies);
        } catch (CorruptIndexException | IndexFormatTooNewException | IndexFormatTooOldException _) {
            drop(folder);
            return new SearchIndex(folder, vocabularies);
        }
    }

    SearcherManager searchers() {
        return searchers;
    }

    @Override
    public long position(Bytes wanted) throws IOException {
        if (!epoch.equals(wanted)) {
            reset(wanted);
        }
        return position;
    }

    @Override
    public void reset(Bytes wanted) throws IOException {
        writer.deleteAll();
        epoch = wanted;
        position = 0;
        commit();
        searchers.maybeRefreshBlocking();
    }

    @Override
    public void take(List<RecordVersion> versions, long arrival) throws IOException {
        Map<RecordKey, RecordVersion> newest = new LinkedHashMap<>();
        versions.stream()
                .filter(SearchIndex::hasEffect)
                .forEach(version -> newest.merge(version.key(), version, SearchIndex::newer));
        IndexSearcher searcher = searchers.acquire();
        try {
            for (RecordVersion version : newest.values()) {
                if (Documents.isNews(searcher, version)) {
                    Document document = Documents.of(version, vocabularies);
                    writer.updateDocument(Documents.id(version.key()), document);
                }
            }
        } finally {
            searchers.release(searcher);
        }
        position = arrival;
        uncommitted += versions.size();
        if (versions.size() < Documents.FEW || uncommitted >= COMMIT_AFTER) {
            commit();
        }
        searchers.maybeRefreshBlocking();
    }

    /** Files tell nothing any more of what records said before; takes a while. On any thread, while this is open. */
    void wipe() throws IOException {
        writer.forceMergeDeletes(true);
        writer.commit();
        searchers.maybeRefreshBlocking();
        writer.deleteUnusedFiles();
    }

    @Override
    public void close() throws IOException {
        try (directory;
                writer;
                searchers) {
            if (writer.isOpen()) {
                commit();
            }
        }
    }

    private void commit() throws IOException {
        Map<String, String> at = Map.of("form", FORM, "epoch", epoch.hex(), "position", Long.toString(position));
        writer.setLiveCommitData(at.entrySet());
        writer.commit();
        uncommitted = 0;
    }

    private Optional<At> committed() {
        Map<String, String> data = new LinkedHashMap<>();
        Iterable<Map.Entry<String, String>> live = writer.getLiveCommitData();
        if (live != null) {
            live.forEach(entry -> data.put(entry.getKey(), entry.getValue()));
        }
        if (!FORM.equals(data.get("form"))) {
            return Optional.empty();
        }
        return Optional.of(new At(
                Bytes.ofHex(data.getOrDefault("epoch", "")), Long.parseLong(data.getOrDefault("position", "0"))));
    }

    /** A version without its body, or with a void one, changes nothing yet. */
    private static boolean hasEffect(RecordVersion version) {
        return version.ends() || !version.lacksBody() && !(version.reading() instanceof Reading.Void);
    }

    private static RecordVersion newer(RecordVersion one, RecordVersion other) {
        return one.order().compareTo(other.order()) >= 0 ? one : other;
    }

    private static void drop(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.delete(file);
            }
        }
    }

    /** A commit's position among the arrivals of an epoch. */
    private record At(Bytes epoch, long position) {}
}
