// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.backup;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Set;
import org.gorizont.node.identity.Lineage;
import org.gorizont.node.identity.OwnerOnly;
import org.gorizont.node.storage.Durable;
import org.gorizont.node.storage.RocksLogStore;
import org.gorizont.node.storage.StoreCheck;
import org.gorizont.node.storage.StoreFailed;
import org.gorizont.node.storage.StoreRefused;
import org.gorizont.protocol.codec.IdentityCodec;
import org.gorizont.protocol.codec.Malformed;
import org.gorizont.protocol.crypto.BackupHeader;
import org.gorizont.protocol.crypto.Ed25519Signer;
import org.gorizont.protocol.crypto.Ed25519Verifier;
import org.gorizont.protocol.identity.ChainCheck;
import org.gorizont.protocol.identity.ChainVerdict;
import org.gorizont.protocol.identity.RecoverySheet;
import org.gorizont.protocol.identity.ReturningKey;
import org.gorizont.protocol.model.Bytes;
import org.gorizont.protocol.model.IdentityChain;

/**
 * Puts the data of a backup where there are none: all of them, checked, or nothing. What comes of it has no identity yet:
 * private keys are in no backup, so the school changes keys with its paper before the node starts.
 */
public final class PutBack {
    /** The chain of the school that comes back, until it has new keys. */
    private static final String RETURNING = "returning.chain";

    private static final long MEBIBYTE = 1L << 20;
    private static final int MAX_CHAIN = 1 << 20;

    private final Path file;
    private final Path data;
    private final RecoverySheet sheet;

    /** @param data must not be there, or be an empty folder */
    public PutBack(Path file, Path data, RecoverySheet sheet) {
        this.file = file;
        this.data = data.toAbsolutePath();
        this.sheet = sheet;
    }

    /** The chain of the school, if its data were put here and its keys are not changed yet. */
    public static Optional<IdentityChain> underWay(Path data) throws IOException {
        Path chain = data.resolve(RETURNING);
        return Files.exists(chain) && Files.size(chain) <= MAX_CHAIN
                ? chain(Bytes.wrap(Files.readAllBytes(chain)))
                : Optional.empty();
    }

    /** The school has new keys: from now on this is a data directory as any other. */
    public static void done(Path data) throws IOException {
        Files.deleteIfExists(data.resolve(RETURNING));
        Durable.syncParent(data.resolve(RETURNING));
    }

    /**
     * Puts everything in place.
     *
     * @param program name and version of this program
     * @param newEpoch 16 random bytes
     * @throws BackupRefused if anything is wrong with file, paper or place
     */
    public IdentityChain run(String program, Bytes newEpoch, Backups.Progress progress)
            throws BackupRefused, IOException, StoreFailed, StoreRefused {
        return run(program, newEpoch, progress, true);
    }

    /** Does everything but putting it in place: whether this paper opens this file, and all in it is whole. */
    public void rehearse(String program, Bytes newEpoch, Backups.Progress progress)
            throws BackupRefused, IOException, StoreFailed, StoreRefused {
        run(program, newEpoch, progress, false);
    }

    private IdentityChain run(String program, Bytes newEpoch, Backups.Progress progress, boolean place)
            throws BackupRefused, IOException, StoreFailed, StoreRefused {
        BackupHeader header = BackupFile.header(file);
        Bytes key =
                header.open(sheet.backupSeed()).orElseThrow(() -> new BackupRefused(BackupRefused.Why.ANOTHERS, file));
        free(place);
        Path unfinished = data.resolveSibling(data.getFileName() + ".restoring");
        Folders.remove(unfinished);
        try {
            Files.createDirectories(unfinished.getParent());
            OwnerOnly.createDirectory(unfinished);
            unpack(header, key, unfinished, progress);
            IdentityChain chain = checked(unfinished, program, newEpoch);
            if (place) {
                Files.deleteIfExists(data);
                Files.move(unfinished, data, StandardCopyOption.ATOMIC_MOVE);
                Durable.syncParent(data);
            }
            return chain;
        } finally {
            Folders.remove(unfinished);
        }
    }

