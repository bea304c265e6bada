// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.codec;

import org.gorizont.protocol.core.Limits;
import org.gorizont.protocol.model.Bytes;
import org.gorizont.protocol.model.Genesis;
import org.gorizont.protocol.model.Hash;
import org.gorizont.protocol.model.PublicKey;
import org.gorizont.protocol.model.SealingKey;
import org.gorizont.protocol.wire.v1.IdentityWire;

/** First statements of schools. */
final class GenesisForm {
    private static final int VERSION = 1;
    private static final int ED25519_WITH_X25519 = 1;

    private GenesisForm() {}

    static IdentityWire.Genesis toWire(Genesis genesis) {
        return IdentityWire.Genesis.newBuilder()
                .setVersion(VERSION)
                .setAlgorithm(ED25519_WITH_X25519)
                .setSigningKey(ToWire.bytes(genesis.signingKey().bytes()))
                .setSealingKey(ToWire.bytes(genesis.sealingKey().bytes()))
                .setRecoveryCommitment(ToWire.hash(genesis.recoveryCommitment()))
                .setNonce(ToWire.bytes(genesis.nonce()))
                .build();
    }

    static Genesis read(Bytes bytes) throws Malformed {
        var wire = FromWire.parse(
                bytes, Limits.STATEMENT_BYTES, IdentityWire.Genesis.getDescriptor(), IdentityWire.Genesis.parser());
        FromWire.version("genesis", wire.getVersion());
        FromWire.that(wire.getAlgorithm() == ED25519_WITH_X25519, "genesis.algorithm is unknown");
        PublicKey signing = FromWire.publicKey("genesis.signing_key", wire.getSigningKey());
        SealingKey sealing = FromWire.sealingKey("genesis.sealing_key", wire.getSealingKey());
        Hash commitment = FromWire.hash("genesis.recovery_commitment", wire.getRecoveryCommitment());
        Bytes nonce = FromWire.bytes("genesis.nonce", wire.getNonce(), Genesis.NONCE_SIZE);
        return new Genesis(signing, sealing, commitment, nonce);
    }
}
