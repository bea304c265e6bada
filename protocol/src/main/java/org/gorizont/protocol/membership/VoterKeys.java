// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.membership;

import java.util.Optional;
import java.util.function.Function;
import org.gorizont.protocol.crypto.SignatureVerifier;
import org.gorizont.protocol.crypto.SigningContext;
import org.gorizont.protocol.model.IdentityChain;
import org.gorizont.protocol.model.LogId;
import org.gorizont.protocol.model.SchoolId;
import org.gorizont.protocol.model.Seal;
import org.gorizont.protocol.model.SignedHead;

/**
 * What is known of the keys of those who vote.
 *
 * @param chains verified identity chains; an answer may become longer with time
 */
record VoterKeys(Function<SchoolId, Optional<IdentityChain>> chains, SignatureVerifier verifier) {
    /** Whether the head is its owner's word; empty when the key of its incarnation is not known so far. */
    Optional<Boolean> signed(SignedHead head) {
        return chains.apply(head.log().school())
                .flatMap(chain -> chain.signingKey(head.log().incarnation()))
                .map(key -> verifier.verify(key, SigningContext.HEAD, head.exact(), head.signature()));
    }

    /** From which seq on the log has no effect since its key has ended. */
    long sealedAt(LogId log) {
        return chains.apply(log.school())
                .flatMap(chain -> chain.seal(log))
                .map(Seal::size)
                .orElse(Long.MAX_VALUE);
    }
}
