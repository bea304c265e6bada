// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.crypto;

import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.math.ec.rfc8032.Ed25519;
import org.gorizont.protocol.model.Bytes;
import org.gorizont.protocol.model.PublicKey;
import org.gorizont.protocol.model.Signature;

/** Ed25519 (RFC 8032) from a 32-byte seed. */
public final class Ed25519Signer implements Signer {
    public static final int SEED_SIZE = Ed25519PrivateKeyParameters.KEY_SIZE;

    private final Ed25519PrivateKeyParameters key;
    private final PublicKey publicKey;

    /** @throws IllegalArgumentException if {@code seed} is not 32 bytes */
    public Ed25519Signer(Bytes seed) {
        if (seed.size() != SEED_SIZE) {
            throw new IllegalArgumentException("seed has " + seed.size() + " bytes, not " + SEED_SIZE);
        }
        this.key = new Ed25519PrivateKeyParameters(seed.unsafeArray(), 0);
        this.publicKey = new PublicKey(Bytes.wrap(key.generatePublicKey().getEncoded()));
    }

    @Override
    public PublicKey publicKey() {
        return publicKey;
    }

    @Override
    public Signature sign(SigningContext context, Bytes content) {
        byte[] message = context.message(content).unsafeArray();
        byte[] signature = new byte[Signature.SIZE];
        key.sign(Ed25519.Algorithm.Ed25519, null, message, 0, message.length, signature, 0);
        return new Signature(Bytes.wrap(signature));
    }
}
