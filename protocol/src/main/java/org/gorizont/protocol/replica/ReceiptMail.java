// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.replica;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gorizont.protocol.core.Change;
import org.gorizont.protocol.core.LogState;
import org.gorizont.protocol.core.LogStore;
import org.gorizont.protocol.core.Turn;
import org.gorizont.protocol.crypto.SignatureVerifier;
import org.gorizont.protocol.crypto.SigningContext;
import org.gorizont.protocol.frame.Receipts;
import org.gorizont.protocol.gossip.ReceiptDesk;
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

    private final SchoolId self;
    private final LogStore store;
    private final LogTable logs;
    private final KnownIdentities identities;
    private final SignatureVerifier verifier;
    private final PeerLinks links;
    private final Visible visible;
    private final ReceiptDesk desk;

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
    }

    /** Signs what was collected and sends it: to the owner if it is a neighbour, else to all neighbours. */
    void flush(Turn turn) {
        for (Signed<Receipt> receipt : desk.sign(turn)) {
            keep(turn, receipt);
            SchoolId owner = owner(receipt);
            if (!forward(turn, owner, receipt)) {
                links.schools().stream()
                        .filter(link -> allowed(receipt, link))
                        .forEach(link -> turn.send(link.id, new Receipts(List.of(receipt))));
            }
        }
    }

    /** Hands a neighbour what others stated about its own logs. */
    void welcome(Turn turn, PeerLink link, SchoolId school) {
        List<Signed<Receipt>> kept = new ArrayList<>();
        for (LogState state : logs.all(log -> log.school().equals(school))) {
            store.receipts(state.log()).stream()
                    .filter(receipt -> !kept.contains(receipt))
                    .forEach(kept::add);
        }
        for (int from = 0; from < kept.size(); from += RECEIPTS_IN_FRAME) {
            turn.send(link.id, new Receipts(kept.subList(from, Math.min(kept.size(), from + RECEIPTS_IN_FRAME))));
        }
    }

    /** Receipts came over a link; false if one of them is no receipt. */
    boolean received(Turn turn, PeerLink link, Receipts frame) {
        for (Signed<Receipt> receipt : frame.receipts()) {
            SchoolId holder = receipt.value().holder();
            if (holder.equals(self)
                    || identities.chain(holder).isEmpty()
                    || news(receipt).isEmpty()) {
                continue;
            }
            if (!verified(receipt)) {
                return false;
            }
            if (keep(turn, receipt) && link.school.equals(Optional.of(holder))) {
                forward(turn, owner(receipt), receipt);
            }
        }
        return true;
    }

    private boolean verified(Signed<Receipt> receipt) {
        return identities
                .chain(receipt.value().holder())
                .flatMap(chain -> chain.signingKey(receipt.value().epoch()))
                .map(key -> verifier.verify(key, SigningContext.RECEIPT, receipt.exact(), receipt.signature()))
                .orElse(false);
    }

    private boolean forward(Turn turn, SchoolId owner, Signed<Receipt> receipt) {
        List<PeerLink> toOwner = links.of(owner);
        if (toOwner.isEmpty()) {
            return false;
        }
        if (allowed(receipt, toOwner.getFirst())) {
            turn.send(toOwner.getFirst().id, new Receipts(List.of(receipt)));
        }
        return true;
    }

    private boolean allowed(Signed<Receipt> receipt, PeerLink link) {
        return link.school.isPresent()
                && receipt.value().lines().stream().allMatch(line -> visible.served(line.log(), link.school.get()));
    }

    /** Keeps those lines that say more than is known; false if none does. */
    private boolean keep(Turn turn, Signed<Receipt> receipt) {
        List<ReceiptLine> news = news(receipt);
        news.forEach(line -> turn.persist(new Change.ReceiptStored(line.log(), receipt)));
        return !news.isEmpty();
    }

    private List<ReceiptLine> news(Signed<Receipt> receipt) {
        return receipt.value().lines().stream()
                .filter(line -> line.log().school().equals(self) || visible.wanted(line.log()))
                .filter(line -> line.size() > stated(receipt.value().holder(), line))
                .toList();
    }

    private long stated(SchoolId holder, ReceiptLine line) {
        return store.receipts(line.log()).stream()
                .map(Signed::value)
                .filter(receipt -> receipt.holder().equals(holder))
                .flatMap(receipt -> receipt.lines().stream())
                .filter(known -> known.log().equals(line.log()))
                .mapToLong(ReceiptLine::size)
                .max()
                .orElse(0);
    }

    private static SchoolId owner(Signed<Receipt> receipt) {
        return receipt.value().lines().getFirst().log().school();
    }
}
