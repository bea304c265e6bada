// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.log;

import java.util.List;
import java.util.Optional;
import org.gorizont.protocol.core.Change;
import org.gorizont.protocol.core.Draft;
import org.gorizont.protocol.core.Limits;
import org.gorizont.protocol.core.LogState;
import org.gorizont.protocol.core.LogStore;
import org.gorizont.protocol.core.Refusal;
import org.gorizont.protocol.crypto.SignatureVerifier;
import org.gorizont.protocol.crypto.Signer;
import org.gorizont.protocol.crypto.SigningContext;
import org.gorizont.protocol.model.Channel;
import org.gorizont.protocol.model.LogId;
import org.gorizont.protocol.model.SchoolId;
import org.gorizont.protocol.model.Scope;
import org.gorizont.protocol.model.SignedHead;

/**
 * The writer's side: gives drafts their place in a log of this school, under one new signed head, and knows when
 * writing is forbidden.
 *
 * <p>Invariant: a head is signed only over a log that is held wholly here, so the school never signs two versions. Once
 * an own head turns up that the store does not contain, nothing is written until the program starts again with a
 * recovered store. For one thread.
 */
public final class OwnLogs {
    private final SchoolId self;
    private final Signer signer;
    private final int incarnation;
    private Optional<Refusal> forbidden;

    /**
     * @param signer with the key of {@code incarnation}
     * @param incarnation the newest key epoch of the school's identity chain
     * @param store what it says of own logs decides whether writing is forbidden from the start
     */
    public OwnLogs(SchoolId self, Signer signer, int incarnation, LogStore store) {
        this.self = self;
        this.signer = signer;
        this.incarnation = incarnation;
        this.forbidden = store.logs().stream()
                .filter(state -> isOwn(state.log()))
                .map(OwnLogs::fault)
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** The log of this school that takes what it writes now. */
    public LogId log(Channel channel, Scope scope) {
        return new LogId(self, channel, scope, incarnation);
    }

    /** Why nothing may be written; empty when writing is allowed. */
    public Optional<Refusal> forbidden() {
        return forbidden;
    }

    /**
     * Makes entries of {@code drafts}, in their order. Changes nothing by itself; without drafts there is nothing to
     * change.
     *
     * @param arrivalNumber the next one of this node
     */
    public Written write(Channel channel, Scope scope, List<Draft> drafts, LogStore store, long arrivalNumber) {
        if (forbidden.isPresent()) {
            return new Written.Refused(forbidden.get(), "this school's own logs must be recovered first");
        }
        LogId log = log(channel, scope);
        Optional<LogState> stored = store.log(log);
        if (stored.isEmpty() && ownLogs(store) >= Limits.LOGS_OF_SCHOOL) {
            return new Written.Refused(Refusal.TOO_LARGE, "more than " + Limits.LOGS_OF_SCHOOL + " logs");
        }
        return Batch.of(drafts).write(stored.orElseGet(() -> LogState.empty(log)), signer, store, arrivalNumber);
    }

    /**
     * Looks at a head that somebody else has of a log that may be ours.
     *
     * @return {@code Stops} if it carries our own signature and is larger than, or differs from, what is held: from now
     *     on {@link #forbidden()} says why
     */
    public OwnHead sawOwnHead(SignedHead head, LogStore store, SignatureVerifier verifier) {
        if (!isOwn(head.log())
                || !verifier.verify(signer.publicKey(), SigningContext.HEAD, head.exact(), head.signature())) {
            return new OwnHead.NotOurs();
        }
        LogState state = store.log(head.log()).orElseGet(() -> LogState.empty(head.log()));
        if (head.size() > state.held()) {
            return stop(Refusal.STOPPED_BY_HIGHER_HEAD, witnessed(state, head));
        }
        return StoredTree.root(head.log(), head.size(), store).equals(head.root())
                ? new OwnHead.Held()
                : stop(Refusal.STOPPED_BY_FORK, contradicted(state, head));
    }

    /** Two versions of a log of ours are proven: nothing is written until that is repaired. */
    public void forkProven() {
        forbidden = Optional.of(Refusal.STOPPED_BY_FORK);
    }

    private OwnHead stop(Refusal refusal, List<Change> changes) {
        // A fork stays the reason: more entries of the log do not repair it.
        if (!forbidden.equals(Optional.of(Refusal.STOPPED_BY_FORK))) {
            forbidden = Optional.of(refusal);
        }
        return new OwnHead.Stops(refusal, changes);
    }

    private static List<Change> witnessed(LogState state, SignedHead head) {
        if (head.size() <= state.known()) {
            return List.of();
        }
        return List.of(wiser(state, head));
    }

    /** A witnessed head that is not above what is held says that there was another version. */
    private static List<Change> contradicted(LogState state, SignedHead head) {
        return fault(state).isPresent() ? List.of() : List.of(wiser(state, head));
    }

    private static Change wiser(LogState state, SignedHead head) {
        return new Change.LogAdvanced(new LogState(
                state.log(), state.range(), state.head(), Optional.of(head), state.forkedAt(), state.arrival()));
    }

    private static Optional<Refusal> fault(LogState state) {
        boolean contradicted =
                state.witnessed().filter(head -> head.size() <= state.held()).isPresent();
        if (state.forkedAt().isPresent() || contradicted) {
            return Optional.of(Refusal.STOPPED_BY_FORK);
        }
        boolean whole = state.known() == state.held()
                && state.head().map(SignedHead::size).orElse(0L) == state.held();
        return whole ? Optional.empty() : Optional.of(Refusal.STOPPED_BY_HIGHER_HEAD);
    }

    private boolean isOwn(LogId log) {
        return log.school().equals(self) && log.incarnation() == incarnation;
    }

    private long ownLogs(LogStore store) {
        return store.logs().stream().filter(state -> isOwn(state.log())).count();
    }
}
