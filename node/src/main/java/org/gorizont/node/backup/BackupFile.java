// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.backup;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Set;
import org.gorizont.node.identity.OwnerOnly;
import org.gorizont.protocol.crypto.BackupCipher;
import org.gorizont.protocol.crypto.BackupHeader;
import org.gorizont.protocol.model.Bytes;

/** The file of a backup: its header, then the archive, sealed. */
final class BackupFile {
    private static final int BUFFER = 256 * 1024;

    private BackupFile() {}

    /** Fills an archive. */
    @FunctionalInterface
    interface Filling {
        void into(Archive.Writer archive) throws IOException;
    }

    /** Writes a file that is not there yet, synced. */
    static void write(Path file, BackupHeader header, Bytes contentKey, Filling filling, Archive.Moved moved)
            throws IOException {
        Set<StandardOpenOption> options = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        Path folder = file.toAbsolutePath().getParent();
        try (FileChannel channel =
                FileChannel.open(file, options, OwnerOnly.fileAttributes(folder == null ? file : folder))) {
            OutputStream out = new BufferedOutputStream(Channels.newOutputStream(channel), BUFFER);
            out.write(header.exact().unsafeArray());
            SealedOutput sealed = new SealedOutput(out, new BackupCipher(contentKey, header));
            Archive.Writer archive = new Archive.Writer(sealed, moved);
            filling.into(archive);
            archive.end();
            sealed.finish();
            channel.force(true);
        }
    }

    /**
     * The header of a file.
     *
     * @throws BackupRefused if it is none, or of a newer program
     */
    static BackupHeader header(Path file) throws IOException, BackupRefused {
        try (InputStream in = Files.newInputStream(file)) {
            Bytes beginning = Bytes.wrap(in.readNBytes(BackupHeader.SIZE));
            Optional<Integer> version =
                    BackupHeader.version(beginning.slice(0, Math.min(beginning.size(), BackupHeader.MAX_LINE)));
            if (version.isEmpty()) {
                throw new BackupRefused(BackupRefused.Why.NO_BACKUP, file);
            }
            if (version.get() != BackupHeader.VERSION) {
                throw new BackupRefused(BackupRefused.Why.NEWER, file, version.get());
            }
            if (beginning.size() < BackupHeader.SIZE) {
                throw new BackupRefused(BackupRefused.Why.TRUNCATED, file);
            }
            return BackupHeader.read(beginning);
        }
    }

    /**
     * Reads the archive of a file to its end.
     *
     * @throws BackupRefused if it is not whole; what was taken until then means nothing
     */
    static void read(Path file, BackupHeader header, Bytes contentKey, Archive.Taker taker, Archive.Moved moved)
            throws IOException, BackupRefused {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file), BUFFER)) {
            in.skipNBytes(BackupHeader.SIZE);
            Archive.read(new SealedInput(in, new BackupCipher(contentKey, header)), taker, moved);
        } catch (SealedInput.Broken e) {
            throw new BackupRefused(e.truncated() ? BackupRefused.Why.TRUNCATED : BackupRefused.Why.DAMAGED, file);
        } catch (EOFException _) {
            throw new BackupRefused(BackupRefused.Why.DAMAGED, file);
        }
    }
}