    private void free(boolean place) throws BackupRefused, IOException {
        if (place && Files.exists(data, LinkOption.NOFOLLOW_LINKS)) {
            try (DirectoryStream<Path> inside = Files.newDirectoryStream(data)) {
                if (inside.iterator().hasNext()) {
                    throw new BackupRefused(BackupRefused.Why.EXISTS, data);
                }
            }
        }
        Path folder = data.getParent();
        while (folder != null && !Files.exists(folder)) {
            folder = folder.getParent();
        }
        long free = Files.getFileStore(folder == null ? data : folder).getUsableSpace();
        long needed = Files.size(file) + MEBIBYTE;
        if (free < needed) {
            throw new BackupRefused(BackupRefused.Why.NO_ROOM, needed / MEBIBYTE + 1, free / MEBIBYTE);
        }
    }

    private void unpack(BackupHeader header, Bytes key, Path target, Backups.Progress progress)
            throws BackupRefused, IOException {
        long size = Files.size(file);
        long[] done = {0};
        BackupFile.read(file, header, key, (name, _) -> into(target, name), count -> {
            done[0] += count;
            progress.told(Math.min(done[0], size), size);
        });
    }

    /** Of a newer program a backup may hold files that this one does not know: they stay where they are. */
    private static OutputStream into(Path target, String name) throws IOException {
        if (!BackupContents.takes(name)) {
            return OutputStream.nullOutputStream();
        }
        Path place = target.resolve(name.equals(BackupContents.CHAIN) ? RETURNING : name);
        Path folder = place.getParent();
        if (folder != null && !Files.exists(folder)) {
            OwnerOnly.createDirectory(folder);
        }
        Set<StandardOpenOption> options = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        FileChannel channel = FileChannel.open(place, options, OwnerOnly.fileAttributes(target));
        return new Synced(channel);
    }

    private IdentityChain checked(Path directory, String program, Bytes newEpoch)
            throws BackupRefused, IOException, StoreFailed, StoreRefused {
        IdentityChain chain = underWay(directory).orElseThrow(() -> new BackupRefused(BackupRefused.Why.DAMAGED, file));
        if (!ReturningKey.isOf(chain, new Ed25519Signer(sheet.returningSeed()).publicKey())) {
            throw new BackupRefused(BackupRefused.Why.ANOTHERS, file);
        }
        Path store = directory.resolve(BackupContents.STORE);
        if (!Files.isDirectory(store)) {
            throw new BackupRefused(BackupRefused.Why.DAMAGED, file);
        }
        Files.deleteIfExists(directory.resolve(BackupContents.ABOUT));
        StoreCheck.of(store);
        try (RocksLogStore opened = RocksLogStore.open(store, program, () -> newEpoch)) {
            Lineage.putBack(opened, newEpoch);
        }
        Durable.syncParent(store.resolve(BackupContents.STORE));
        Durable.syncParent(store);
        return chain;
    }

    private static Optional<IdentityChain> chain(Bytes bytes) {
        try {
            return switch (ChainCheck.verify(IdentityCodec.chain(bytes), new Ed25519Verifier())) {
                case ChainVerdict.Valid(IdentityChain chain) -> Optional.of(chain);
                case ChainVerdict.Invalid _ -> Optional.empty();
            };
        } catch (Malformed _) {
            return Optional.empty();
        }
    }

    /** A file that is on the disk when it is closed. */
    private static final class Synced extends OutputStream {
        private final FileChannel channel;
        private final OutputStream out;

        Synced(FileChannel channel) {
            this.channel = channel;
            this.out = Channels.newOutputStream(channel);
        }

        @Override
        public void write(int value) throws IOException {
            out.write(value);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            out.write(bytes, from, length);
        }

        @Override
        public void close() throws IOException {
            try (channel) {
                channel.force(true);
            }
        }
    }
}
