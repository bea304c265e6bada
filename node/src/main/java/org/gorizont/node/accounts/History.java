// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.accounts;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.gorizont.node.identity.OwnerOnly;
import org.gorizont.node.storage.Durable;
import org.gorizont.protocol.crypto.Hashing;
import org.gorizont.protocol.model.Hash;

/**
 * Who did what on this node, for its own school: «история действий». Lines are only added, in files of the folder
 * {@code history/}, each named after its first line, and chained by hashes. What is noted is on disk. The oldest file
 * goes when there are more than {@link #FILES}, 64 MiB, whatever its age: a clock that is years ahead forgets nothing. Safe for all
 * threads.
 */
public final class History {
    /** A file that has grown so far is followed by another. */
    public static final long FILE_BYTES = 4L << 20;
    /** Beyond it the oldest files go: a flood of wrong passwords must not fill the disk. */
    public static final int FILES = 16;

    private static final String FOLDER = "history";
    private static final String SUFFIX = ".jsonl";

    private final Path folder;
    private final InstantSource clock;
    private final String program;
    private final long fileBytes;
    private final TreeMap<Long, Path> files = new TreeMap<>();
    private long last;
    private Hash head = Hashing.emptyRoot();

    private History(Path folder, InstantSource clock, String program, long fileBytes) {
        this.folder = folder;
        this.clock = clock;
        this.program = program;
        this.fileBytes = fileBytes;
    }

    /** @throws IOException if the folder or its newest file cannot be read */
    public static History open(Path dataDirectory, InstantSource clock, String program) throws IOException {
        return open(dataDirectory, clock, program, FILE_BYTES);
    }

    static History open(Path dataDirectory, InstantSource clock, String program, long fileBytes) throws IOException {
        History history = new History(dataDirectory.resolve(FOLDER), clock, program, fileBytes);
        if (Files.exists(history.folder)) {
            history.load();
        }
        return history;
    }

    /** What somebody did. */
    public record Act(String account, String login, String session, String what, String object) {}

    /** Notes what was carried out, or refused. */
    public synchronized void note(Act act, String before, String after, boolean done) throws IOException {
        Instant now = clock.instant();
        Deed deed = new Deed(
                last + 1, now, act.account, act.login, act.what, act.object, before, after, done, act.session, program);
        String line = DeedLine.write(deed, head);
        append(line + "\n");
        last++;
        head = DeedLine.hash(line);
        forgetOld();
    }

    /**
     * The newest deeds, newest first.
     *
     * @param from how many of the newest are skipped
     */
    public synchronized List<Deed> newest(int from, int atMost) throws IOException {
        List<Deed> deeds = new ArrayList<>();
        long upTo = last - from;
        for (var file : files.descendingMap().entrySet()) {
            List<Deed> ofFile = new ArrayList<>();
            if (file.getKey() <= upTo && deeds.size() < atMost) {
                for (String line : lines(file.getValue())) {
                    ofFile.add(DeedLine.read(line));
                }
            }
            Collections.reverse(ofFile);
            ofFile.stream()
                    .filter(deed -> deed.number() <= upTo)
                    .limit(atMost - (long) deeds.size())
                    .forEach(deeds::add);
        }
        return deeds;
    }

    /** How many deeds were noted, kept or gone. */
    public synchronized long size() {
        return last;
    }

    /** The first line that does not follow from the one before; empty when everything that is kept fits together. */
    public synchronized Optional<Long> firstTampered() throws IOException {
        Optional<Hash> before = Optional.empty();
        long expected = files.isEmpty() ? 1 : files.firstKey();
        for (Path file : files.values()) {
            for (String line : lines(file)) {
                String previous = before.map(Hash::toString).orElse(DeedLine.previous(line));
                if (DeedLine.read(line).number() != expected
                        || !DeedLine.previous(line).equals(previous)) {
                    return Optional.of(expected);
                }
                before = Optional.of(DeedLine.hash(line));
                expected++;
            }
        }
        return expected == last + 1 ? Optional.empty() : Optional.of(expected);
    }

    private void append(String line) throws IOException {
        if (!Files.exists(folder)) {
            OwnerOnly.createDirectory(folder);
            Durable.syncParent(folder);
        }
        Path file = files.isEmpty() || Files.size(files.lastEntry().getValue()) >= fileBytes
                ? folder.resolve(String.format("%012d", last + 1) + SUFFIX)
                : files.lastEntry().getValue();
        boolean fresh = !Files.exists(file);
        Set<StandardOpenOption> options = Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try (FileChannel channel = FileChannel.open(file, options, OwnerOnly.fileAttributes(folder))) {
            long end = channel.size();
            ByteBuffer bytes = ByteBuffer.wrap(line.getBytes(StandardCharsets.UTF_8));
            try {
                channel.position(end);
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
                channel.force(true);
            } catch (IOException e) {
                channel.truncate(end);
                throw e;
            }
        }
        if (fresh) {
            Durable.syncParent(file);
            files.put(last + 1, file);
        }
    }

    private void load() throws IOException {
        try (DirectoryStream<Path> found = Files.newDirectoryStream(folder, "*" + SUFFIX)) {
            for (Path file : found) {
                String name = String.valueOf(file.getFileName());
                if (name.matches("\\d{12}\\" + SUFFIX)) {
                    files.put(Long.parseLong(name.substring(0, name.length() - SUFFIX.length())), file);
                }
            }
        }
        while (!files.isEmpty() && last == 0) {
            Path newest = files.lastEntry().getValue();
            dropUnfinishedLine(newest);
            List<String> lines = lines(newest);
            if (lines.isEmpty()) {
                Files.delete(newest);
                files.pollLastEntry();
            } else {
                last = DeedLine.read(lines.getLast()).number();
                head = DeedLine.hash(lines.getLast());
            }
        }
    }

    /** A line without its end was being written when the power went: nobody was told that it is there. */
    private static void dropUnfinishedLine(Path file) throws IOException {
        byte[] content = Files.readAllBytes(file);
        int end = content.length;
        while (end > 0 && content[end - 1] != '\n') {
            end--;
        }
        if (end < content.length) {
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
                channel.truncate(end);
                channel.force(true);
            }
        }
    }

    private void forgetOld() throws IOException {
        while (files.size() > FILES) {
            Files.deleteIfExists(files.firstEntry().getValue());
            files.pollFirstEntry();
        }
    }

    private static List<String> lines(Path file) throws IOException {
        return Files.readAllLines(file).stream().filter(line -> !line.isEmpty()).toList();
    }
}
