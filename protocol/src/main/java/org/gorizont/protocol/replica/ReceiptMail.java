// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.replica;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.gorizont.protocol.core.Change;
import org.gorizont.protocol.core.LinkId;
import org.gorizont.protocol.core.LogState;
import org.gorizont.protocol.core.LogStore;
import org.gorizont.protocol.core.Turn;
import org.gorizont.protocol.crypto.SignatureVerifier;
import org.gorizont.protocol.crypto.SigningContext;
import org.gorizont.protocol.frame.Receipts;
import org.gorizont.protocol.gossip.ReceiptDesk;
import org.gorizont.protocol.model.LogId;
import org.gorizont.protocol.model.Receipt;
import org.gorizont.protocol.model.ReceiptLine;
import org.gorizont.protocol.model.SchoolId;
import org.gorizont.protocol.model.Signed;

/**
 * Receipts on their way to the owner of a log: from the holder to its neighbours, and from a neighbour of the owner to the
 * owner. At most two hops by themselves; whoever meets the owner later hands over what it has kept.
 */
final class ReceiptMail {
    /** Of the longest ones, so many stay below the limit of a frame. */
    private static final int RECEIPTS_IN_FRAME = 24;

    private static final int LOOKED_AT_ONCE = 500;

    private final SchoolId self;
    private final LogStore store;
    private final LogTable logs;
    private final KnownIdentities identities;
    private final SignatureVerifier verifier;
    private final PeerLinks links;
    private final Visible visible;
    private final ReceiptDesk desk;
    /** Logs whose receipt may have been lost with the last run, before it was signed. */
    private final Deque<LogId> unsure = new ArrayDeque<>();

    /** What a receipt is about; the newest of each is kept. */
    private record About(SchoolId holder, LogId log) implements Comparable<About> {
        @Override
        public int compareTo(About other) {
            int byHolder = holder.compareTo(other.holder);
            return byHolder != 0 ? byHolder : log.compareTo(other.log);
        }
    }

    ReceiptMail(
            SchoolId self,
            LogStore store,
            LogTable logs,
            KnownIdentities identities,
            SignatureVerifier verifier,
            PeerLinks links,
            Visible visible,
            ReceiptDesk desk) {
        this.self = self;
        this.store = store;
        this.logs = logs;
        this.identities = identities;
        this.verifier = verifier;
        this.links = links;
        this.visible = visible;
        this.desk = desk;
        logs.all(log -> !log.school().equals(self)).forEach(state -> unsure.add(state.log()));
    }

    /** Looks at some of the logs that were held at the start: what was held and not yet stated is stated now. */
    void lookBack(Turn turn, Predicate<LogId> incomplete) {
        for (int i = 0; i < LOOKED_AT_ONCE && !unsure.isEmpty(); i++) {
            LogId log = unsure.remove();
            logs.state(log)
                    .head()
                    .filter(_ -> visible.wanted(log) && !incomplete.test(log))
                    .filter(head -> stated(self, log) < head.size())
                    .ifPresent(head -> desk.holds(turn, head));
        }
    }

    /** Signs what was collected and sends it: to the owner if it is a neighbour, else to all neighbours. */
    void flush(Turn turn) {
        Map<LinkId, List<Signed<Receipt>>> mail = new TreeMap<>();
        for (Signed<Receipt> receipt : desk.sign(turn)) {
            keep(turn, receipt, new TreeMap<>());
            List<PeerLink> toOwner = links.of(owner(receipt));
            (toOwner.isEmpty() ? links.schools() : List.of(toOwner.getFirst()))
                    .stream()
                            .filter(link -> allowed(receipt, link))
                            .forEach(link -> mail.computeIfAbsent(link.id, _ -> new ArrayList<>())
                                    .add(receipt));
        }
        mail.forEach((link, receipts) -> send(turn, link, receipts));
    }

    /** Hands a neighbour what others stated about its own logs. */
    void welcome(Turn turn, PeerLink link, SchoolId school) {
        List<Signed<Receipt>> kept = new ArrayList<>();
        for (LogState state : logs.all(log -> log.school().equals(school))) {
            store.receipts(state.log()).stream()
                    .filter(receipt -> !kept.contains(receipt))
                    .forEach(kept::add);
        }
        send(turn, link.id, kept);
    }

