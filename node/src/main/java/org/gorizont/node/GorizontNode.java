// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node;

import java.io.IOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Supplier;
import org.gorizont.node.accounts.OneTimeCode;
import org.gorizont.node.accounts.People;
import org.gorizont.node.admin.AdminParts;
import org.gorizont.node.admin.AdminPort;
import org.gorizont.node.admin.NodeFacts;
import org.gorizont.node.admin.OwnWays;
import org.gorizont.node.admin.WordSearch;
import org.gorizont.node.backup.Backups;
import org.gorizont.node.backup.NightlyBackups;
import org.gorizont.node.bells.BellsFile;
import org.gorizont.node.circles.Networks;
import org.gorizont.node.config.ConfigRefused;
import org.gorizont.node.config.NodeConfig;
import org.gorizont.node.config.PeersConfig;
import org.gorizont.node.desk.Desk;
import org.gorizont.node.drafting.Beginnings;
import org.gorizont.node.identity.IdentityRefused;
import org.gorizont.node.identity.KeyChange;
import org.gorizont.node.identity.Lineage;
import org.gorizont.node.identity.NodeIdentity;
import org.gorizont.node.identity.RelayToken;
import org.gorizont.node.local.LocalDrafts;
import org.gorizont.node.nearby.Neighbourhood;
import org.gorizont.node.peers.Links;
import org.gorizont.node.peers.PeerLimits;
import org.gorizont.node.peers.PeerTls;
import org.gorizont.node.peers.RelayState;
import org.gorizont.node.publishing.Publisher;
import org.gorizont.node.readmodel.Freshness;
import org.gorizont.node.readmodel.ReadModels;
import org.gorizont.node.runtime.Busy;
import org.gorizont.node.runtime.Inbox;
import org.gorizont.node.runtime.Pauses;
import org.gorizont.node.runtime.Ports;
import org.gorizont.node.runtime.ReplicaLoop;
import org.gorizont.node.runtime.Requests;
import org.gorizont.node.runtime.ScheduledTimers;
import org.gorizont.node.runtime.SteadyClock;
import org.gorizont.node.runtime.StopPort;
import org.gorizont.node.runtime.StoreHealth;
import org.gorizont.node.search.Finder;
import org.gorizont.node.search.Found;
import org.gorizont.node.setup.Setup;
import org.gorizont.node.setup.Step;
import org.gorizont.node.storage.Ballast;
import org.gorizont.node.storage.DirectoryLock;
import org.gorizont.node.storage.DiskSpace;
import org.gorizont.node.storage.RocksLogStore;
import org.gorizont.node.storage.StoreBudget;
import org.gorizont.node.storage.StoreFailed;
import org.gorizont.node.storage.StoreRefused;
import org.gorizont.node.vocabulary.Vocabularies;
import org.gorizont.node.web.Beginning;
import org.gorizont.node.web.WebPages;
import org.gorizont.protocol.core.Input;
import org.gorizont.protocol.core.Limits;
import org.gorizont.protocol.core.LogState;
import org.gorizont.protocol.core.LogStore;
import org.gorizont.protocol.core.Outcome;
import org.gorizont.protocol.core.RequestId;
import org.gorizont.protocol.crypto.Ed25519Verifier;
import org.gorizont.protocol.model.Bytes;
import org.gorizont.protocol.model.Endpoint;
import org.gorizont.protocol.model.IdentityChain;
import org.gorizont.protocol.model.RelayEndpoint;
import org.gorizont.protocol.model.SchoolId;
import org.gorizont.protocol.replica.Replica;
import org.gorizont.protocol.replica.ReplicaConfig;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A running node. Everything is wired in {@link #start}, from top to bottom; it is closed in the other direction. */
public final class GorizontNode implements AutoCloseable {
    /** Name and version of the program, told to neighbours and in the store. */
    public static final String PROGRAM = "gorizont 0.1";

    private static final Logger LOG = LoggerFactory.getLogger(GorizontNode.class);
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final List<AutoCloseable> parts = new ArrayList<>();
    private Optional<String> webUrl = Optional.empty();
    private int peerPort;

    private GorizontNode() {}

    /**
     * Starts the node of a data directory.
     *
     * @param firstCode with which the first account is made
     * @param stop is told when the node cannot go on
     * @param askedToStop somebody asks the node to stop
     * @param keysChanged the keys of the school were changed: close this node and start it again
     * @throws IdentityRefused if there is no identity, or it is damaged
     * @throws StoreRefused if the store is in use, damaged, or of a newer program
     * @throws ConfigRefused if files that the settings name do not do
     * @throws IOException if a port or a file cannot be had
     */
    public static GorizontNode start(
            Path data,
            NodeConfig config,
            OneTimeCode firstCode,
            StopPort stop,
            Runnable askedToStop,
            Runnable keysChanged)
            throws ConfigRefused, IdentityRefused, StoreRefused, StoreFailed, IOException {
        GorizontNode node = new GorizontNode();
        try {
            node.wire(data, config, firstCode, stop, askedToStop, keysChanged);
            return node;
        } catch (ConfigRefused | IdentityRefused | StoreRefused | StoreFailed | IOException | RuntimeException e) {
            node.close();
            throw e;
        }
    }

    private void wire(
            Path data,
            NodeConfig config,
            OneTimeCode firstCode,
            StopPort stop,
            Runnable askedToStop,
            Runnable keysChanged)
            throws ConfigRefused, IdentityRefused, StoreRefused, StoreFailed, IOException {
        SecureRandom random = new SecureRandom();
        Instant startedAt = Instant.now();
        keep(DirectoryLock.acquire(data));
        NodeIdentity found = NodeIdentity.load(data);
        DiskSpace disk = DiskSpace.of(data);
        Ballast ballast = new Ballast(
                data,
                config.store().ballastMib(),
                () -> fresh(random, Ballast.pieceBytes()).toArray());
        giveUpBallastOnAFullDisk(disk, ballast);
        RocksLogStore store = keep(RocksLogStore.open(data.resolve("store"), PROGRAM, () -> fresh(random)));
        NodeIdentity identity = KeyChange.finished(data, found, store.chain(found.school()));
        Lineage lineage = Lineage.begin(store, data, fresh(random), fresh(random));
        if (lineage.restored()) {
            LOG.warn("this store was restored or copied: nothing is published until neighbours have said how far the"
                    + " logs of this school have come");
        }

        InstantSource clock = new SteadyClock(InstantSource.system());
        Inbox inbox = new Inbox();
        Requests requests = new Requests(inbox);
        LogStore reader = store.reader();
        LastStatus status = new LastStatus(requests);
        Supplier<Freshness> freshness = () -> new Freshness(status.get(), clock.instant());
        StoreSource source = new StoreSource(reader);
        Vocabularies vocabularies = Vocabularies.in(data.resolve("vocabulary"));
        People people = People.open(data, random, clock, PROGRAM, firstCode);
        LocalDrafts drafts = LocalDrafts.open(data);

        ReplicaConfig replicaConfig = new ReplicaConfig(
                        identity.chain(),
                        PROGRAM,
                        config.peers().push(),
                        ReplicaConfig.POLL,
                        Optional.empty(),
                        config.traffic().hours())
                .withMemberBytes((long) config.store().schoolMib() << 20);
        Replica replica = new Replica(replicaConfig, store, identity.signer(), new Ed25519Verifier(), random);
        PeerTls tls = new PeerTls(identity.tlsKey(), identity.certificate());
        Links links = keep(new Links(tls, limits(config.peers()), config.peers().proxy(), inbox::offer));
        ScheduledTimers timers = keep(new ScheduledTimers(clock, inbox));
        peerPort = listen(links, config.peers());

        ReadModels models = keep(ReadModels.open(data.resolve("readmodel"), source, freshness));
        Finder finder = keep(Finder.open(data.resolve("index"), source, models.catalogue(), vocabularies));
        ReadModelsSide readSide = new ReadModelsSide(reader, models.follower(), finder.follower());
        Wiper wiper = keep(new Wiper(store, () -> {
                    readSide.awaitAll(PATIENCE);
                    models.wipe();
                    finder.wipe();
                })
                .start());
        Ports ports = new Ports(
                new PeerLinks(links, config.peers().allowLoopbackAddresses(), inbox),
                timers,
                requests,
                _ -> {
                    readSide.wake();
                    wiper.wake();
                },
                new StoredLineage(store));
        StoreBudget budget =
                new StoreBudget(disk, data.resolve("store"), config.store().budgetMib());
        ReplicaLoop loop = new ReplicaLoop(replica::handle, store, inbox, ports, clock, budget, Pauses.DEFAULTS, stop);
        keep(loop);
        DiskKeeper diskKeeper = keep(new DiskKeeper(budget, ballast, loop::trouble).start());
        Backups backups = new Backups(
                data,
                identity.chain(),
                PROGRAM,
                config.backup(),
                new StoredBackups(data, store, loop, () -> fresh(random)),
                InstantSource.system(),
                random);
        keep(NightlyBackups.start(backups, InstantSource.system(), ZoneId.systemDefault()));

        List<Endpoint> endpoints = config.peers().endpoints(peerPort);
        Optional<RelayEndpoint> relay = relay(data, config.peers(), fresh(random));
        relay.ifPresent(links::waitAt);
        Supplier<OwnWays> ways = () -> ways(config.peers(), relay, links);
        Supplier<NodeFacts> facts =
                () -> facts(reader, identity.chain(), startedAt, endpoints, ways.get(), diskKeeper.health());
        Input.Started started = new Input.Started(
                lineage.startCounter(),
                lineage.token(),
                endpoints,
                relay.stream().toList(),
                lineage.restored());
        inbox.offer(started);
        loop.start();
        meetNeighbours(identity.school(), config.peers(), inbox);
        Desk desk = Desk.open(data, random, clock);
        Publisher publisher = new Publisher(
                identity.school(),
                question -> ask(requests, question),
                models.catalogue(),
                readSide::caughtUp,
                size -> fresh(random, size));
        if (config.web().enabled()) {
            WebPages.Sources sources = new WebPages.Sources(
                    models.catalogue(),
                    finder,
                    status,
                    vocabularies,
                    clock,
                    people,
                    desk,
                    BellsFile.open(data),
                    publisher,
                    new NodeUpkeep(backups, drafts),
                    new SelfLook(data, status, facts, links, readSide).vitals(diskKeeper::health),
                    new Beginning(
                            firstStart(data),
                            keep(new Networks(
                                    identity.school(),
                                    question -> ask(requests, question),
                                    size -> fresh(random, size))),
                            new OwnBackupPlace(data, backups)));
            webUrl = Optional.of(keep(PagePorts.serve(data, config.web(), identity.school(), sources, random))
                    .address()
                    .toString());
        }
        SelfExam doctor = new SelfExam(data, config, reader, status, diskKeeper::health, ways, readSide, peerPort);
        keep(AdminPort.open(
                new AdminParts(
                        identity.school(),
                        question -> ask(requests, question),
                        models.catalogue(),
                        readSide,
                        (words, atMost) -> hits(finder, words, atMost),
                        new StoredOwnLogs(identity.school(), reader),
                        new NodeKeys(
                                data,
                                identity.chain(),
                                reader,
                                random,
                                question -> ask(requests, question).join(),
                                keysChanged),
                        new StoredForks(reader),
                        reader,
                        facts,
                        doctor::findings,
                        drafts,
                        people,
                        desk,
                        new Beginnings(publisher, models.catalogue()),
                        backups,
                        askedToStop),
                data,
                0));
    }

    /** Address of the pages. */
    public Optional<String> webUrl() {
        return webUrl;
    }

    /** Port for other nodes. */
    public int peerPort() {
        return peerPort;
    }

    @Override
    public synchronized void close() {
        while (!parts.isEmpty()) {
            try {
                parts.removeLast().close();
            } catch (Exception e) {
                System.err.println("gorizont: while stopping: " + e);
            }
        }
    }

    private <T extends AutoCloseable> T keep(T part) {
        parts.add(part);
        return part;
    }

    /** Behind a proxy everything is dialled through it, and it knows nothing of this building: others dial us. */
    private void meetNeighbours(SchoolId self, PeersConfig config, Inbox inbox) {
        if (config.isNearby()) {
            boolean dials = config.proxy().isEmpty();
            keep(Neighbourhood.open(self, config.host(), peerPort, hint -> {
                if (dials) {
                    inbox.offer(hint);
                }
            }));
        }
    }

    /** On loopback all schools have one address. */
    private static PeerLimits limits(PeersConfig config) {
        return config.allowLoopbackAddresses()
                ? PeerLimits.DEFAULTS.withStrangers(Limits.STRANGERS, Limits.STRANGERS)
                : PeerLimits.DEFAULTS;
    }

    /** What opens the store writes small files before anybody can look at pages. */
    private static void giveUpBallastOnAFullDisk(DiskSpace disk, Ballast ballast) {
        try {
            ballast.giveUpOnAFullDisk(disk.freeBytes());
        } catch (IOException e) {
            LOG.warn("the disk cannot be looked at: {}", e.getMessage());
        }
    }

    private static int listen(Links links, PeersConfig config) throws IOException {
        try {
            return links.listen(new InetSocketAddress(config.host(), config.port()));
        } catch (IOException e) {
            throw e.getCause() instanceof BindException ? new PortTaken("peers", config.port(), e) : e;
        }
    }

    /** The school exists, so its sheet was read back, whatever the program had time to note. */
    private static Setup firstStart(Path data) throws IOException {
        Setup setup = Setup.open(data);
        if (setup.isPending()) {
            setup.change(answers -> answers.reached(Step.ACCOUNT));
        }
        return setup;
    }

    private static Optional<RelayEndpoint> relay(Path data, PeersConfig config, Bytes fresh) throws IOException {
        return config.relay().isPresent()
                ? Optional.of(RelayToken.at(data, config.relay().get(), fresh))
                : Optional.empty();
    }

    private static OwnWays ways(PeersConfig config, Optional<RelayEndpoint> relay, Links links) {
        Optional<RelayState> state = links.relay();
        return new OwnWays(
                config.proxy(), relay, state.map(RelayState::waiting).orElse(0), state.flatMap(RelayState::problem));
    }

    private NodeFacts facts(
            LogStore store,
            IdentityChain own,
            Instant startedAt,
            List<Endpoint> endpoints,
            OwnWays ways,
            StoreHealth health) {
        List<LogState> logs = store.logs();
        long ownEntries = logs.stream()
                .filter(state -> state.log().school().equals(own.school()))
                .mapToLong(LogState::held)
                .sum();
        long all = logs.stream().mapToLong(LogState::held).sum();
        return new NodeFacts(PROGRAM, startedAt, endpoints, webUrl, ownEntries, all, own.epoch(), ways, health);
    }

    private static CompletableFuture<Outcome> ask(Requests requests, Function<RequestId, Input> question) {
        try {
            return requests.ask(question, PATIENCE);
        } catch (Busy e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    private static WordSearch.Hits hits(Finder finder, String words, int atMost) {
        Found found = finder.find(words, Optional.empty(), 0, atMost);
        return new WordSearch.Hits(found.hits().stream().map(Found.Hit::key).toList(), found.total());
    }

    private static Bytes fresh(SecureRandom random) {
        return fresh(random, 16);
    }

    private static Bytes fresh(SecureRandom random, int size) {
        byte[] bytes = new byte[size];
        random.nextBytes(bytes);
        return Bytes.wrap(bytes);
    }
}
