// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Function;
import org.gorizont.node.backup.PutBack;
import org.gorizont.node.config.ConfigRefused;
import org.gorizont.node.config.ConfigText;
import org.gorizont.node.config.NodeConfig;
import org.gorizont.node.identity.IdentityRefused;
import org.gorizont.node.identity.Returned;
import org.gorizont.node.peers.Links;
import org.gorizont.node.peers.PeerLimits;
import org.gorizont.node.peers.PeerTls;
import org.gorizont.node.runtime.Busy;
import org.gorizont.node.runtime.Inbox;
import org.gorizont.node.runtime.LineagePort;
import org.gorizont.node.runtime.Pauses;
import org.gorizont.node.runtime.Ports;
import org.gorizont.node.runtime.ReplicaLoop;
import org.gorizont.node.runtime.Requests;
import org.gorizont.node.runtime.ScheduledTimers;
import org.gorizont.node.runtime.SteadyClock;
import org.gorizont.node.storage.DirectoryLock;
import org.gorizont.node.storage.DiskSpace;
import org.gorizont.node.storage.RocksLogStore;
import org.gorizont.node.storage.StoreBudget;
import org.gorizont.node.storage.StoreFailed;
import org.gorizont.node.storage.StoreRefused;
import org.gorizont.protocol.core.Input;
import org.gorizont.protocol.core.LogState;
import org.gorizont.protocol.core.LogStore;
import org.gorizont.protocol.core.Outcome;
import org.gorizont.protocol.core.Refusal;
import org.gorizont.protocol.core.RequestId;
import org.gorizont.protocol.crypto.Ed25519Signer;
import org.gorizont.protocol.crypto.Ed25519Verifier;
import org.gorizont.protocol.identity.NextLink;
import org.gorizont.protocol.identity.RecoverySheet;
import org.gorizont.protocol.identity.ReturningKey;
import org.gorizont.protocol.log.Seals;
import org.gorizont.protocol.model.Bytes;
import org.gorizont.protocol.model.Endpoint;
import org.gorizont.protocol.model.Hash;
import org.gorizont.protocol.model.IdentityChain;
import org.gorizont.protocol.model.Link;
import org.gorizont.protocol.model.SchoolId;
import org.gorizont.protocol.model.Signed;
import org.gorizont.protocol.replica.Replica;
import org.gorizont.protocol.replica.ReplicaConfig;

/**
 * A school that comes back with its recovery sheet, on an empty disk or on the data of a backup: asks a neighbour who it is if
 * no backup says so, fetches what all members hold of its logs under the sheet's first recovery key, changes keys, and leaves a
 * data directory for an ordinary start.
 */
final class SchoolReturn implements AutoCloseable {
    private static final Duration LOOK = Duration.ofMillis(300);
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    /** How often it says how far it has come although nothing has changed. */
    private static final Duration TELL = Duration.ofSeconds(20);

    /** Where nobody listens: for a backup that knows no address. */
    private static final Endpoint NOWHERE = new Endpoint("127.0.0.1", 9);

    private static final int SEED_SIZE = 32;
    private static final int TOKEN_SIZE = 16;

    private final Path data;
    private final Optional<Endpoint> from;
    private final boolean alone;
    private final RecoverySheet sheet;
    private final Consumer<String> says;
    private final SecureRandom random = new SecureRandom();
    private final List<AutoCloseable> parts = new ArrayList<>();

    /** @param says takes lines for the program that has started this one */
    SchoolReturn(Path data, Endpoint from, RecoverySheet sheet, Consumer<String> says) {
        this(data, Optional.of(from), false, sheet, says);
    }

    /**
     * A school whose data were put back.
     *
     * @param from where to ask first; empty: the addresses of the backup
     * @param alone nobody is asked: what others hold beyond the backup is given up
     */
    SchoolReturn(Path data, Optional<Endpoint> from, boolean alone, RecoverySheet sheet, Consumer<String> says) {
        this.data = data;
        this.from = from;
        this.alone = alone;
        this.sheet = sheet;
        this.says = says;
    }

