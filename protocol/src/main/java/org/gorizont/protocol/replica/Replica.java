// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.replica;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.gorizont.protocol.codec.CircleCodec;
import org.gorizont.protocol.codec.Malformed;
import org.gorizont.protocol.core.DialProblem;
import org.gorizont.protocol.core.Effect;
import org.gorizont.protocol.core.Input;
import org.gorizont.protocol.core.Limits;
import org.gorizont.protocol.core.LinkId;
import org.gorizont.protocol.core.LogState;
import org.gorizont.protocol.core.LogStore;
import org.gorizont.protocol.core.Outcome;
import org.gorizont.protocol.core.Timer;
import org.gorizont.protocol.core.Turn;
import org.gorizont.protocol.crypto.SignatureVerifier;
import org.gorizont.protocol.crypto.Signer;
import org.gorizont.protocol.frame.Frame;
import org.gorizont.protocol.frame.Goodbye;
import org.gorizont.protocol.frame.Hello;
import org.gorizont.protocol.frame.Identities;
import org.gorizont.protocol.frame.IdentityRequest;
import org.gorizont.protocol.frame.Reason;
import org.gorizont.protocol.gossip.HeadNotices;
import org.gorizont.protocol.gossip.Neighbours;
import org.gorizont.protocol.gossip.ReceiptDesk;
import org.gorizont.protocol.log.OwnLogs;
import org.gorizont.protocol.membership.Membership;
import org.gorizont.protocol.model.Bytes;
import org.gorizont.protocol.model.Channel;
import org.gorizont.protocol.model.CircleId;
import org.gorizont.protocol.model.Endpoint;
import org.gorizont.protocol.model.IdentityChain;
import org.gorizont.protocol.model.LogId;
import org.gorizont.protocol.model.PublicKey;
import org.gorizont.protocol.model.SchoolId;
import org.gorizont.protocol.model.Way;
import org.gorizont.protocol.sync.CircleSets;
import org.gorizont.protocol.sync.RangePulls;
import org.gorizont.protocol.sync.TrafficBudget;

/**
 * One school's replica: {@link #handle} takes what has happened and says what is to be done, and nothing else happens.
 * Only routes; every rule is in a part. Not thread-safe: one thread, or one virtual node, owns it.
 *
 * <p>What it hands out as {@link Effect.Persist} counts as done from then on. After a restart it is built again from the
 * store, and holds exactly what was durable.
 */
public final class Replica {
    private static final Duration PULLS_EVERY = Duration.ofSeconds(5);
    private static final int KEY_SIZE = 16;

    private final ReplicaConfig config;
    private final LogStore store;
    private final RandomGenerator random;
    private final LogTable logs;
    private final Membership membership;
    private final PeerLinks links = new PeerLinks();
    private final TrafficBudget budget;
    private final RangePulls pulls;
    private final KnownIdentities identities;
    private final OwnStatements statements;
    private final Visible visible;
    private final HeadNotices notices;
    private final Neighbours neighbours;
    private final Growth growth;
    private final OwnDesk desk;
    private final FloorDesk floors;
    private final Quotas quotas;
    private final OwnRecovery recovery;
    private final VoteDesk votes;
    private final Certifying certifying;
    private final Joins joins;
    private final Returning returning;
    private final Farewells farewells;
    private final Greeting greeting;
    private final Exchange exchange;
    private final SealDesk seals;
    private final KeyDesk keys;
    private final ForkDesk forks;
    private final HeadDesk heads;
    private final BodyPulls bodies;
    private final ReceiptMail receipts;
    private final AddressMail addresses;
    private final IdentityMail identityMail;
    private final LineageMail lineages;
    private final StatusReport status;
    private final Incoming incoming;
    private final BundleDesk bundles;
    private final BundlePlans bundlePlans;

