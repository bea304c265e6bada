// SPDX-License-Identifier: Apache-2.0
package org.gorizont.simulations.world;

import java.util.HashMap;
import java.util.Map;
import org.gorizont.protocol.crypto.SignatureVerifier;
import org.gorizont.protocol.crypto.SigningContext;
import org.gorizont.protocol.model.Bytes;
import org.gorizont.protocol.model.PublicKey;
import org.gorizont.protocol.model.Signature;

/** Remembers verdicts: the same head is checked once for all virtual nodes. */
public final class MemoVerifier implements SignatureVerifier {
    private final SignatureVerifier real;
    private final Map<Question, Boolean> answers = new HashMap<>();

    private record Question(PublicKey key, Bytes content, Signature signature) {}

    public MemoVerifier(SignatureVerifier real) {
        this.real = real;
    }

    @Override
    public boolean verify(PublicKey key, SigningContext context, Bytes content, Signature signature) {
        return answers.computeIfAbsent(
                new Question(key, content, signature), q -> real.verify(key, context, content, signature));
    }

    @Override
    public boolean isUsable(PublicKey key) {
        return real.isUsable(key);
    }
}
