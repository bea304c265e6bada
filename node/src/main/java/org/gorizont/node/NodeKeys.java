// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import org.gorizont.node.admin.OwnKeys;
import org.gorizont.node.identity.IdentityRefused;
import org.gorizont.node.identity.KeyChange;
import org.gorizont.protocol.core.Input;
import org.gorizont.protocol.core.LogStore;
import org.gorizont.protocol.core.Outcome;
import org.gorizont.protocol.core.Refusal;
import org.gorizont.protocol.core.RequestId;
import org.gorizont.protocol.crypto.Ed25519Signer;
import org.gorizont.protocol.log.Seals;
import org.gorizont.protocol.model.Bytes;
import org.gorizont.protocol.model.IdentityChain;
import org.gorizont.protocol.model.Link;
import org.gorizont.protocol.model.PublicKey;
import org.gorizont.protocol.model.Signed;

/** The keys of a running node: private keys on disk first, then the loop decides, then the chain file follows. */
final class NodeKeys implements OwnKeys {
    private final Path data;
    private final IdentityChain chain;
    private final LogStore reader;
    private final SecureRandom random;
    private final Function<Function<RequestId, Input>, Outcome> loop;
    private final Runnable startAgain;
    private boolean changed;

    /** @param loop asks it and waits */
    NodeKeys(
            Path data,
            IdentityChain chain,
            LogStore reader,
            SecureRandom random,
            Function<Function<RequestId, Input>, Outcome> loop,
            Runnable startAgain) {
        this.data = data;
        this.chain = chain;
        this.reader = reader;
        this.random = random;
        this.loop = loop;
        this.startAgain = startAgain;
    }

    @Override
    public synchronized Prepared prepare() throws IOException {
        byte[] seed = new byte[Ed25519Signer.SEED_SIZE];
        random.nextBytes(seed);
        // Once a link has been taken, its key must stay where it is.
        PublicKey key = changed ? chain.signingKey() : KeyChange.prepare(data, chain.epoch() + 1, Bytes.wrap(seed));
        return new Prepared(chain, key, Seals.of(reader.logs(), chain));
    }

    @Override
    public synchronized Outcome change(Signed<Link> link, Bytes sealingSeed) throws IOException {
        if (changed) {
            return new Outcome.Refused(Refusal.KEYS_CHANGED, "");
        }
        try {
            if (link.value().epoch() != chain.epoch() + 1 || !KeyChange.complete(data, link.value(), sealingSeed)) {
                return new Outcome.Refused(Refusal.LINK_REFUSED, "it names other keys than were prepared");
            }
            // Until the answer is there, it may have been taken.
            changed = true;
            Outcome outcome = loop.apply(request -> new Input.KeysChanged(request, link));
            changed = outcome instanceof Outcome.KeysChanged;
            if (outcome instanceof Outcome.KeysChanged(IdentityChain next)) {
                KeyChange.follow(data, next);
            }
            return outcome;
        } catch (IdentityRefused | CompletionException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    @Override
    public void startAgain() {
        startAgain.run();
    }
}
