// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.identity;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;
import org.gorizont.node.storage.Durable;
import org.gorizont.protocol.crypto.SealingKeys;
import org.gorizont.protocol.identity.NewIdentity;
import org.gorizont.protocol.identity.RecoverySheet;
import org.gorizont.protocol.model.Bytes;
import org.gorizont.protocol.model.IdentityChain;
import org.gorizont.protocol.model.SealingKey;

/** Makes the identity of a school that has none. */
public final class NewNode {
    private NewNode() {}

    /**
     * Writes a new identity into {@code dataDirectory}, which is made if needed: all of it, or nothing. Call it after
     * people have read the sheet back. The sheet itself is written nowhere.
     *
     * @param signingSeed 32 random bytes
     * @param nonce 16 random bytes
     * @throws IdentityRefused if there is an identity already, or the directory cannot be written
     */
    public static NodeIdentity create(Path dataDirectory, Bytes signingSeed, RecoverySheet sheet, Bytes nonce)
            throws IdentityRefused {
        Seeds seeds = new Seeds(signingSeed, sheet.sealingSeed(0));
        NewIdentity born = NewIdentity.of(
                seeds.signing(), seeds.sealing(), sheet.recoveryKey(1).publicKey(), nonce);
        NodeIdentity identity = NodeIdentity.of(born.chain(), seeds);
        if (NodeIdentity.exists(dataDirectory)) {
            throw new IdentityRefused("there is an identity in " + dataDirectory
                    + " already. To begin anew, choose another data directory");
        }
        try {
            stage(dataDirectory, identity.chain(), seeds, SealingKeys.publicKey(sheet.backupSeed()));
            publish(dataDirectory);
            return identity;
        } catch (IOException e) {
            throw new IdentityRefused("cannot write the identity into " + dataDirectory + ": " + e, e);
        }
    }

    /** Writes everything beside the place where it counts, over what an attempt before has left there. */
    static void stage(Path dataDirectory, IdentityChain chain, Seeds seeds, SealingKey backupKey) throws IOException {
        makeDirectory(dataDirectory);
        LineageToken.writeFirst(dataDirectory);
        Path unfinished = unfinished(dataDirectory);
        deleteUnfinished(unfinished);
        OwnerOnly.createDirectory(unfinished);
        IdentityFiles files = new IdentityFiles(unfinished);
        files.writeBackupKey(backupKey);
        files.write(chain, seeds);
    }

    /** The keys of earlier epochs follow from the paper, too: what was sealed to them can be read. */
    static void stageSealing(Path dataDirectory, int epochs, RecoverySheet sheet) throws IOException {
        IdentityFiles files = new IdentityFiles(unfinished(dataDirectory));
        for (int epoch = 0; epoch < epochs; epoch++) {
            files.writeSealing(epoch, sheet.sealingSeed(epoch));
        }
    }

    /** Lets what was staged count. */
    static void publish(Path dataDirectory) throws IOException {
        Path target = NodeIdentity.files(dataDirectory).directory();
        Files.move(unfinished(dataDirectory), target, StandardCopyOption.ATOMIC_MOVE);
        Durable.syncParent(target);
    }

    static void makeDirectory(Path dataDirectory) throws IOException {
        if (!Files.exists(dataDirectory)) {
            Path parent = dataDirectory.toAbsolutePath().getParent();
            Files.createDirectories(parent == null ? dataDirectory : parent);
            OwnerOnly.createDirectory(dataDirectory);
        }
    }

    private static Path unfinished(Path dataDirectory) {
        Path target = NodeIdentity.files(dataDirectory).directory();
        return target.resolveSibling(target.getFileName() + ".new");
    }

    private static void deleteUnfinished(Path directory) throws IOException {
        if (!Files.exists(directory)) {
            return;
        }
        List<Path> files;
        try (Stream<Path> list = Files.list(directory)) {
            files = list.toList();
        }
        for (Path file : files) {
            Files.delete(file);
        }
        Files.delete(directory);
    }
}
