// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.crypto;

import org.bouncycastle.math.ec.rfc7748.X25519;
import org.gorizont.protocol.model.Bytes;
import org.gorizont.protocol.model.SealingKey;

/** X25519 keys (RFC 7748), to which bodies are sealed. */
public final class SealingKeys {
    public static final int SEED_SIZE = X25519.SCALAR_SIZE;

    private SealingKeys() {}

    /** @throws IllegalArgumentException if {@code seed} is not 32 bytes */
    public static SealingKey publicKey(Bytes seed) {
        if (seed.size() != SEED_SIZE) {
            throw new IllegalArgumentException("seed has " + seed.size() + " bytes, not " + SEED_SIZE);
        }
        byte[] point = new byte[X25519.POINT_SIZE];
        X25519.scalarMultBase(seed.unsafeArray(), 0, point, 0);
        return new SealingKey(Bytes.wrap(point));
    }

    /** Whether the key is not of small order: to such a key, everybody could open what was sealed (RFC 7748 §6.1). */
    public static boolean isUsable(SealingKey key) {
        byte[] anyScalar = new byte[X25519.SCALAR_SIZE];
        byte[] shared = new byte[X25519.POINT_SIZE];
        return X25519.calculateAgreement(anyScalar, 0, key.bytes().unsafeArray(), 0, shared, 0);
    }
}
