// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.crypto;

import org.gorizont.protocol.model.Bytes;
import org.gorizont.protocol.model.PublicKey;
import org.gorizont.protocol.model.SealingKey;
import org.gorizont.protocol.model.Signature;

/** Decides whether a signature is right; pure, so that an answer may be remembered. */
public interface SignatureVerifier {
    boolean verify(PublicKey key, SigningContext context, Bytes content, Signature signature);

    /** Whether the bytes are a point that may become somebody's key: decodable, not of small order. */
    boolean isUsable(PublicKey key);

    /** Whether others can seal for this key; {@link SealingKeys#isUsable}. */
    default boolean isUsable(SealingKey key) {
        return SealingKeys.isUsable(key);
    }
}
