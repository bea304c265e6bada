// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.identity;

import java.util.List;
import org.gorizont.protocol.codec.IdentityCodec;
import org.gorizont.protocol.crypto.Ed25519Signer;
import org.gorizont.protocol.crypto.Hashing;
import org.gorizont.protocol.crypto.SealingKeys;
import org.gorizont.protocol.model.Bytes;
import org.gorizont.protocol.model.Genesis;
import org.gorizont.protocol.model.IdentityChain;
import org.gorizont.protocol.model.PublicKey;

/**
 * A school's identity at its birth.
 *
 * @param chain genesis without links
 */
public record NewIdentity(Bytes genesisBytes, IdentityChain chain) {
    /**
     * @param signingSeed 32 bytes, Ed25519; kept by the node
     * @param sealingSeed 32 bytes, X25519; {@link RecoverySheet#sealingSeed} of epoch 0
     * @param recovery1 public recovery key 1, of which only a hash is published
     * @param nonce 16 bytes
     * @throws IllegalArgumentException if a size is wrong
     */
    public static NewIdentity of(Bytes signingSeed, Bytes sealingSeed, PublicKey recovery1, Bytes nonce) {
        Genesis genesis = new Genesis(
                new Ed25519Signer(signingSeed).publicKey(),
                SealingKeys.publicKey(sealingSeed),
                Hashing.recoveryCommitment(recovery1),
                nonce);
        Bytes bytes = IdentityCodec.genesis(genesis);
        return new NewIdentity(bytes, new IdentityChain(Hashing.schoolId(bytes), bytes, genesis, List.of()));
    }
}
