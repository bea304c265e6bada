// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.bundle;

import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.gorizont.protocol.core.BundlePlan;
import org.gorizont.protocol.core.BundleTarget;
import org.gorizont.protocol.core.LogState;
import org.gorizont.protocol.core.LogStore;
import org.gorizont.protocol.frame.Entries;
import org.gorizont.protocol.frame.Frame;
import org.gorizont.protocol.log.StoredTree;
import org.gorizont.protocol.model.Bytes;
import org.gorizont.protocol.model.LogId;
import org.gorizont.protocol.model.Receipt;
import org.gorizont.protocol.model.ReceiptLine;
import org.gorizont.protocol.model.SchoolId;
import org.gorizont.protocol.model.Signed;
import org.gorizont.protocol.model.SignedHead;

/** What the reader of a bundle has stated to store already, by the receipts that are here; and the receipts that it gets. */
final class StatedSizes {
    private final BundlePlan plan;
    private final LogStore store;
    private final Optional<SchoolId> reader;
    private final boolean whole;
    private final TreeSet<LogId> planned = new TreeSet<>();

    StatedSizes(BundlePlan plan, LogStore store) {
        this.plan = plan;
        this.store = store;
        this.reader = plan.target() instanceof BundleTarget.School(SchoolId school, boolean _)
                ? Optional.of(school)
                : Optional.empty();
        this.whole = !(plan.target() instanceof BundleTarget.School(SchoolId _, boolean all)) || all;
        plan.logs().forEach(state -> planned.add(state.log()));
    }

    /**
     * What the reader lacks of a log. Of its own logs, only the head as it is known here: so it notices that its store has
     * lost something, or that another machine writes in its name.
     */
    Iterator<Frame> missing(LogState state) {
        SignedHead head = state.head().orElseThrow();
        if (whole) {
            return new LogFrames(store, head, 0);
        }
        if (reader.filter(state.log().school()::equals).isPresent()) {
            return Collections.<Frame>singletonList(
                            new Entries(state.log(), head.size(), List.of(), head, Optional.empty(), List.of()))
                    .iterator();
        }
        return new LogFrames(store, head, stated(head));
    }

    /** A statement about another version of the log counts for nothing: then the reader gets ours from the start. */
    private long stated(SignedHead head) {
        return store.receipts(head.log()).stream()
                .map(Signed::value)
                .filter(receipt -> reader.filter(receipt.holder()::equals).isPresent())
                .flatMap(receipt -> receipt.lines().stream())
                .filter(line -> line.log().equals(head.log()) && agrees(line, head))
                .mapToLong(ReceiptLine::size)
                .max()
                .orElse(0);
    }

    private boolean agrees(ReceiptLine line, SignedHead head) {
        return line.size() <= head.size()
                && StoredTree.root(line.log(), line.size(), store)
                        .filter(line.root()::equals)
                        .isPresent();
    }

    /**
     * For everybody: all receipts of these logs. For one school, which asks again and again: those about its own logs and
     * those of this school; others find their way by other bundles.
     */
    List<Signed<Receipt>> receipts() {
        TreeMap<Bytes, Signed<Receipt>> found = new TreeMap<>();
        for (LogState state : plan.logs()) {
            for (Signed<Receipt> receipt : store.receipts(state.log())) {
                if (isMeant(state.log(), receipt.value().holder()) && isAllowed(receipt.value())) {
                    found.put(receipt.exact(), receipt);
                }
            }
        }
        return List.copyOf(found.values());
    }

    private boolean isMeant(LogId log, SchoolId holder) {
        return reader.isEmpty() || reader.get().equals(log.school()) || holder.equals(plan.from());
    }

    private boolean isAllowed(Receipt receipt) {
        return receipt.lines().stream().allMatch(line -> planned.contains(line.log()));
    }
}
