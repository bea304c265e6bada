// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.log;

import java.util.Optional;
import org.gorizont.protocol.core.Verdict;
import org.gorizont.protocol.crypto.SignatureVerifier;
import org.gorizont.protocol.crypto.SigningContext;
import org.gorizont.protocol.merkle.ForkProof;
import org.gorizont.protocol.model.IdentityChain;
import org.gorizont.protocol.model.LogId;
import org.gorizont.protocol.model.PublicKey;
import org.gorizont.protocol.model.SignedHead;

/**
 * Whether a fork proof convinces (docs/protocol.md, "Fork proofs"): two heads of one log, both signed by the key of its
 * incarnation, whose trees agree up to an index and differ there. A proof that fails says nothing about the accused.
 *
 * <p>A seal settles which version of a log of an ended incarnation counts. At least one of the two heads is then no
 * prefix of what was sealed, and proves nothing any more: a stolen old key cannot fork what was closed.
 */
public final class ForkCheck {
    private ForkCheck() {}

    /**
     * @param chain of the accused, as well as it is known
     * @return {@code Forked}; {@code Unidentified} when a longer chain is needed; {@code Stopped} for a log whose seal
     *     has settled the matter; {@code Rejected} for a false proof
     */
    public static Verdict verify(ForkProof proof, IdentityChain chain, SignatureVerifier verifier) {
        LogId log = proof.first().log();
        if (!log.school().equals(chain.school())) {
            return new Verdict.Rejected("fork proof about another school");
        }
        if (!proof.differs()) {
            return new Verdict.Rejected("fork proof shows no difference");
        }
        Optional<PublicKey> key = chain.signingKey(log.incarnation());
        if (key.isEmpty()) {
            return new Verdict.Unidentified();
        }
        if (!signed(proof.first(), key.get(), verifier) || !signed(proof.second(), key.get(), verifier)) {
            return new Verdict.Rejected("fork proof with a head that its school did not sign");
        }
        return chain.seal(log)
                .<Verdict>map(seal -> new Verdict.Stopped("sealed at size " + seal.size()))
                .orElseGet(() -> new Verdict.Forked(proof));
    }

    private static boolean signed(SignedHead head, PublicKey key, SignatureVerifier verifier) {
        return verifier.verify(key, SigningContext.HEAD, head.exact(), head.signature());
    }
}