    /**
     * @param signer signs as the newest key of {@code config.chain()}
     * @param random for choices and for keys of reconciliation: from a secure source in a node, from the seed in the
     *     simulator
     */
    public Replica(
            ReplicaConfig config, LogStore store, Signer signer, SignatureVerifier verifier, RandomGenerator random) {
        this.config = config;
        this.store = store;
        this.random = random;
        IdentityChain own = config.chain();
        SchoolId self = own.school();
        budget = new TrafficBudget(config.hours(), self);
        pulls = new RangePulls(budget);
        identities = new KnownIdentities(own, store, verifier);
        membership = new Membership(identities::chain, verifier, config.understood());
        logs = new LogTable(store, identities::seal);
        readMembership();
        statements = new OwnStatements(own, signer, store);
        visible = new Visible(self, membership);
        notices = new HeadNotices(random, config.push());
        neighbours = new Neighbours(self, random);
        CircleSets sets = new CircleSets(logs, visible::inCircle);
        ReceiptDesk receiptDesk = new ReceiptDesk(self, signer, own.epoch(), new Erasures(store)::below);
        BodyKeeping keeping = new BodyKeeping(store, logs, identities);
        growth = new Growth(self, logs, sets, pulls, links, membership, notices, receiptDesk, keeping);
        OwnLogs ownLogs = new OwnLogs(self, signer, own.epoch(), store);
        desk = new OwnDesk(self, store, logs, ownLogs, membership, growth);
        floors = new FloorDesk(store, logs, ownLogs, desk, config.floorAtLeast());
        recovery = new OwnRecovery(self, ownLogs, membership, neighbours);
        votes = new VoteDesk(self, logs, membership, desk);
        certifying = new Certifying(self, store, logs, membership, desk, growth);
        joins = new Joins(self, store, membership, desk, neighbours);
        farewells = new Farewells(self, store, logs, membership);
        greeting = new Greeting(config, store, logs, identities, membership, links, joins, statements, farewells);
        seals = new SealDesk(store, logs, links, pulls, growth);
        keys = new KeyDesk(own, logs, identities, ownLogs, links);
        forks = new ForkDesk(self, store, logs, identities, verifier, links, visible, ownLogs, seals, growth);
        EntryGate gate = new EntryGate(store, logs, verifier);
        quotas = new Quotas(self, store, logs, config.memberBytes());
        heads = new HeadDesk(
                self, store, verifier, logs, gate, identities, visible, pulls, ownLogs, forks, seals, recovery, quotas);
        exchange = new Exchange(self, store, membership, links, sets, heads, this::freshKey);
        Answers answers = new Answers(store, logs, sets, visible::inCircle, visible::served);
        bodies = new BodyPulls(store, logs, links, visible, growth, keeping, budget);
        returning = new Returning(config.returning(), self, membership, logs, links, pulls, bodies);
        receipts = new ReceiptMail(self, store, logs, identities, verifier, links, visible, receiptDesk);
        addresses = new AddressMail(self, store, identities, verifier, membership, neighbours, links);
        status = new StatusReport(
                self,
                logs,
                ownLogs,
                membership,
                joins,
                links,
                neighbours,
                pulls,
                budget,
                bodies,
                visible,
                identities,
                statements,
                quotas);
        lineages =
                new LineageMail(self, identities, verifier, membership, links, statements, ownLogs, recovery, random);
        identityMail = new IdentityMail(self, identities, membership);
        Incoming.Parts parts = new Incoming.Parts(
                identities,
                heads,
                forks,
                seals,
                answers,
                exchange,
                growth,
                bodies,
                receipts,
                addresses,
                identityMail,
                lineages,
                joins,
                returning,
                pulls,
                budget,
                quotas,
                status);
        incoming = new Incoming(logs, gate, parts);
        bundles = new BundleDesk(self, membership, logs, gate, incoming, parts);
        bundlePlans = new BundlePlans(self, logs, membership, visible);
    }

