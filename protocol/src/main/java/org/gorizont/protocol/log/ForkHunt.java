// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.log;

import java.util.Optional;
import java.util.OptionalLong;
import org.gorizont.protocol.frame.Proof;
import org.gorizont.protocol.frame.ProofRequest;
import org.gorizont.protocol.merkle.ForkProof;
import org.gorizont.protocol.merkle.HashSource;
import org.gorizont.protocol.merkle.Inclusion;
import org.gorizont.protocol.merkle.Proofs;
import org.gorizont.protocol.model.Hash;
import org.gorizont.protocol.model.LogId;
import org.gorizont.protocol.model.SignedHead;

/**
 * Finds the proof of a fork by asking a peer whose head cannot be a version of what is held here. A value: each answer
 * gives the next one.
 *
 * <pre>
 * Asking --answer that verifies, difference narrowed--&gt; Asking
 * Asking --answer that shows the first difference----&gt; Proven
 * Asking --answer that fails, or shows none----------&gt; Unverified
 * </pre>
 *
 * <p>The audit path of an entry names every perfect subtree to its left. The leftmost that differs from the own tree is
 * where to look next, at its last entry: each question takes at least one level off, so there are at most {@link
 * #MAX_QUESTIONS}. Without a proof nobody is accused: a root mismatch alone is "unverified".
 */
public sealed interface ForkHunt {
    /** The tree of 2<sup>63</sup>-1 leaves needs no more. */
    int MAX_QUESTIONS = 64;

    /** What to ask the peer; empty when the hunt is over. */
    default Optional<ProofRequest> next() {
        return Optional.empty();
    }

    /**
     * The hunt after an answer of the peer, who may lie.
     *
     * @param own the tree under our head
     */
    default ForkHunt answer(Proof answer, HashSource own) {
        return this;
    }

    /**
     * @param ours a head of which every entry is held
     * @param theirs a head of the same log, with a signature that was checked
     * @throws IllegalArgumentException if they are heads of different logs
     */
    static ForkHunt begin(SignedHead ours, SignedHead theirs) {
        if (!ours.log().equals(theirs.log())) {
            throw new IllegalArgumentException("heads of " + ours.log() + " and of " + theirs.log());
        }
        return new Asking(ours, theirs, Math.min(ours.size(), theirs.size()) - 1, 1);
    }

    /** Waits for the audit path of the entry at {@code seq} under their head. */
    record Asking(SignedHead ours, SignedHead theirs, long seq, int question) implements ForkHunt {
        @Override
        public Optional<ProofRequest> next() {
            return Optional.of(new ProofRequest.OfInclusion(ours.log(), seq, theirs.size()));
        }

        @Override
        public ForkHunt answer(Proof answer, HashSource own) {
            return switch (answer) {
                case Proof.OfConsistency _ -> new Unverified("the peer proved something else than what it was asked");
                case Proof.OfInclusion(LogId log, Inclusion path, Hash leaf) ->
                    answers(log, path) && path.verifies(leaf, theirs.root())
                            ? compare(path, leaf, own)
                            : new Unverified("the peer's audit path does not lead to its head");
            };
        }

        private boolean answers(LogId log, Inclusion path) {
            return log.equals(ours.log()) && path.seq() == seq && path.size() == theirs.size();
        }

        private ForkHunt compare(Inclusion path, Hash leaf, HashSource own) {
            OptionalLong earlier = seq < own.first() ? OptionalLong.of(seq) : Difference.before(path, own);
            if (earlier.isEmpty()) {
                return conclude(path, leaf, own);
            }
            if (earlier.getAsLong() < own.first()) {
                return new Unverified("the difference is below what is known here of the tree");
            }
            return question < MAX_QUESTIONS
                    ? new Asking(ours, theirs, earlier.getAsLong(), question + 1)
                    : new Unverified("the difference was not found");
        }

        private ForkHunt conclude(Inclusion path, Hash leaf, HashSource own) {
            Inclusion ownPath = Proofs.inclusion(seq, ours.size(), own);
            ForkProof proof = new ForkProof(ours, theirs, seq, own.node(0, seq), leaf, ownPath.hashes(), path.hashes());
            return proof.differs()
                    ? new Proven(proof)
                    : new Unverified("the heads agree on the first " + (seq + 1) + " entries");
        }
    }

    /** The fork is proven to everyone. */
    record Proven(ForkProof proof) implements ForkHunt {}

    /** The peer cannot show a fork, for a reason in English. */
    record Unverified(String reason) implements ForkHunt {}
}
