// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.desk;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.gorizont.node.identity.OwnerOnly;
import org.gorizont.node.storage.Durable;
import org.gorizont.protocol.model.Bytes;
import org.gorizont.protocol.model.Hash;
import org.gorizont.protocol.model.RecordId;

/**
 * The drafts of the people of this school: one file each in {@code desk/} of the data directory, for its owner alone. A
 * change is there as a whole or not at all, and what is answered is on disk. Safe for all threads.
 */
public final class Desk {
    /** Drafts that are kept at a time; what comes beyond is not kept, and its author is told. */
    public static final int SHEETS = 1_000;
    /** Bytes of one draft: what a record holds, and again what it held before. A larger one is not saved. */
    public static final int SHEET_BYTES = 192 * 1024;
    /** Bytes of all drafts; what comes beyond is not kept, and its author is told. */
    public static final long BYTES = 32L << 20;
    /** How long a draft that was thrown away can be had back. */
    public static final Duration GONE_FOR = Duration.ofDays(1);

    private static final String DIRECTORY = "desk";
    private static final String SUFFIX = ".json";
    private static final int ID_BYTES = 8;

    private final Path directory;
    private final SecureRandom random;
    private final InstantSource clock;
    private final int mostSheets;
    private final TreeMap<String, Held> held = new TreeMap<>();
    private final TreeSet<String> damaged = new TreeSet<>();
    private long bytes;

    /** What the memory holds of a draft. */
    private record Held(Sheet.Brief brief, int size) {}

    private Desk(Path directory, SecureRandom random, InstantSource clock, int mostSheets) {
        this.directory = directory;
        this.random = random;
        this.clock = clock;
        this.mostSheets = mostSheets;
    }

    /**
     * The desk of a data directory.
     *
     * @throws IOException if the directory cannot be read; a damaged draft is listed, not an error
     */
    public static Desk open(Path dataDirectory, SecureRandom random, InstantSource clock) throws IOException {
        return open(dataDirectory, random, clock, SHEETS);
    }

    static Desk open(Path dataDirectory, SecureRandom random, InstantSource clock, int mostSheets) throws IOException {
        Desk desk = new Desk(dataDirectory.resolve(DIRECTORY), random, clock, mostSheets);
        if (Files.exists(desk.directory)) {
            desk.load();
            desk.forgetGone();
        }
        return desk;
    }

    /**
     * What a draft begins with.
     *
     * @param basedOn names the own record as it stands; empty if there is none
     * @param base its content
     */
    public record Start(
            FormKind kind, RecordId record, Map<String, String> fields, Optional<Hash> basedOn, Optional<Bytes> base) {}

    /** Puts a new draft on the desk. */
    public synchronized Saving begin(Start start, String author) {
        byte[] id = new byte[ID_BYTES];
        random.nextBytes(id);
        try {
            forgetGone();
        } catch (IOException _) {
            return new Saving.NotSaved(Saving.Obstacle.DISK);
        }
        if (held.size() + damaged.size() >= mostSheets) {
            return new Saving.NotSaved(Saving.Obstacle.FULL);
        }
        return write(new Sheet(
                HexFormat.of().formatHex(id),
                start.kind,
                start.record,
                start.fields,
                author,
                clock.instant(),
                1,
                Sheet.State.WRITING,
                start.basedOn,
                start.base));
    }

    /** How many drafts more are kept. */
    public synchronized int room() {
        return Math.max(0, mostSheets - held.size() - damaged.size());
    }

    /** Drafts, newest first, but for those that were thrown away. */
    public synchronized List<Sheet.Brief> briefs() {
        return held.values().stream()
                .map(Held::brief)
                .filter(brief -> brief.state() != Sheet.State.GONE)
                .sorted(Comparator.comparing(Sheet.Brief::changedAt).reversed().thenComparing(Sheet.Brief::id))
                .toList();
    }

    /** Names of files that are no whole drafts. */
    public synchronized List<String> damaged() {
        return List.copyOf(damaged);
    }

    /**
     * A whole draft, also one that was thrown away.
     *
     * @throws IOException if the disk does not give it
     */
    public synchronized Optional<Sheet> find(String id) throws IOException {
        return held.containsKey(id) ? Optional.of(SheetFile.decode(Files.readAllBytes(file(id)))) : Optional.empty();
    }

