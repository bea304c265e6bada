// SPDX-License-Identifier: Apache-2.0
package org.gorizont.simulations.world;

import java.util.LinkedHashMap;
import java.util.Map;
import org.gorizont.protocol.crypto.SignatureVerifier;
import org.gorizont.protocol.crypto.SigningContext;
import org.gorizont.protocol.model.Bytes;
import org.gorizont.protocol.model.PublicKey;
import org.gorizont.protocol.model.SealingKey;
import org.gorizont.protocol.model.Signature;

/** Remembers verdicts: the same signature is checked once for all virtual machines. */
public final class MemoVerifier implements SignatureVerifier {
    private static final int REMEMBERED = 1 << 17;

    private final SignatureVerifier real;
    private final Map<Question, Boolean> answers = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Question, Boolean> eldest) {
            return size() > REMEMBERED;
        }
    };

    private final Map<SealingKey, Boolean> usable = new LinkedHashMap<>();

    private record Question(PublicKey key, String context, Bytes content, Signature signature) {}

    public MemoVerifier(SignatureVerifier real) {
        this.real = real;
    }

    @Override
    public boolean verify(PublicKey key, SigningContext context, Bytes content, Signature signature) {
        Question question = new Question(key, context.name(), content, signature);
        Boolean known = answers.get(question);
        if (known == null) {
            known = real.verify(key, context, content, signature);
            answers.put(question, known);
        }
        return known;
    }

    @Override
    public boolean isUsable(PublicKey key) {
        return real.isUsable(key);
    }

    @Override
    public boolean isUsable(SealingKey key) {
        return usable.computeIfAbsent(key, real::isUsable);
    }
}
