// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.log;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.gorizont.protocol.core.Verdict;
import org.gorizont.protocol.crypto.SignatureVerifier;
import org.gorizont.protocol.crypto.SigningContext;
import org.gorizont.protocol.model.Bytes;
import org.gorizont.protocol.model.IdentityChain;
import org.gorizont.protocol.model.LogId;
import org.gorizont.protocol.model.PublicKey;
import org.gorizont.protocol.model.Seal;
import org.gorizont.protocol.model.Signature;
import org.gorizont.protocol.model.SignedHead;

/**
 * Which signed heads count (docs/protocol.md, "Heads that count"). Remembers the newest head of each log whose
 * signature was right, since the same head comes from many neighbours; forgetting costs one more check. For one thread.
 */
public final class HeadCheck {
    /** Logs whose last head is remembered, about half a kilobyte each; beyond, the one longest unused is forgotten. */
    public static final int REMEMBERED = 16_384;

    private final Map<LogId, Verified> verified = new LinkedHashMap<>(64, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<LogId, Verified> eldest) {
            return size() > REMEMBERED;
        }
    };

    /**
     * Whether the head is its owner's word. That it goes with what is held of the log is for the reader to compare.
     *
     * @param chain of the log's owner, as well as it is known
     * @return {@code Accepted}; {@code Unidentified} when a longer chain is needed; {@code Stopped} beyond the seal of
     *     an ended incarnation, or for another root at the seal; {@code Rejected} for another owner or a wrong signature
     */
    public Verdict check(SignedHead head, IdentityChain chain, SignatureVerifier verifier) {
        LogId log = head.log();
        if (!log.school().equals(chain.school())) {
            return new Verdict.Rejected("head of a log of another school");
        }
        Optional<PublicKey> key = chain.signingKey(log.incarnation());
        if (key.isEmpty()) {
            return new Verdict.Unidentified();
        }
        Verified claim = new Verified(key.get(), head.exact(), head.signature());
        if (!claim.equals(verified.get(log))) {
            if (!claim.holds(verifier)) {
                return new Verdict.Rejected("head is not signed by the key of its incarnation");
            }
            verified.put(log, claim);
        }
        return underSeal(head, chain);
    }

    /** As {@link #check}, of a head whose signature was checked before. */
    public static Verdict underSeal(SignedHead head, IdentityChain chain) {
        return chain.seal(head.log()).map(seal -> underSeal(head, seal)).orElseGet(Verdict.Accepted::new);
    }

    private static Verdict underSeal(SignedHead head, Seal seal) {
        if (head.size() > seal.size()) {
            return new Verdict.Stopped("sealed at size " + seal.size());
        }
        if (head.size() == seal.size() && !head.root().equals(seal.root())) {
            return new Verdict.Stopped("not what was sealed at size " + seal.size());
        }
        return new Verdict.Accepted();
    }

    private record Verified(PublicKey key, Bytes exact, Signature signature) {
        boolean holds(SignatureVerifier verifier) {
            return verifier.verify(key, SigningContext.HEAD, exact, signature);
        }
    }
}