    private static void send(Turn turn, LinkId link, List<Signed<Receipt>> receipts) {
        for (int from = 0; from < receipts.size(); from += RECEIPTS_IN_FRAME) {
            int to = Math.min(receipts.size(), from + RECEIPTS_IN_FRAME);
            turn.send(link, new Receipts(receipts.subList(from, to)));
        }
    }

    /** Receipts came over a link; false if one of them is no receipt. */
    boolean received(Turn turn, PeerLink link, Receipts frame) {
        Map<About, Long> now = new TreeMap<>();
        for (Signed<Receipt> receipt : frame.receipts()) {
            SchoolId holder = receipt.value().holder();
            if (holder.equals(self)
                    || identities.chain(holder).isEmpty()
                    || news(receipt, now).isEmpty()) {
                continue;
            }
            if (!verified(receipt)) {
                return false;
            }
            if (keep(turn, receipt, now) && link.school.equals(Optional.of(holder))) {
                forward(turn, receipt);
            }
        }
        return true;
    }

    /**
     * Receipts came in a bundle: what is news goes on to the owner, if it is a neighbour.
     *
     * @return how many said more than was known; nothing if one of them is no receipt
     */
    Optional<Integer> carried(Turn turn, Receipts frame) {
        int news = 0;
        Map<About, Long> now = new TreeMap<>();
        for (Signed<Receipt> receipt : frame.receipts()) {
            SchoolId holder = receipt.value().holder();
            if (holder.equals(self)
                    || identities.chain(holder).isEmpty()
                    || news(receipt, now).isEmpty()) {
                continue;
            }
            if (!verified(receipt)) {
                return Optional.empty();
            }
            keep(turn, receipt, now);
            forward(turn, receipt);
            news++;
        }
        return Optional.of(news);
    }

    private boolean verified(Signed<Receipt> receipt) {
        return identities
                .chain(receipt.value().holder())
                .flatMap(chain -> chain.signingKey(receipt.value().epoch()))
                .map(key -> verifier.verify(key, SigningContext.RECEIPT, receipt.exact(), receipt.signature()))
                .orElse(false);
    }

    private void forward(Turn turn, Signed<Receipt> receipt) {
        links.of(owner(receipt)).stream()
                .findFirst()
                .filter(link -> allowed(receipt, link))
                .ifPresent(link -> turn.send(link.id, new Receipts(List.of(receipt))));
    }

    private boolean allowed(Signed<Receipt> receipt, PeerLink link) {
        return link.school.isPresent()
                && receipt.value().lines().stream().allMatch(line -> visible.served(line.log(), link.school.get()));
    }

    /**
     * Keeps those lines that say more than is known; false if none does.
     *
     * @param now sizes that were kept in this turn, which the store does not tell yet
     */
    private boolean keep(Turn turn, Signed<Receipt> receipt, Map<About, Long> now) {
        List<ReceiptLine> news = news(receipt, now);
        for (ReceiptLine line : news) {
            turn.persist(new Change.ReceiptStored(line.log(), receipt));
            now.put(new About(receipt.value().holder(), line.log()), line.size());
        }
        return !news.isEmpty();
    }

    private List<ReceiptLine> news(Signed<Receipt> receipt, Map<About, Long> now) {
        SchoolId holder = receipt.value().holder();
        return receipt.value().lines().stream()
                .filter(line -> line.size() > now.getOrDefault(new About(holder, line.log()), 0L))
                .filter(line -> line.size() > stated(holder, line.log()))
                .filter(line -> line.log().school().equals(self) || visible.wanted(line.log()))
                .toList();
    }

    private long stated(SchoolId holder, LogId log) {
        return store.receipt(log, holder).map(Signed::value).map(Receipt::lines).orElse(List.of()).stream()
                .filter(line -> line.log().equals(log))
                .mapToLong(ReceiptLine::size)
                .max()
                .orElse(0);
    }

    private static SchoolId owner(Signed<Receipt> receipt) {
        return receipt.value().lines().getFirst().log().school();
    }
}
