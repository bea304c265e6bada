// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.identity;

import org.gorizont.protocol.crypto.Hashing;
import org.gorizont.protocol.crypto.Signer;
import org.gorizont.protocol.crypto.SigningContext;
import org.gorizont.protocol.model.Bytes;
import org.gorizont.protocol.model.IdentityChain;
import org.gorizont.protocol.model.PublicKey;
import org.gorizont.protocol.model.Signature;

/**
 * Recovery key 1 of a sheet, with which a school shows itself in TLS that has lost everything else. The genesis commits to it
 * for ever, so that every neighbour recognises the holder of the paper, however often the keys were changed since.
 */
public final class ReturningKey {
    private ReturningKey() {}

    /** Whether {@code key} belongs to the recovery sheet of the school. */
    public static boolean isOf(IdentityChain chain, PublicKey key) {
        return Hashing.recoveryCommitment(key).equals(chain.genesis().recoveryCommitment());
    }

    /** Stands for the signing key that is lost: names it, and signs nothing. */
    public static Signer lost(IdentityChain chain) {
        return new Signer() {
            @Override
            public PublicKey publicKey() {
                return chain.signingKey();
            }

            @Override
            public Signature sign(SigningContext context, Bytes content) {
                throw new IllegalStateException("a school that returns has no signing key");
            }
        };
    }
}
