// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.replica;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.gorizont.protocol.core.DialProblem;
import org.gorizont.protocol.core.Effect;
import org.gorizont.protocol.core.Input;
import org.gorizont.protocol.core.LinkId;
import org.gorizont.protocol.core.LogStore;
import org.gorizont.protocol.core.Outcome;
import org.gorizont.protocol.core.Timer;
import org.gorizont.protocol.core.Turn;
import org.gorizont.protocol.crypto.SignatureVerifier;
import org.gorizont.protocol.crypto.Signer;
import org.gorizont.protocol.frame.Frame;
import org.gorizont.protocol.model.Endpoint;
import org.gorizont.protocol.model.LogId;
import org.gorizont.protocol.model.PublicKey;
import org.gorizont.protocol.model.SchoolId;
import org.gorizont.protocol.model.Way;

/**
 * One school's replica: {@link #handle} takes what has happened and says what is to be done, and nothing else happens.
 * Only routes; every rule is in a part. Not thread-safe: one thread, or one virtual node, owns it.
 *
 * <p>What it hands out as {@link Effect.Persist} counts as done from then on. After a restart it is built again from the
 * store, and holds exactly what was durable.
 */
public final class Replica {
    private static final Duration PULLS_EVERY = Duration.ofSeconds(5);

    private final Parts parts;
    private final BundleDesk bundles;
    private final LinkDesk links;
    private final Settling settling;

    /**
     * @param signer signs as the newest key of {@code config.chain()}
     * @param random for choices and for keys of reconciliation: from a secure source in a node, from the seed in the
     *     simulator
     */
    public Replica(
            ReplicaConfig config, LogStore store, Signer signer, SignatureVerifier verifier, RandomGenerator random) {
        parts = new Parts(config, store, signer, verifier, random);
        Incoming incoming = new Incoming(parts);
        bundles = new BundleDesk(parts, incoming);
        links = new LinkDesk(parts, incoming);
        settling = new Settling(parts, links);
    }

    /** Takes one input in; {@code now} never goes back by more than the clock does, and decides nothing but pauses. */
    public List<Effect> handle(Input input, Instant now) {
        Turn turn = new Turn(now);
        switch (input) {
            case Input.Started started -> started(turn, started);
            case Input.Published published -> parts.desk.publish(turn, published);
            case Input.CircleFounded founded -> parts.desk.found(turn, founded);
            case Input.InvitationMade made -> parts.joins.invite(turn, made);
            case Input.JoinAsked asked -> parts.joins.ask(turn, asked);
            case Input.KeysChanged changed -> parts.keys.changed(turn, changed);
            case Input.ProposalMade made -> parts.votes.propose(turn, made);
            case Input.BallotCast cast -> parts.votes.answer(turn, cast);
            case Input.CircleLeft left -> parts.votes.leave(turn, left);
            case Input.PeerConnected(LinkId link, PublicKey key, Optional<Way> dialled) ->
                links.connected(turn, link, key, dialled);
            case Input.FrameReceived(LinkId link, Frame frame) -> links.received(turn, link, frame);
            case Input.FrameUnreadable(LinkId link, String problem) -> links.unreadable(turn, link, problem);
            case Input.PeerGone(LinkId link) -> links.gone(turn, link);
            case Input.DialFailed(Way way, DialProblem problem) -> {
                parts.neighbours.dialFailed(way, now, problem);
                parts.recovery.dialFailed(way);
                parts.joins.dialFailed(turn, way);
            }
            case Input.Nearby(SchoolId school, Endpoint endpoint) -> links.near(school, endpoint);
            case Input.TimerFired(Timer timer) -> fired(turn, timer);
            case Input.BundleAsked asked -> parts.bundlePlans.plan(turn, asked);
            case Input.BundleOpened opened -> bundles.open(turn, opened);
            case Input.BundleFrame carried -> bundles.take(turn, carried);
            case Input.StatusAsked asked -> turn.reply(asked.request(), new Outcome.Status(parts.status.report(now)));
        }
        settling.identities(turn);
        settling.membership(turn);
        if (!parts.returning.isUnderWay() || parts.returning.isQuiet(turn.now())) {
            parts.recovery.settle(turn);
        }
        return turn.effects();
    }

    private void started(Turn turn, Input.Started input) {
        if (!parts.returning.isUnderWay()) {
            parts.statements.started(turn, input);
        }
        parts.returning.started(turn);
        parts.heads.started(turn, parts.membership);
        parts.recovery.started(turn, input.restored());
        turn.schedule(Timer.PULLS, PULLS_EVERY);
        turn.schedule(Timer.POLL, parts.config.pollEvery());
        parts.certifying.wake(turn);
        links.look(turn);
    }

    private void fired(Turn turn, Timer timer) {
        switch (timer) {
            case NEIGHBOURS -> {
                parts.neighbours.timerFired();
                links.look(turn);
            }
            case NOTICES ->
                parts.notices.flush(
                        turn,
                        parts.links.schools().stream().map(l -> l.id).toList(),
                        this::mayTell,
                        parts.logs,
                        parts.store);
            case RECEIPTS -> {
                if (!parts.returning.isUnderWay()) {
                    parts.receipts.flush(turn);
                }
            }
            case ADDRESSES -> parts.addresses.flush(turn);
            case MEMBERS -> {
                if (parts.exchange.membersTimer(turn)) {
                    links.meetMembers(turn);
                }
            }
            case VOTES -> parts.certifying.count(turn);
            case PULLS -> goOn(turn);
            case POLL -> {
                parts.exchange.poll(turn);
                parts.links.schools().forEach(link -> parts.farewells.tell(turn, link));
                turn.schedule(Timer.POLL, parts.config.pollEvery());
            }
        }
    }

    /** Whatever waits for an answer, for room or for its hour is looked at again. */
    private void goOn(Turn turn) {
        parts.pulls.expire(turn);
        parts.pulls.wake(turn);
        parts.forks.expire(turn);
        parts.seals.expire(turn);
        parts.links.all().forEach(link -> link.served.age());
        parts.bodies.ask(turn);
        parts.floors.look(turn);
        parts.quotas.look().forEach(school -> parts.growth.changed(List.copyOf(parts.membership.circlesOf(school))));
        parts.receipts.lookBack(turn, parts.bodies::isIncomplete);
        parts.identityMail.askUnknown(turn, parts.links.schools());
        links.dropSilentStrangers(turn);
        turn.schedule(Timer.PULLS, PULLS_EVERY);
    }

    private boolean mayTell(LogId log, LinkId id) {
        PeerLink link = parts.links.get(id);
        return link != null && link.school.isPresent() && parts.visible.served(log, link.school.get());
    }
}