    /** Takes one input in; {@code now} never goes back by more than the clock does, and decides nothing but pauses. */
    public List<Effect> handle(Input input, Instant now) {
        Turn turn = new Turn(now);
        switch (input) {
            case Input.Started started -> started(turn, started);
            case Input.Published published -> desk.publish(turn, published);
            case Input.CircleFounded founded -> desk.found(turn, founded);
            case Input.InvitationMade made -> joins.invite(turn, made);
            case Input.JoinAsked asked -> joins.ask(turn, asked);
            case Input.KeysChanged changed -> keys.changed(turn, changed);
            case Input.ProposalMade made -> votes.propose(turn, made);
            case Input.BallotCast cast -> votes.answer(turn, cast);
            case Input.CircleLeft left -> votes.leave(turn, left);
            case Input.PeerConnected(LinkId link, PublicKey key, Optional<Way> dialled) ->
                connected(turn, link, key, dialled);
            case Input.FrameReceived(LinkId link, Frame frame) -> received(turn, link, frame);
            case Input.FrameUnreadable(LinkId link, String problem) ->
                Optional.ofNullable(links.get(link)).ifPresent(peer -> offend(turn, peer, problem));
            case Input.PeerGone(LinkId link) -> gone(turn, link);
            case Input.DialFailed(Way way, DialProblem problem) -> {
                neighbours.dialFailed(way, now, problem);
                recovery.dialFailed(way);
                joins.dialFailed(turn, way);
            }
            case Input.Nearby(SchoolId school, Endpoint endpoint) -> near(school, endpoint);
            case Input.TimerFired(Timer timer) -> fired(turn, timer);
            case Input.BundleAsked asked -> bundlePlans.plan(turn, asked);
            case Input.BundleOpened opened -> bundles.open(turn, opened);
            case Input.BundleFrame carried -> bundles.take(turn, carried);
            case Input.StatusAsked asked -> turn.reply(asked.request(), new Outcome.Status(status.report(now)));
        }
        settleIdentities(turn);
        settleMembership(turn);
        if (!returning.isUnderWay() || returning.isQuiet(turn.now())) {
            recovery.settle(turn);
        }
        return turn.effects();
    }

    private void readMembership() {
        for (LogStore.CharterBytes charter : store.charters()) {
            try {
                membership.addCharter(charter.circle(), CircleCodec.charter(charter.bytes()));
            } catch (Malformed e) {
                throw new IllegalStateException("a charter that was stored cannot be read: " + charter.circle(), e);
            }
        }
        for (LogState state : store.logs()) {
            if (state.log().channel().equals(Channel.CONTROL)
                    && state.log().scope().circle().isPresent()) {
                for (long seq = 0; seq < state.held(); seq++) {
                    long at = seq;
                    store.entry(state.log(), seq).ifPresent(entry -> membership.fold(state.log(), at, entry));
                }
                membership.clip(state.log(), logs.effectiveEnd(state));
            }
        }
        membership.join(store::entry);
    }

    private void started(Turn turn, Input.Started input) {
        if (!returning.isUnderWay()) {
            statements.started(turn, input);
        }
        returning.started(turn);
        heads.started(turn, membership);
        recovery.started(turn, input.restored());
        turn.schedule(Timer.PULLS, PULLS_EVERY);
        turn.schedule(Timer.POLL, config.pollEvery());
        certifying.wake(turn);
        look(turn);
    }

    private void connected(Turn turn, LinkId id, PublicKey key, Optional<Way> dialled) {
        PeerLink link = new PeerLink(id, key, dialled, dialled.flatMap(joins::behind), turn.now());
        if (links.count() >= Limits.LINKS || dialled.isEmpty() && links.strangers() >= Limits.STRANGERS) {
            turn.disconnect(id, Reason.LIMIT, "too many connections");
            dialled.ifPresent(way -> neighbours.refused(way, turn.now()));
            return;
        }
        links.add(link);
        if (dialled.isPresent()) {
            greeting.begin(turn, link, neighbours.schoolAt(dialled.get()));
        }
    }

    private void received(Turn turn, LinkId id, Frame frame) {
        PeerLink link = links.get(id);
        if (link == null) {
            return;
        }
        status.frame();
        if (link.school.isPresent()) {
            status.heard(link.school.get(), turn.now());
            incoming.handle(turn, link, link.school.get(), frame).ifPresent(problem -> offend(turn, link, problem));
            return;
        }
        switch (frame) {
            case Hello hello ->
                greeting.answer(turn, link, hello)
                        .ifPresentOrElse(
                                refused -> disconnect(turn, link, refused.reason(), refused.text()),
                                () -> welcome(turn, link, hello));
            case Goodbye goodbye -> farewell(turn, link, goodbye);
            case Identities told -> identityMail.toldOfUs(turn, told);
            case IdentityRequest asked when asked.schools().isEmpty() -> whoIs(turn, link);
            default -> disconnect(turn, link, Reason.BAD_FRAME, "the first frame must be Hello");
        }
    }

