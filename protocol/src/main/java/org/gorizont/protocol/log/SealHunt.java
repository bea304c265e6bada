// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.log;

import java.util.Optional;
import java.util.OptionalLong;
import org.gorizont.protocol.frame.Proof;
import org.gorizont.protocol.frame.ProofRequest;
import org.gorizont.protocol.merkle.HashSource;
import org.gorizont.protocol.merkle.Inclusion;
import org.gorizont.protocol.model.Hash;
import org.gorizont.protocol.model.LogId;
import org.gorizont.protocol.model.SignedHead;

/**
 * Finds out from which entry on what is held of a log is not what its owner has sealed, by asking a peer that holds the
 * sealed version. A value: each answer gives the next one, as in {@link ForkHunt}. Nobody is accused, so that only the
 * audit paths under the sealed root matter, and what is held here needs no head of its own.
 */
public sealed interface SealHunt {
    /** What to ask the peer; empty when the hunt is over. */
    default Optional<ProofRequest> next() {
        return Optional.empty();
    }

    /**
     * The hunt after an answer of the peer, who may lie.
     *
     * @param own the tree that is held
     */
    default SealHunt answer(Proof answer, HashSource own) {
        return this;
    }

    /**
     * @param held entries that are held, at least one
     * @param sealed the head at the seal
     */
    static SealHunt begin(long held, SignedHead sealed) {
        return new Asking(sealed, Math.min(held, sealed.size()) - 1, 1);
    }

    /** Waits for the audit path of the entry at {@code seq} under the sealed head. */
    record Asking(SignedHead sealed, long seq, int question) implements SealHunt {
        @Override
        public Optional<ProofRequest> next() {
            return Optional.of(new ProofRequest.OfInclusion(sealed.log(), seq, sealed.size()));
        }

        @Override
        public SealHunt answer(Proof answer, HashSource own) {
            return switch (answer) {
                case Proof.OfConsistency _ -> new Unverified();
                case Proof.OfInclusion(LogId log, Inclusion path, Hash leaf) ->
                    answers(log, path) && path.verifies(leaf, sealed.root())
                            ? compare(path, leaf, own)
                            : new Unverified();
            };
        }

        private boolean answers(LogId log, Inclusion path) {
            return log.equals(sealed.log()) && path.seq() == seq && path.size() == sealed.size();
        }

        private SealHunt compare(Inclusion path, Hash leaf, HashSource own) {
            OptionalLong earlier = seq < own.first() ? OptionalLong.of(seq) : Difference.before(path, own);
            if (earlier.isPresent() && earlier.getAsLong() < own.first()) {
                return new Parts(0);
            }
            if (earlier.isPresent()) {
                return question < ForkHunt.MAX_QUESTIONS
                        ? new Asking(sealed, earlier.getAsLong(), question + 1)
                        : new Unverified();
            }
            return own.node(0, seq).equals(leaf) ? new Agrees() : new Parts(seq);
        }
    }

    /** Entries below {@code index} are what was sealed, the one at it is not; 0 if that shows below what is known here. */
    record Parts(long index) implements SealHunt {}

    /** What is held begins what was sealed, or has it wholly. */
    record Agrees() implements SealHunt {}

    /** The peer does not show it. */
    record Unverified() implements SealHunt {}
}
