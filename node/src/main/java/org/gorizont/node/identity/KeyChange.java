// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.identity;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import org.gorizont.protocol.crypto.Ed25519Signer;
import org.gorizont.protocol.crypto.SealingKeys;
import org.gorizont.protocol.model.Bytes;
import org.gorizont.protocol.model.IdentityChain;
import org.gorizont.protocol.model.Link;
import org.gorizont.protocol.model.PublicKey;

/**
 * The files of a change of keys. The new private keys are on disk first; then the store takes the new chain, which is the
 * moment that decides; then the chain file follows. A start that finds the store ahead of the file finishes this, so that a
 * crash at any moment ends in the old epoch or in the new one.
 */
public final class KeyChange {
    private KeyChange() {}

    /**
     * Keeps a new signing key that counts nowhere yet.
     *
     * @param epoch that it is for
     * @param signingSeed 32 random bytes
     * @return its public half
     */
    public static PublicKey prepare(Path dataDirectory, int epoch, Bytes signingSeed) throws IOException {
        NodeIdentity.files(dataDirectory).writeSigning(epoch, signingSeed);
        return new Ed25519Signer(signingSeed).publicKey();
    }

    /**
     * Keeps the sealing key of the epoch that a link opens.
     *
     * @return false if the keys are not those of the link: then nothing is kept
     */
    public static boolean complete(Path dataDirectory, Link link, Bytes sealingSeed)
            throws IOException, IdentityRefused {
        IdentityFiles files = NodeIdentity.files(dataDirectory);
        boolean prepared = files.signing(link.epoch(), link.signingKey());
        if (!prepared || !SealingKeys.publicKey(sealingSeed).equals(link.sealingKey())) {
            return false;
        }
        files.writeSealing(link.epoch(), sealingSeed);
        return true;
    }

    /** The store has taken the new chain; the file follows. */
    public static void follow(Path dataDirectory, IdentityChain chain) throws IOException {
        NodeIdentity.files(dataDirectory).write(chain);
    }

    /**
     * The identity to run under.
     *
     * @param identity as the files say
     * @param stored the own chain as the store says
     * @throws IdentityRefused if the files cannot be read or written
     */
    public static NodeIdentity finished(Path dataDirectory, NodeIdentity identity, Optional<IdentityChain> stored)
            throws IdentityRefused {
        Optional<IdentityChain> newer =
                stored.filter(chain -> chain.epoch() > identity.chain().epoch());
        if (newer.isEmpty()) {
            return identity;
        }
        IdentityFiles files = NodeIdentity.files(dataDirectory);
        try {
            IdentityChain chain = newer.get();
            if (!files.signing(chain.epoch(), chain.signingKey())) {
                // Somebody else has changed the keys: this machine runs under the old ones, and the replica says so.
                return identity;
            }
            NodeIdentity finished = NodeIdentity.of(chain, files.seeds(chain.epoch()));
            files.write(chain);
            return finished;
        } catch (NoSuchFileException _) {
            return identity;
        } catch (IOException e) {
            throw new IdentityRefused("cannot finish the change of keys in " + dataDirectory + ": " + e, e);
        }
    }
}
