// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.replica;

import java.util.random.RandomGenerator;
import org.gorizont.protocol.core.LogStore;
import org.gorizont.protocol.crypto.SignatureVerifier;
import org.gorizont.protocol.crypto.Signer;
import org.gorizont.protocol.gossip.HeadNotices;
import org.gorizont.protocol.gossip.Neighbours;
import org.gorizont.protocol.gossip.ReceiptDesk;
import org.gorizont.protocol.log.OwnLogs;
import org.gorizont.protocol.membership.Membership;
import org.gorizont.protocol.model.Bytes;
import org.gorizont.protocol.model.IdentityChain;
import org.gorizont.protocol.model.SchoolId;
import org.gorizont.protocol.sync.CircleSets;
import org.gorizont.protocol.sync.RangePulls;
import org.gorizont.protocol.sync.TrafficBudget;

/**
 * Everything that a replica consists of, put together once: who needs whom stands here and nowhere else. Rules are in the
 * parts; {@link Replica}, {@link LinkDesk}, {@link Incoming}, {@link BundleDesk} and {@link Settling} route between them.
 */
final class Parts {
    private static final int KEY_SIZE = 16;

    final ReplicaConfig config;
    final SchoolId self;
    final LogStore store;
    final LogTable logs;
    final Membership membership;
    final PeerLinks links = new PeerLinks();
    final TrafficBudget budget;
    final RangePulls pulls;
    final KnownIdentities identities;
    final EntryGate gate;
    final Answers answers;
    final OwnStatements statements;
    final Visible visible;
    final HeadNotices notices;
    final Neighbours neighbours;
    final Growth growth;
    final OwnDesk desk;
    final FloorDesk floors;
    final Quotas quotas;
    final OwnRecovery recovery;
    final VoteDesk votes;
    final Certifying certifying;
    final Joins joins;
    final Returning returning;
    final Farewells farewells;
    final Greeting greeting;
    final Exchange exchange;
    final SealDesk seals;
    final KeyDesk keys;
    final ForkDesk forks;
    final HeadDesk heads;
    final BodyPulls bodies;
    final ReceiptMail receipts;
    final AddressMail addresses;
    final IdentityMail identityMail;
    final LineageMail lineages;
    final StatusReport status;
    final BundlePlans bundlePlans;

    Parts(ReplicaConfig config, LogStore store, Signer signer, SignatureVerifier verifier, RandomGenerator random) {
        this.config = config;
        this.store = store;
        IdentityChain own = config.chain();
        self = own.school();
        budget = new TrafficBudget(config.hours(), self);
        pulls = new RangePulls(budget);
        identities = new KnownIdentities(own, store, verifier);
        membership = new Membership(identities::chain, verifier, config.understood());
        logs = new LogTable(store, identities::seal);
        StoredMembership.read(store, logs, membership);
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
        gate = new EntryGate(store, logs, verifier);
        quotas = new Quotas(self, store, logs, config.memberBytes());
        heads = new HeadDesk(
                self, store, verifier, logs, gate, identities, visible, pulls, ownLogs, forks, seals, recovery, quotas);
        exchange = new Exchange(self, store, membership, links, sets, heads, () -> freshKey(random));
        answers = new Answers(store, logs, sets, visible::inCircle, visible::served);
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
        bundlePlans = new BundlePlans(self, logs, membership, visible);
    }

    private static Bytes freshKey(RandomGenerator random) {
        byte[] key = new byte[KEY_SIZE];
        random.nextBytes(key);
        return Bytes.wrap(key);
    }
}
