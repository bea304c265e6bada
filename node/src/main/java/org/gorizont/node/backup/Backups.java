// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.backup;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.gorizont.node.config.BackupConfig;
import org.gorizont.node.identity.BackupKey;
import org.gorizont.node.storage.Durable;
import org.gorizont.node.storage.StoreCheck;
import org.gorizont.node.storage.StoreFailed;
import org.gorizont.node.storage.StoreRefused;
import org.gorizont.protocol.codec.IdentityCodec;
import org.gorizont.protocol.crypto.BackupHeader;
import org.gorizont.protocol.identity.ReturningKey;
import org.gorizont.protocol.model.Bytes;
import org.gorizont.protocol.model.IdentityChain;
import org.gorizont.protocol.model.IdentityClaim;
import org.gorizont.protocol.model.PublicKey;
import org.gorizont.protocol.model.SealingKey;

/**
 * Makes the backups of a running node, one at a time; safe for all threads.
 *
 * <p>The store is copied, takes another lineage token, and the copy is read and hashed from end to end; then it is packed into
 * a file under another name, synced, read back with the key that is still in memory, and named as it is to be called. So a
 * backup that is there under its name was whole when it was made, and holds a token that this store knows no more.
 */
public final class Backups {
    private static final int SECRET = 32;
    private static final long MEBIBYTE = 1L << 20;
    private static final String CHECKPOINT = "backup.checkpoint";

    private final Path data;
    private final IdentityChain chain;
    private final String program;
    private volatile BackupConfig config;
    private final BackupSource source;
    private final InstantSource clock;
    private final SecureRandom random;
    private LastBackup last;

    /** @param program name and version, for whoever reads the file in years */
    public Backups(
            Path data,
            IdentityChain chain,
            String program,
            BackupConfig config,
            BackupSource source,
            InstantSource clock,
            SecureRandom random) {
        this.data = data;
        this.chain = chain;
        this.program = program;
        this.config = config;
        this.source = source;
        this.clock = clock;
        this.random = random;
        this.last = LastBackup.read(data);
    }

    /** How far a backup has come. */
    @FunctionalInterface
    public interface Progress {
        /** @param total 0 while it is unknown */
        void told(long done, long total);
    }

    public BackupConfig config() {
        return config;
    }

    /** From now on backups of each night go there. */
    public void useFolder(Path folder) {
        config = new BackupConfig(Optional.of(folder), config.hour(), config.keep());
    }

    /** Not held up by a backup that is being made. */
    public LastBackup last() {
        return LastBackup.read(data);
    }

    /** Whether the paper's backup key is on this disk. */
    public boolean hasKey() {
        try {
            return BackupKey.read(data).isPresent();
        } catch (IOException _) {
            return false;
        }
    }

    /**
     * Keeps the backup key of the paper, for a data directory that is older than backups.
     *
     * @param returning the paper's first recovery key, by which it is known
     */
    public synchronized void keep(SealingKey key, PublicKey returning) throws BackupRefused, IOException {
        if (!ReturningKey.isOf(chain, returning)) {
            throw new BackupRefused(BackupRefused.Why.OTHER_SHEET);
        }
        BackupKey.write(data, key);
    }

    /**
     * Makes a backup.
     *
     * @param to where to; empty: where the settings say
     */
    public synchronized LastBackup.Made make(Optional<Path> to, Progress progress)
            throws BackupRefused, InterruptedException {
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        try {
            SealingKey key = BackupKey.read(data).orElseThrow(() -> new BackupRefused(BackupRefused.Why.NO_KEY));
            Path folder = to.or(config::folder).orElseThrow(() -> new BackupRefused(BackupRefused.Why.NO_FOLDER));
            LastBackup.Made made = make(new BackupFolder(folder.toAbsolutePath(), chain.school()), key, now, progress);
            remember(last.with(made));
            return made;
        } catch (BackupRefused e) {
            remember(last.with(new LastBackup.Failed(now, e.why().name())));
            throw e;
        } catch (IOException | StoreFailed e) {
            if (Thread.interrupted()) {
                throw new InterruptedException("the node ends");
            }
            remember(last.with(new LastBackup.Failed(now, BackupRefused.Why.DISK.name())));
            throw new BackupRefused(BackupRefused.Why.DISK, String.valueOf(e.getMessage()));
        }
    }

