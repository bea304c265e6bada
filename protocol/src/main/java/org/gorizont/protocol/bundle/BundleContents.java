// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.bundle;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.gorizont.protocol.core.BundlePlan;
import org.gorizont.protocol.core.BundleTarget;
import org.gorizont.protocol.core.Limits;
import org.gorizont.protocol.core.LogState;
import org.gorizont.protocol.core.LogStore;
import org.gorizont.protocol.frame.Addresses;
import org.gorizont.protocol.frame.BundleHeader;
import org.gorizont.protocol.frame.Charters;
import org.gorizont.protocol.frame.ForkAlert;
import org.gorizont.protocol.frame.Frame;
import org.gorizont.protocol.frame.Identities;
import org.gorizont.protocol.frame.Receipts;
import org.gorizont.protocol.model.AddressRecord;
import org.gorizont.protocol.model.Bytes;
import org.gorizont.protocol.model.Channel;
import org.gorizont.protocol.model.CircleId;
import org.gorizont.protocol.model.IdentityChain;
import org.gorizont.protocol.model.IdentityClaim;
import org.gorizont.protocol.model.LogId;
import org.gorizont.protocol.model.SchoolId;
import org.gorizont.protocol.model.Signed;

/**
 * The frames of a bundle, in an order in which every prefix is of use: charters; school by school identity, forks and CONTROL
 * logs; addresses; the other logs; receipts. Reads the store frame by frame while it goes on growing; what is read belongs to
 * the plan. Reads may block and fail as those of the store do. For one thread.
 */
public final class BundleContents implements Iterator<Frame> {
    private static final int IDENTITIES_IN_FRAME = 64;
    private static final int RECEIPTS_IN_FRAME = 1_000;

    private final BundlePlan plan;
    private final LogStore store;
    private final StatedSizes stated;
    private final TreeMap<LogId, LogState> logs = new TreeMap<>();
    private final Chained frames;

    public BundleContents(BundlePlan plan, LogStore store) {
        this.plan = plan;
        this.store = store;
        this.stated = new StatedSizes(plan, store);
        plan.logs().forEach(state -> logs.put(state.log(), state));
        this.frames = Chained.of(stages().iterator());
    }

    /** What the bundle says of itself. */
    public BundleHeader header() {
        Optional<SchoolId> to = plan.target() instanceof BundleTarget.School(SchoolId school, boolean _)
                ? Optional.of(school)
                : Optional.empty();
        return new BundleHeader(
                plan.from(),
                plan.circles().stream()
                        .map(circle -> new BundleHeader.Circle(circle.id(), circle.name()))
                        .toList(),
                to,
                1);
    }

    @Override
    public boolean hasNext() {
        return frames.hasNext();
    }

    @Override
    public Frame next() {
        return frames.next();
    }

    private List<Supplier<Iterator<Frame>>> stages() {
        List<Supplier<Iterator<Frame>>> all = new ArrayList<>();
        TreeMap<CircleId, Bytes> charters = charters();
        all.add(() -> Batches.of(List.copyOf(charters.values()), Limits.CIRCLES, Bytes::size).stream()
                .<Frame>map(batch -> new Charters(batch, 0))
                .iterator());
        for (BundlePlan.Circle circle : plan.circles()) {
            all.add(() -> introductions(circle, charters));
        }
        all.add(this::addresses);
        for (LogState state : plan.logs()) {
            if (!state.log().channel().equals(Channel.CONTROL)) {
                all.add(() -> stated.missing(state));
            }
        }
        all.add(this::receipts);
        return all;
    }

    private TreeMap<CircleId, Bytes> charters() {
        TreeMap<CircleId, Bytes> charters = new TreeMap<>();
        for (LogStore.CharterBytes charter : store.charters()) {
            if (plan.circles().stream().anyMatch(circle -> circle.id().equals(charter.circle()))) {
                charters.put(charter.circle(), charter.bytes());
            }
        }
        return charters;
    }

    private Iterator<Frame> introductions(BundlePlan.Circle circle, TreeMap<CircleId, Bytes> charters) {
        Bytes charter = charters.get(circle.id());
        if (charter == null) {
            return Collections.emptyIterator();
        }
        List<LogState> control =
                logs.values().stream().filter(state -> isControl(state, circle)).toList();
        Introductions rounds = new Introductions(store, circle, charter, control);
        return new Chained(() -> rounds.hasNext() ? Optional.of(introduce(circle, rounds.next())) : Optional.empty());
    }

    private Iterator<Frame> introduce(BundlePlan.Circle circle, List<SchoolId> round) {
        List<Frame> first = new ArrayList<>();
        List<IdentityChain> chains =
                round.stream().map(store::chain).flatMap(Optional::stream).toList();
        Batches.of(chains, IDENTITIES_IN_FRAME, BundleContents::size)
                .forEach(batch -> first.add(
                        new Identities(batch.stream().map(BundleContents::claim).toList())));
        store.forks().stream()
                .filter(fork -> round.contains(fork.first().log().school())
                        && logs.containsKey(fork.first().log()))
                .forEach(fork -> first.add(new ForkAlert(fork)));
        List<Supplier<Iterator<Frame>>> control = new ArrayList<>();
        control.add(first::iterator);
        logs.values().stream()
                .filter(state ->
                        isControl(state, circle) && round.contains(state.log().school()))
                .forEach(state -> control.add(() -> stated.missing(state)));
        return Chained.of(control.iterator());
    }

    private static boolean isControl(LogState state, BundlePlan.Circle circle) {
        return state.log().channel().equals(Channel.CONTROL)
                && state.log().scope().circle().filter(circle.id()::equals).isPresent();
    }

    private static int size(IdentityChain chain) {
        return chain.genesisBytes().size()
                + chain.links().stream()
                        .mapToInt(link -> link.exact().size() + 128)
                        .sum();
    }

    private static IdentityClaim claim(IdentityChain chain) {
        return new IdentityClaim(chain.genesisBytes(), chain.genesis(), chain.links());
    }

    private Iterator<Frame> addresses() {
        List<Signed<AddressRecord>> known = store.addresses().stream()
                .filter(record -> plan.circles().stream()
                        .anyMatch(circle ->
                                circle.candidates().contains(record.value().school())))
                .toList();
        return Batches.of(known, RECEIPTS_IN_FRAME, record -> record.exact().size()).stream()
                .<Frame>map(Addresses::new)
                .iterator();
    }

    private Iterator<Frame> receipts() {
        return Batches.of(
                        stated.receipts(),
                        RECEIPTS_IN_FRAME,
                        receipt -> receipt.exact().size())
                .stream()
                .<Frame>map(Receipts::new)
                .iterator();
    }
}
