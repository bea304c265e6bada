// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.admin;

import java.io.IOException;
import java.util.List;
import org.gorizont.protocol.core.Outcome;
import org.gorizont.protocol.model.Bytes;
import org.gorizont.protocol.model.IdentityChain;
import org.gorizont.protocol.model.Link;
import org.gorizont.protocol.model.PublicKey;
import org.gorizont.protocol.model.Seal;
import org.gorizont.protocol.model.Signed;

/** Port: the keys of this school. For any thread; blocks on the disk and on the loop. */
public interface OwnKeys {
    /** Makes a new signing key and keeps it; it counts when a link names it. */
    Prepared prepare() throws IOException;

    /**
     * Takes a change of keys.
     *
     * @param sealingSeed X25519 private key of the new epoch
     * @return {@link Outcome.KeysChanged} when the new chain is on disk, or why not
     */
    Outcome change(Signed<Link> link, Bytes sealingSeed) throws IOException, InterruptedException;

    /** Begins to start the node again under the keys that were taken, and returns. */
    void startAgain();

    /** What the next link is made of, but for the recovery sheet. */
    record Prepared(IdentityChain chain, PublicKey signingKey, List<Seal> seals) {
        public Prepared {
            seals = List.copyOf(seals);
        }
    }
}