    /**
     * Returns when the school is back.
     *
     * @return false if nobody there knows a school of this sheet, or there is nobody to ask
     * @throws TimeoutException if nobody answers
     */
    boolean run()
            throws IdentityRefused, ConfigRefused, StoreRefused, StoreFailed, IOException, InterruptedException,
                    TimeoutException {
        Returned.begin(data);
        NodeConfig config = NodeConfig.load(data);
        Returned.Paper paper = Returned.paper(sheet, new SchoolId(Hash.wrap(new byte[Hash.SIZE])));
        PeerTls tls = new PeerTls(paper.key(), paper.certificate());
        Optional<IdentityChain> putBack = PutBack.underWay(data);
        Optional<IdentityChain> known = putBack.isPresent()
                ? putBack
                : WhoAmI.ask(from.orElseThrow(), config.peers().proxy(), tls, sheet);
        if (known.isEmpty()) {
            return false;
        }
        says.accept("school " + known.get().school());
        keep(DirectoryLock.acquire(data));
        RocksLogStore store =
                keep(RocksLogStore.open(data.resolve("store"), GorizontNode.PROGRAM, () -> fresh(TOKEN_SIZE)));
        if (putBack.isPresent() && store.charters().isEmpty() && from.isEmpty() && !alone) {
            return false;
        }
        Optional<IdentityChain> chain = known;
        while (chain.isPresent()) {
            chain = fetched(store, config, tls, newer(store.reader(), chain.get()));
        }
        if (!Files.exists(data.resolve(NodeConfig.FILE))) {
            Files.writeString(data.resolve(NodeConfig.FILE), ConfigText.of(NodeConfig.DEFAULTS));
        }
        PutBack.done(data);
        says.accept("returned " + own(store.reader(), known.get().school()));
        return true;
    }

    /** Fetches and changes keys; a longer chain, if one was told meanwhile: then once more under that one. */
    private Optional<IdentityChain> fetched(RocksLogStore store, NodeConfig config, PeerTls tls, IdentityChain chain)
            throws IOException, StoreFailed, InterruptedException {
        Inbox inbox = new Inbox();
        Requests requests = new Requests(inbox);
        InstantSource clock = new SteadyClock(InstantSource.system());
        int before = parts.size();
        try {
            Links links =
                    keep(new Links(tls, PeerLimits.DEFAULTS, config.peers().proxy(), inbox::offer));
            ScheduledTimers timers = keep(new ScheduledTimers(clock, inbox));
            // Whoever types an address of this very machine means it.
            boolean loopback = config.peers().allowLoopbackAddresses()
                    || from.filter(typed -> PeerLinks.isLoopback(typed.host())).isPresent();
            Ports ports = new Ports(
                    new PeerLinks(links, loopback, inbox), timers, requests, _ -> {}, new NothingToRemember());
            ReplicaLoop loop = keep(loop(store, config, chain, inbox, ports, clock));
            inbox.offer(new Input.Started(1, fresh(TOKEN_SIZE), List.of(), List.of(), true));
            loop.start();
            return await(requests, store.reader(), chain)
                    ? Optional.empty()
                    : Optional.of(newer(store.reader(), chain));
        } finally {
            close(before);
        }
    }

    private ReplicaLoop loop(
            RocksLogStore store,
            NodeConfig config,
            IdentityChain chain,
            Inbox inbox,
            Ports ports,
            InstantSource clock) {
        ReplicaConfig returning =
                new ReplicaConfig(chain, GorizontNode.PROGRAM, false, ReplicaConfig.POLL, Optional.of(first(store)));
        Replica replica = new Replica(returning, store, ReturningKey.lost(chain), new Ed25519Verifier(), random);
        StoreBudget budget = new StoreBudget(
                DiskSpace.of(data), data.resolve("store"), config.store().budgetMib());
        return new ReplicaLoop(
                replica::handle, store, inbox, ports, clock, budget, Pauses.DEFAULTS, (_, line, cause) -> {
                    System.err.println("gorizont: " + line);
                    cause.printStackTrace(System.err);
                });
    }