    private LastBackup.Made make(BackupFolder folder, SealingKey key, Instant now, Progress progress)
            throws BackupRefused, IOException, StoreFailed, InterruptedException {
        folder.check();
        folder.clear();
        Path copy = data.resolve(CHECKPOINT);
        Folders.remove(copy);
        try {
            source.checkpoint(copy);
            // Before anything is packed: no file may ever hold the token that this store goes on under.
            source.renewLineage();
            StoreCheck.Whole whole = StoreCheck.of(copy);
            Path file = folder.file(now);
            pack(file, key, copy, about(now, whole), progress);
            folder.keep(config.keep());
            return new LastBackup.Made(now, file.toString(), Files.size(file), whole.entries());
        } catch (StoreRefused e) {
            throw new BackupRefused(BackupRefused.Why.STORE_DAMAGED, String.valueOf(e.getMessage()));
        } finally {
            Folders.remove(copy);
        }
    }

    private void pack(Path file, SealingKey key, Path copy, byte[] about, Progress progress)
            throws BackupRefused, IOException {
        List<BackupContents.Item> items = BackupContents.of(data, copy);
        long bytes = items.stream().mapToLong(BackupContents.Item::size).sum();
        room(file, bytes);
        long[] done = {0};
        Archive.Moved moved = count -> {
            done[0] += count;
            progress.told(done[0], 2 * bytes);
        };
        Bytes contentKey = fresh();
        BackupHeader header = BackupHeader.make(key, contentKey, fresh());
        Path unfinished = file.resolveSibling(file.getFileName() + BackupFolder.UNFINISHED);
        try {
            BackupFile.write(unfinished, header, contentKey, archive -> fill(archive, about, items), moved);
            readBack(unfinished, header, contentKey, moved);
            Files.move(unfinished, file);
            Durable.syncParent(file);
        } finally {
            Files.deleteIfExists(unfinished);
        }
    }

    private void fill(Archive.Writer archive, byte[] about, List<BackupContents.Item> items) throws IOException {
        archive.add(BackupContents.ABOUT, about);
        archive.add(
                BackupContents.CHAIN,
                IdentityCodec.chain(new IdentityClaim(chain.genesisBytes(), chain.genesis(), chain.links()))
                        .toArray());
        for (BackupContents.Item item : items) {
            archive.add(item.name(), item.file());
        }
    }

    private static void readBack(Path file, BackupHeader written, Bytes contentKey, Archive.Moved moved)
            throws BackupRefused, IOException {
        try {
            if (!BackupFile.header(file).equals(written)) {
                throw new BackupRefused(BackupRefused.Why.NOT_AS_WRITTEN, file);
            }
            BackupFile.read(file, written, contentKey, (_, _) -> OutputStream.nullOutputStream(), moved);
        } catch (BackupRefused e) {
            throw new BackupRefused(BackupRefused.Why.NOT_AS_WRITTEN, file);
        }
    }

    private static void room(Path file, long bytes) throws BackupRefused, IOException {
        Path folder = file.toAbsolutePath().getParent();
        long free = Files.getFileStore(folder == null ? file : folder).getUsableSpace();
        // Tags and names are one part in a thousand.
        long needed = bytes + bytes / 1_000 + MEBIBYTE;
        if (free < needed) {
            throw new BackupRefused(BackupRefused.Why.NO_ROOM, needed / MEBIBYTE + 1, free / MEBIBYTE);
        }
    }

    private byte[] about(Instant now, StoreCheck.Whole whole) {
        return "program %s\nschool %s\nmade %s\nlogs %d\nentries %d\n"
                .formatted(program, chain.school(), now, whole.logs(), whole.entries())
                .getBytes(StandardCharsets.UTF_8);
    }

    private void remember(LastBackup newer) {
        last = newer;
        try {
            newer.write(data);
        } catch (IOException _) {
            // A full disk: the next start finds what was known before, and one is due.
        }
    }

    private Bytes fresh() {
        byte[] bytes = new byte[SECRET];
        random.nextBytes(bytes);
        return Bytes.wrap(bytes);
    }
}
