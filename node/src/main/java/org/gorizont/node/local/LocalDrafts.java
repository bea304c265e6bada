// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.local;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import org.gorizont.node.identity.OwnerOnly;
import org.gorizont.node.storage.Durable;
import org.gorizont.protocol.core.Refusal;
import org.gorizont.protocol.model.Bytes;
import org.gorizont.protocol.model.Channel;
import org.gorizont.protocol.model.Hash;
import org.gorizont.protocol.model.Scope;

/**
 * The drafts of this node: one file each in {@code drafts/} of the data directory, for its owner alone. A draft is there as
 * a whole or not at all, until somebody removes it. Safe for all threads.
 */
public final class LocalDrafts {
    /** Drafts that are kept at a time; what comes beyond is not kept, and its owner is told. */
    public static final int DRAFTS = 1_000;
    /** Bytes of all drafts; what comes beyond is not kept, and its owner is told. */
    public static final long BYTES = 16L << 20;

    private static final String DIRECTORY = "drafts";
    private static final String SUFFIX = ".draft";
    /** Items that {@link Brief} shows. */
    private static final int FIRST = 3;

    private final Path directory;
    private final int mostDrafts;
    private final long mostBytes;
    private final TreeMap<Integer, Brief> briefs = new TreeMap<>();
    private final TreeSet<Integer> damaged = new TreeSet<>();
    private final TreeMap<Bytes, Latest> latest = new TreeMap<>();
    private long bytes;

    /** A draft without all its items. */
    public record Brief(int number, Instant keptAt, Refusal why, int size, List<KeptDraft.Item> first, Place place) {
        public Brief {
            first = List.copyOf(first);
        }
    }

    /** Where the entries of a draft would go. */
    public record Place(Channel channel, Scope scope) {}

    /** The newest wish for a record. */
    private record Latest(int number, Hash wish) {}

    private LocalDrafts(Path directory, int mostDrafts, long mostBytes) {
        this.directory = directory;
        this.mostDrafts = mostDrafts;
        this.mostBytes = mostBytes;
    }

    /**
     * The drafts of a data directory.
     *
     * @throws IOException if the directory cannot be read; a damaged draft is listed, not an error
     */
    public static LocalDrafts open(Path dataDirectory) throws IOException {
        return open(dataDirectory, DRAFTS, BYTES);
    }

    static LocalDrafts open(Path dataDirectory, int mostDrafts, long mostBytes) throws IOException {
        LocalDrafts drafts = new LocalDrafts(dataDirectory.resolve(DIRECTORY), mostDrafts, mostBytes);
        if (Files.exists(drafts.directory)) {
            drafts.load();
        }
        return drafts;
    }

    /** Keeps what was refused; what is wanted already in the same words is not kept twice. */
    public synchronized Keeping keep(Refusal why, Instant now, Place place, List<KeptDraft.Item> items) {
        List<KeptDraft.Item> fresh =
                items.stream().filter(item -> !isWanted(place, item)).toList();
        if (fresh.isEmpty()) {
            return new Keeping.Kept(Objects.requireNonNull(latest.get(key(place, items.getFirst()))).number);
        }
        KeptDraft draft = new KeptDraft(next(), now, why, place.channel(), place.scope(), fresh);
        byte[] file = DraftFile.encode(draft);
        if (briefs.size() + damaged.size() >= mostDrafts || bytes + file.length > mostBytes) {
            return new Keeping.NotKept(Keeping.Obstacle.FULL);
        }
        try {
            if (!Files.exists(directory)) {
                OwnerOnly.createDirectory(directory);
                Durable.syncParent(directory);
            }
            Durable.replace(file(draft.number()), file, OwnerOnly.fileAttributes(directory));
        } catch (IOException _) {
            return new Keeping.NotKept(Keeping.Obstacle.DISK);
        }
        note(draft, file.length);
        return new Keeping.Kept(draft.number());
    }

    /** All drafts, oldest first. */
    public synchronized List<Brief> briefs() {
        return List.copyOf(briefs.values());
    }

    /** Numbers of files that are no whole drafts. */
    public synchronized List<Integer> damaged() {
        return List.copyOf(damaged);
    }

    /**
     * A whole draft.
     *
     * @throws IOException if it cannot be read, or is not there
     */
    public synchronized KeptDraft read(int number) throws IOException {
        return DraftFile.decode(Files.readAllBytes(file(number)));
    }

    /**
     * Removes a draft, whole or damaged.
     *
     * @return whether there was one
     * @throws IOException if it may still be there
     */
    public synchronized boolean remove(int number) throws IOException {
        if (!briefs.containsKey(number) && !damaged.contains(number)) {
            return false;
        }
        Path file = file(number);
        long size = Files.exists(file) ? Files.size(file) : 0;
        Files.deleteIfExists(file);
        Durable.syncParent(file);
        briefs.remove(number);
        damaged.remove(number);
        latest.values().removeIf(wish -> wish.number == number);
        bytes -= size;
        return true;
    }

    private void load() throws IOException {
        TreeMap<Integer, Path> files = new TreeMap<>();
        try (DirectoryStream<Path> found = Files.newDirectoryStream(directory, "*" + SUFFIX)) {
            for (Path file : found) {
                String name = String.valueOf(file.getFileName());
                if (name.matches("\\d{1,9}\\" + SUFFIX)) {
                    files.put(Integer.parseInt(name.substring(0, name.length() - SUFFIX.length())), file);
                }
            }
        }
        for (var file : files.entrySet()) {
            byte[] content = Files.readAllBytes(file.getValue());
            try {
                KeptDraft draft = DraftFile.decode(content);
                if (draft.number() != file.getKey()) {
                    throw new IOException("a draft under another name");
                }
                note(draft, content.length);
            } catch (IOException _) {
                damaged.add(file.getKey());
                bytes += content.length;
            }
        }
    }

    private void note(KeptDraft draft, int size) {
        Place place = new Place(draft.channel(), draft.scope());
        int shown = Math.min(FIRST, draft.items().size());
        briefs.put(
                draft.number(),
                new Brief(
                        draft.number(),
                        draft.keptAt(),
                        draft.why(),
                        draft.items().size(),
                        draft.items().subList(0, shown),
                        place));
        draft.items().forEach(item -> latest.put(key(place, item), new Latest(draft.number(), item.wish())));
        bytes += size;
    }

    private boolean isWanted(Place place, KeptDraft.Item item) {
        Latest before = latest.get(key(place, item));
        return before != null && before.wish.equals(item.wish());
    }

    private int next() {
        int last = briefs.isEmpty() ? 0 : briefs.lastKey();
        return Math.max(last, damaged.isEmpty() ? 0 : damaged.last()) + 1;
    }

    private Path file(int number) {
        return directory.resolve(number + SUFFIX);
    }

    private static Bytes key(Place place, KeptDraft.Item item) {
        Bytes channel = Bytes.wrap(new byte[] {(byte) place.channel().number()});
        return channel.plus(place.scope().bytes()).plus(item.draft().record().bytes());
    }
}
