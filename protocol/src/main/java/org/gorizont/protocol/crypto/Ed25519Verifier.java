// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.crypto;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.bouncycastle.math.ec.rfc8032.Ed25519;
import org.gorizont.protocol.model.Bytes;
import org.gorizont.protocol.model.PublicKey;
import org.gorizont.protocol.model.Signature;

/**
 * Ed25519 verification by Bouncy Castle: S below the group order, canonical and full-order keys. Decoded keys are
 * remembered, since decoding costs about as much as a third of a verification. For one thread.
 */
public final class Ed25519Verifier implements SignatureVerifier {
    private static final int MAX_REMEMBERED_KEYS = 4_096;

    private final Map<PublicKey, Optional<Ed25519.PublicPoint>> points = new LinkedHashMap<>(64, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<PublicKey, Optional<Ed25519.PublicPoint>> eldest) {
            return size() > MAX_REMEMBERED_KEYS;
        }
    };

    @Override
    public boolean verify(PublicKey key, SigningContext context, Bytes content, Signature signature) {
        return verify(key, context.message(content), signature);
    }

    boolean verify(PublicKey key, Bytes message, Signature signature) {
        return point(key)
                .map(point -> Ed25519.verify(
                        signature.bytes().unsafeArray(), 0, point, message.unsafeArray(), 0, message.size()))
                .orElse(false);
    }

    @Override
    public boolean isUsable(PublicKey key) {
        return point(key).isPresent();
    }

    private Optional<Ed25519.PublicPoint> point(PublicKey key) {
        return points.computeIfAbsent(
                key,
                k -> Optional.ofNullable(
                        Ed25519.validatePublicKeyFullExport(k.bytes().unsafeArray(), 0)));
    }
}