    /** Somebody shows a recovery key and asks whose it is. */
    private void whoIs(Turn turn, PeerLink link) {
        if (!identityMail.whoIs(turn, link)) {
            disconnect(turn, link, Reason.NOT_A_MEMBER, "no school of a circle in common has this paper");
        }
    }

    private void welcome(Turn turn, PeerLink link, Hello hello) {
        SchoolId school = link.school.orElseThrow();
        status.heard(school, turn.now());
        // Who says Hello without a circle in common does so only to tell us why we are out.
        link.accepted = link.invited || !hello.circles().isEmpty();
        if (link.accepted) {
            link.dialled.ifPresent(neighbours::accepted);
        }
        greeting.catchUp(turn, link);
        hello.address().ifPresent(record -> addresses.received(turn, link, List.of(record)));
        hello.yourHeads().forEach(head -> incoming.ownHead(turn, link, head));
        recovery.heard(school);
        lineages.welcome(turn, link, hello.lineage());
        greeting.charters(turn, link, hello);
        farewells.tell(turn, link);
        forks.welcome(turn, link, school);
        addresses.welcome(turn, link, school);
        receipts.welcome(turn, link, school);
        exchange.adjust(turn, link);
        identityMail.askUnknown(turn, List.of(link));
        identityMail.welcome(turn, link);
        bodies.welcome();
        dropDuplicate(turn, school);
    }

    /** Both sides may dial at once: the lower of the two schools closes one of the links. */
    private void dropDuplicate(Turn turn, SchoolId school) {
        List<PeerLink> both = links.of(school);
        boolean forJoining = both.stream().anyMatch(link -> link.invited);
        if (both.size() > 1 && !forJoining && config.chain().school().compareTo(school) < 0) {
            PeerLink spare = both.stream()
                    .filter(link -> link.dialled.isEmpty())
                    .findFirst()
                    .orElse(both.getLast());
            disconnect(turn, spare, Reason.DUPLICATE, "another connection is kept");
        }
    }

    private void farewell(Turn turn, PeerLink link, Goodbye goodbye) {
        if (goodbye.reason().equals(Optional.of(Reason.INVITATION_REFUSED))) {
            link.invitation.ifPresent(invitation -> joins.refused(turn, invitation));
        }
    }

    private void gone(Turn turn, LinkId id) {
        PeerLink link = links.remove(id);
        if (link == null) {
            return;
        }
        link.dialled.ifPresent(way -> {
            if (link.accepted) {
                neighbours.ended(way, link.since, turn.now());
            } else {
                neighbours.refused(way, turn.now());
            }
        });
        identities.linkGone(id);
        forks.linkGone(id);
        seals.linkGone(id);
        pulls.linkGone(turn, id);
        look(turn);
    }

    private void fired(Turn turn, Timer timer) {
        switch (timer) {
            case NEIGHBOURS -> {
                neighbours.timerFired();
                look(turn);
            }
            case NOTICES ->
                notices.flush(turn, links.schools().stream().map(l -> l.id).toList(), this::mayTell, logs, store);
            case RECEIPTS -> {
                if (!returning.isUnderWay()) {
                    receipts.flush(turn);
                }
            }
            case ADDRESSES -> addresses.flush(turn);
            case MEMBERS -> {
                if (exchange.membersTimer(turn)) {
                    meetMembers(turn);
                }
            }
            case VOTES -> certifying.count(turn);
            case PULLS -> {
                pulls.expire(turn);
                pulls.wake(turn);
                forks.expire(turn);
                seals.expire(turn);
                links.all().forEach(link -> link.served.age());
                bodies.ask(turn);
                floors.look(turn);
                quotas.look().forEach(school -> growth.changed(List.copyOf(membership.circlesOf(school))));
                receipts.lookBack(turn, bodies::isIncomplete);
                identityMail.askUnknown(turn, links.schools());
                dropSilentStrangers(turn);
                turn.schedule(Timer.PULLS, PULLS_EVERY);
            }
            case POLL -> {
                exchange.poll(turn);
                links.schools().forEach(link -> farewells.tell(turn, link));
                turn.schedule(Timer.POLL, config.pollEvery());
            }
        }
    }