    /** Waits until everything is here and changes keys; false if the keys turn out to have been changed since. */
    private boolean await(Requests requests, LogStore reader, IdentityChain chain)
            throws IOException, InterruptedException {
        Instant told = Instant.now();
        long said = -1;
        while (true) {
            if (!(ask(requests, Input.StatusAsked::new) instanceof Outcome.Status(var status))) {
                throw new IOException("the disk takes no writes");
            }
            if (alone || status.writing().isEmpty()) {
                Outcome outcome = change(requests, reader, chain);
                if (outcome instanceof Outcome.KeysChanged) {
                    Returned.publish(data);
                    return true;
                } else if (alone && !isOutdated(outcome)) {
                    throw new IOException("the store does not take the new keys: " + outcome);
                }
            } else if (status.writing().get() == Refusal.KEYS_CHANGED) {
                return false;
            }
            long entries = own(reader, chain.school());
            if (entries != said || Duration.between(told, Instant.now()).compareTo(TELL) > 0) {
                told = Instant.now();
                said = entries;
                says.accept("entries " + entries);
            }
            Thread.sleep(LOOK);
        }
    }

    /** Something has come in between: another link is made. */
    private static boolean isOutdated(Outcome outcome) {
        return outcome instanceof Outcome.Refused(Refusal why, String _) && why == Refusal.SEALS_OUTDATED;
    }

    /** All members are dialled anyway, as far as the backup knows them: then any address will do. */
    private Endpoint first(LogStore store) {
        return from.or(() -> store.addresses().stream()
                        .flatMap(address -> address.value().endpoints().stream())
                        .findFirst())
                .orElse(NOWHERE);
    }

    private Outcome change(Requests requests, LogStore reader, IdentityChain chain) throws IOException {
        Bytes signingSeed = fresh(SEED_SIZE);
        Signed<Link> link = NextLink.make(
                        chain, sheet, new Ed25519Signer(signingSeed).publicKey(), Seals.of(reader.logs(), chain))
                .orElseThrow(() -> new IOException("the identity chain goes on with another sheet"));
        List<Signed<Link>> links = new ArrayList<>(chain.links());
        links.add(link);
        IdentityChain next = new IdentityChain(chain.school(), chain.genesisBytes(), chain.genesis(), links);
        Returned.stage(data, next, signingSeed, sheet);
        return ask(requests, request -> new Input.KeysChanged(request, link));
    }

    private static Outcome ask(Requests requests, Function<RequestId, Input> question) throws IOException {
        try {
            return requests.ask(question, PATIENCE).join();
        } catch (Busy | CompletionException e) {
            throw new IOException("the loop does not answer: " + e.getMessage(), e);
        }
    }

    private static IdentityChain newer(LogStore reader, IdentityChain chain) {
        return reader.chain(chain.school())
                .filter(stored -> stored.epoch() > chain.epoch())
                .orElse(chain);
    }

    private static long own(LogStore reader, SchoolId school) {
        return reader.logs().stream()
                .filter(state -> state.log().school().equals(school))
                .mapToLong(LogState::held)
                .sum();
    }

    private Bytes fresh(int size) {
        byte[] bytes = new byte[size];
        random.nextBytes(bytes);
        return Bytes.wrap(bytes);
    }

    private <T extends AutoCloseable> T keep(T part) {
        parts.add(part);
        return part;
    }

    private void close(int left) {
        while (parts.size() > left) {
            try {
                parts.removeLast().close();
            } catch (Exception e) {
                System.err.println("gorizont: while closing: " + e);
            }
        }
    }

    @Override
    public void close() {
        close(0);
    }

    /** No start of this program counts as one of the school's. */
    private static final class NothingToRemember implements LineagePort {
        @Override
        public void restored(boolean restored) {}

        @Override
        public void counted(long startCounter) {}
    }
}
