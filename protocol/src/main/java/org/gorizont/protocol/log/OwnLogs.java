// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.log;

import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
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
 * <p>Invariant: a head is signed only over a log that is held wholly here, so the school never signs two versions. While
 * the store may lack what was signed before, nothing is written: {@link #isDoubted}. If an own head turns up that the store
 * does not contain although this run has written, another machine writes in our name: then nothing is written until the
 * next start. For one thread.
 */
public final class OwnLogs {
    private final SchoolId self;
    private final Signer signer;
    private final int incarnation;
    private final SortedSet<LogId> behind = new TreeSet<>();
    private boolean forked;
    private boolean doubted;
    private boolean written;
    private boolean superseded;
    private boolean secondMachine;

    /**
     * @param signer with the key of {@code incarnation}
     * @param incarnation the newest key epoch of the school's identity chain
     * @param store what it says of own logs decides whether writing is forbidden from the start
     */
    public OwnLogs(SchoolId self, Signer signer, int incarnation, LogStore store) {
        this.self = self;
        this.signer = signer;
        this.incarnation = incarnation;
        this.superseded =
                store.chain(self).filter(chain -> chain.epoch() > incarnation).isPresent()
                        || store.conflicts().stream()
                                .anyMatch(other -> other.school().equals(self));
        store.logs().forEach(this::look);
    }

    /** An own log has changed by what neighbours hold of it. */
    public void look(LogState state) {
        if (!isOwn(state.log())) {
            return;
        }
        forked |= isContradicted(state);
        if (isWhole(state)) {
            behind.remove(state.log());
        } else {
            behind.add(state.log());
        }
    }

    /** The log of this school that takes what it writes now. */
    public LogId log(Channel channel, Scope scope) {
        return new LogId(self, channel, scope, incarnation);
    }

    /** Why nothing may be written; empty when writing is allowed. */
    public Optional<Refusal> forbidden() {
        if (superseded) {
            return Optional.of(Refusal.KEYS_CHANGED);
        } else if (forked) {
            return Optional.of(Refusal.STOPPED_BY_FORK);
        } else if (secondMachine || isBehind() && written) {
            return Optional.of(Refusal.STOPPED_BY_HIGHER_HEAD);
        }
        return isBehind() || doubted ? Optional.of(Refusal.RECOVERING) : Optional.empty();
    }

    /** Whether more of our own logs exists than is held here. */
    public boolean isBehind() {
        return !behind.isEmpty();
    }

    /** Whether more of this log exists, and may be taken from others: not if this run has written, see above. */
    public boolean isFetched(LogId log) {
        return behind.contains(log) && !written;
    }

    /** Whether this run has written. */
    public boolean hasWritten() {
        return written;
    }

    /** Whether the store may lack what was signed before. */
    public boolean isDoubted() {
        return doubted;
    }

    public void doubt() {
        doubted = true;
    }

    /** The identity chain has a newer link: what this key signs from now on counts nowhere. */
    public void supersede() {
        superseded = true;
    }

    /** Another machine works in our name: nothing is written until the next start. */
    public void stopBesideAnother() {
        secondMachine = true;
    }

    /** Whether another machine works in our name, as far as this run has heard. */
    public boolean isBesideAnother() {
        return secondMachine;
    }

    /** The store holds all that was signed. */
    public void trust() {
        doubted = false;
    }

    /**
     * Makes entries of {@code drafts}, in their order. Changes nothing by itself; without drafts there is nothing to
     * change.
     *
     * @param arrivalNumber the next one of this node
     */
    public Written write(Channel channel, Scope scope, List<Draft> drafts, LogStore store, long arrivalNumber) {
        Optional<Refusal> forbidden = forbidden();
        if (forbidden.isPresent()) {
            return new Written.Refused(forbidden.get(), "this school's own logs must be recovered first");
        }
        LogId log = log(channel, scope);
        Optional<LogState> stored = store.log(log);
        if (stored.isEmpty() && ownLogs(store) >= Limits.LOGS_OF_SCHOOL) {
            return new Written.Refused(Refusal.TOO_LARGE, "more than " + Limits.LOGS_OF_SCHOOL + " logs");
        }
        Written result =
                Batch.of(drafts).write(stored.orElseGet(() -> LogState.empty(log)), signer, store, arrivalNumber);
        written |= result instanceof Written.Done;
        return result;
    }

    /**
     * Raises the floor of an own log that is mostly dead: states again what matters of the oldest entries, and leaves them
     * behind, under one new head. Nothing if that would not help, or may not be done now. CONTROL logs keep their floor.
     *
     * @param arrivalNumber the next one of this node
     */
    public Optional<Written.Done> raiseFloor(LogState state, LogStore store, long arrivalNumber) {
        boolean mayRise = isOwn(state.log())
                && !state.log().channel().equals(Channel.CONTROL)
                && forbidden().isEmpty()
                && isWhole(state);
        LiveEntries live = mayRise ? LiveEntries.of(state, store) : new LiveEntries(state.log(), new TreeSet<>());
        if (!mayRise || !live.isMostlyDead(state)) {
            return Optional.empty();
        }
        long floor = LiveEntries.nextFloor(state);
        Optional<Written> result = live.below(floor, store)
                .map(below -> Batch.again(below).write(state, signer, store, arrivalNumber, floor));
        written |= result.isPresent();
        return result.filter(Written.Done.class::isInstance).map(Written.Done.class::cast);
    }

    /**
     * Looks at a head that somebody else has of a log that may be ours.
     *
     * @param state of that log, as it is now
     * @return {@code Stops} if it carries our own signature and is larger than, or differs from, what is held: from now
     *     on {@link #forbidden()} says why
     */
    public OwnHead sawOwnHead(SignedHead head, LogState state, LogStore store, SignatureVerifier verifier) {
        if (!isOwn(head.log())
                || !verifier.verify(signer.publicKey(), SigningContext.HEAD, head.exact(), head.signature())) {
            return new OwnHead.NotOurs();
        }
        if (head.size() > state.held()) {
            behind.add(head.log());
            return new OwnHead.Stops(witnessed(state, head));
        }
        if (!StoredTree.contradicts(state, head.size(), head.root(), store)) {
            return new OwnHead.Held();
        }
        forked = true;
        return new OwnHead.Stops(contradicted(state, head));
    }

    /** Two versions of a log of ours are proven: nothing is written until that is repaired. */
    public void forkProven() {
        forked = true;
    }

    private static List<Change> witnessed(LogState state, SignedHead head) {
        if (head.size() <= state.known()) {
            return List.of();
        }
        return List.of(wiser(state, head));
    }

    /** A witnessed head that is not above what is held says that there was another version. */
    private static List<Change> contradicted(LogState state, SignedHead head) {
        return isContradicted(state) || !isWhole(state) ? List.of() : List.of(wiser(state, head));
    }

    private static Change wiser(LogState state, SignedHead head) {
        return new Change.LogAdvanced(state.witnessing(head));
    }

    private static boolean isContradicted(LogState state) {
        return state.forkedAt().isPresent()
                || state.witnessed().filter(head -> head.size() <= state.held()).isPresent();
    }

    private static boolean isWhole(LogState state) {
        return state.known() == state.held()
                && state.head().map(SignedHead::size).orElse(0L) == state.held();
    }

    /** Whether this school writes the log now: logs of ended incarnations grow no more, and are fetched as others' are. */
    public boolean isOwn(LogId log) {
        return log.school().equals(self) && log.incarnation() == incarnation;
    }

    private long ownLogs(LogStore store) {
        return store.logs().stream().filter(state -> isOwn(state.log())).count();
    }
}