    private boolean mayTell(LogId log, LinkId id) {
        PeerLink link = links.get(id);
        return link != null && link.school.isPresent() && visible.served(log, link.school.get());
    }

    private void look(Turn turn) {
        joins.redial(turn, links);
        returning.look(turn, neighbours);
        neighbours.look(
                turn,
                recovery.isUnderWay() ? Limits.LINKS : Limits.NEIGHBOURS,
                membership.ownOrJoining(config.chain().school()).stream()
                        .map(membership::candidates)
                        .toList(),
                links.linkedSchools(),
                school -> identities.chain(school).map(IdentityChain::signingKey));
    }

    /** Whoever is no member is left out: anybody in the building may say anything. */
    private void near(SchoolId school, Endpoint endpoint) {
        SchoolId self = config.chain().school();
        if (!school.equals(self)
                && membership.ownOrJoining(self).stream().anyMatch(circle -> membership.isCandidate(circle, school))) {
            neighbours.near(school, endpoint);
        }
    }

    private void dropSilentStrangers(Turn turn) {
        for (PeerLink link : links.all()) {
            if (link.isStranger() && link.since.plus(Limits.HELLO).isBefore(turn.now())) {
                disconnect(turn, link, Reason.NO_PROGRESS, "no Hello");
            }
        }
    }

    /** What waited for an identity goes on: what limits logs first, then what lets them grow. */
    private void settleIdentities(Turn turn) {
        for (SchoolId school : identities.takeFrozen()) {
            if (school.equals(config.chain().school())) {
                keys.superseded();
            }
            links.of(school).forEach(link -> disconnect(turn, link, Reason.WRONG_IDENTITY, "this identity is frozen"));
            identityMail.warn(turn, links.schools(), school);
        }
        for (IdentityChain chain : identities.takeFresh()) {
            SchoolId school = chain.school();
            seals.sealed(turn, chain);
            if (school.equals(config.chain().school())) {
                keys.superseded();
            }
            dropOldKeys(turn, chain);
            growth.changed(membership.identified(school));
            forks.retry(turn);
            addresses.identified(turn, school);
            identities.released(school).forEach(waiting -> heads.offer(turn, waiting.link(), waiting.head()));
        }
    }

    /** Whoever is connected under a key that has ended may have stolen it; its owner dials again. */
    private void dropOldKeys(Turn turn, IdentityChain chain) {
        for (PeerLink link : links.of(chain.school())) {
            if (!link.key.equals(chain.signingKey()) && !link.returning) {
                disconnect(turn, link, Reason.WRONG_IDENTITY, "the keys of this school were changed");
            }
        }
    }

    private void settleMembership(Turn turn) {
        if (growth.takeSaid()) {
            certifying.wake(turn);
        }
        List<CircleId> changed = growth.takeChangedCircles();
        if (!changed.isEmpty()) {
            links.all().stream().filter(greeting::isUninvited).forEach(link -> {
                farewells.tell(turn, link);
                disconnect(turn, link, Reason.NOT_A_MEMBER, "no circle in common");
            });
            forks.retry(turn);
            if (joins.membersChanged(turn)) {
                growth.tellOwn(turn);
            }
            if (exchange.membersChanged(turn, changed)) {
                meetMembers(turn);
            }
        }
    }

    private void meetMembers(Turn turn) {
        identityMail.askUnknown(turn, links.schools());
        look(turn);
    }

    private void offend(Turn turn, PeerLink link, String problem) {
        status.rejectedFrame();
        if (link.isStranger() || link.offend(Limits.OFFENCES)) {
            disconnect(turn, link, Reason.BAD_FRAME, problem);
        }
    }

    private void disconnect(Turn turn, PeerLink link, Reason reason, String text) {
        turn.disconnect(link.id, reason, text);
    }

    private Bytes freshKey() {
        byte[] key = new byte[KEY_SIZE];
        random.nextBytes(key);
        return Bytes.wrap(key);
    }
}
