// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.crypto;

import java.util.Arrays;
import java.util.Optional;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.modes.ChaCha20Poly1305;
import org.bouncycastle.crypto.params.KeyParameter;
import org.bouncycastle.crypto.params.ParametersWithIV;
import org.gorizont.protocol.model.Bytes;

/**
 * ChaCha20-Poly1305 (RFC 8439) with a key that is used once, so that the nonce can be zero.
 *
 * <p>32 zero bytes stand before the content and are checked. Without them a liar could make one ciphertext that two
 * schools read differently, since the tag alone does not bind the key (Albertini et al., "How to Abuse and Fix
 * Authenticated Encryption Without Key Commitment", USENIX Security 2022, the padding fix).
 */
final class ContentCipher {
    private static final int KEY_SIZE = 32;
    private static final int NONCE_SIZE = 12;
    private static final int TAG_SIZE = 16;
    private static final Bytes PADDING = Bytes.zeros(32);

    private ContentCipher() {}

    static Bytes encrypt(Bytes key, Bytes content) {
        if (key.size() != KEY_SIZE) {
            throw new IllegalArgumentException("content key has " + key.size() + " bytes, not " + KEY_SIZE);
        }
        try {
            return run(true, key, PADDING.plus(content));
        } catch (InvalidCipherTextException e) {
            throw new IllegalStateException("encryption does not check anything", e);
        }
    }

    static Optional<Bytes> decrypt(Bytes key, Bytes ciphertext) {
        if (key.size() != KEY_SIZE || ciphertext.size() < PADDING.size() + TAG_SIZE) {
            return Optional.empty();
        }
        try {
            Bytes padded = run(false, key, ciphertext);
            return padded.slice(0, PADDING.size()).isZero()
                    ? Optional.of(padded.slice(PADDING.size(), padded.size()))
                    : Optional.empty();
        } catch (InvalidCipherTextException _) {
            return Optional.empty();
        }
    }

    private static Bytes run(boolean encrypt, Bytes key, Bytes input) throws InvalidCipherTextException {
        ChaCha20Poly1305 cipher = new ChaCha20Poly1305();
        cipher.init(encrypt, new ParametersWithIV(new KeyParameter(key.unsafeArray()), new byte[NONCE_SIZE]));
        byte[] output = new byte[cipher.getOutputSize(input.size())];
        int written = cipher.processBytes(input.unsafeArray(), 0, input.size(), output, 0);
        written += cipher.doFinal(output, written);
        return Bytes.wrap(written == output.length ? output : Arrays.copyOf(output, written));
    }
}