    /** Puts in place what was typed over this revision. */
    public synchronized Saving type(String id, int revision, Map<String, String> fields) throws IOException {
        return change(id, revision, sheet -> sheet.typed(fields, clock.instant()));
    }

    /** Offers a draft, takes it back, throws it away or picks it up again. */
    public synchronized Saving move(String id, int revision, Sheet.State to) throws IOException {
        return change(id, revision, sheet -> sheet.in(to, clock.instant()));
    }

    /** Says that what is typed is meant to follow upon the record as it stands now. */
    public synchronized Saving rebase(String id, int revision, Optional<Hash> basedOn, Optional<Bytes> base)
            throws IOException {
        return change(id, revision, sheet -> sheet.on(basedOn, base, clock.instant()));
    }

    /** Makes a draft that of another author. */
    public synchronized Saving give(String id, int revision, String author) throws IOException {
        return change(id, revision, sheet -> sheet.of(author, clock.instant()));
    }

    /**
     * Removes a draft that is published, or a damaged one.
     *
     * @throws IOException if it may still be there
     */
    public synchronized boolean remove(String id) throws IOException {
        Held gone = held.get(id);
        if (gone == null && !damaged.contains(id)) {
            return false;
        }
        Files.deleteIfExists(file(id));
        Durable.syncParent(file(id));
        held.remove(id);
        damaged.remove(id);
        bytes -= gone == null ? 0 : gone.size;
        return true;
    }

    private Saving change(String id, int revision, UnaryOperator<Sheet> how) throws IOException {
        Optional<Sheet> before = find(id);
        if (before.isEmpty()) {
            return new Saving.Missing();
        } else if (before.get().revision() != revision) {
            return new Saving.Overtaken(before.get());
        }
        return write(how.apply(before.get()));
    }

    private Saving write(Sheet sheet) {
        byte[] file = SheetFile.encode(sheet);
        int before = Optional.ofNullable(held.get(sheet.id())).map(Held::size).orElse(0);
        if (file.length > SHEET_BYTES) {
            return new Saving.NotSaved(Saving.Obstacle.TOO_LARGE);
        } else if (bytes - before + file.length > BYTES) {
            return new Saving.NotSaved(Saving.Obstacle.FULL);
        }
        try {
            if (!Files.exists(directory)) {
                OwnerOnly.createDirectory(directory);
                Durable.syncParent(directory);
            }
            Durable.replace(file(sheet.id()), file, OwnerOnly.fileAttributes(directory));
        } catch (IOException _) {
            return new Saving.NotSaved(Saving.Obstacle.DISK);
        }
        held.put(sheet.id(), new Held(sheet.brief(), file.length));
        bytes += file.length - before;
        return new Saving.Saved(sheet);
    }

    private void load() throws IOException {
        try (DirectoryStream<Path> found = Files.newDirectoryStream(directory, "*" + SUFFIX)) {
            for (Path file : found) {
                String name = String.valueOf(file.getFileName());
                String id = name.substring(0, name.length() - SUFFIX.length());
                if (id.matches("[0-9a-f]{16}")) {
                    load(id, Files.readAllBytes(file));
                }
            }
        }
    }

    private void load(String id, byte[] file) {
        try {
            Sheet sheet = SheetFile.decode(file);
            if (!sheet.id().equals(id)) {
                throw new IOException("a draft under another name");
            }
            held.put(id, new Held(sheet.brief(), file.length));
            bytes += file.length;
        } catch (IOException _) {
            damaged.add(id);
        }
    }

    private void forgetGone() throws IOException {
        Instant oldest = clock.instant().minus(GONE_FOR);
        List<String> forgotten = held.values().stream()
                .map(Held::brief)
                .filter(brief ->
                        brief.state() == Sheet.State.GONE && brief.changedAt().isBefore(oldest))
                .map(Sheet.Brief::id)
                .toList();
        for (String id : forgotten) {
            remove(id);
        }
    }

    private Path file(String id) {
        return directory.resolve(id + SUFFIX);
    }
}
