// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.gossip;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import org.gorizont.protocol.codec.LogCodec;
import org.gorizont.protocol.core.Limits;
import org.gorizont.protocol.core.Timer;
import org.gorizont.protocol.core.Turn;
import org.gorizont.protocol.crypto.Signer;
import org.gorizont.protocol.crypto.SigningContext;
import org.gorizont.protocol.model.Bytes;
import org.gorizont.protocol.model.LogId;
import org.gorizont.protocol.model.Receipt;
import org.gorizont.protocol.model.ReceiptLine;
import org.gorizont.protocol.model.SchoolId;
import org.gorizont.protocol.model.Scope;
import org.gorizont.protocol.model.Signed;
import org.gorizont.protocol.model.SignedHead;

/**
 * Signs what this school stores of others' logs. Logs are collected for a while; one receipt then covers the logs of one
 * owner and scope, so that a receipt can go wherever its logs can.
 */
public final class ReceiptDesk {
    private final SchoolId self;
    private final Signer signer;
    private final int epoch;
    private final ToLongFunction<SignedHead> erased;
    private final TreeMap<LogId, SignedHead> fresh = new TreeMap<>();

    private record Group(SchoolId owner, Scope scope) implements Comparable<Group> {
        @Override
        public int compareTo(Group other) {
            int byOwner = owner.compareTo(other.owner);
            return byOwner != 0 ? byOwner : scope.compareTo(other.scope);
        }
    }

    /** @param erased how many entries up to a head erase something, which is carried out here */
    public ReceiptDesk(SchoolId self, Signer signer, int epoch, ToLongFunction<SignedHead> erased) {
        this.self = self;
        this.signer = signer;
        this.epoch = epoch;
        this.erased = erased;
    }

    /** All of this foreign log up to {@code head}, bodies included, is held as of this turn. */
    public void holds(Turn turn, SignedHead head) {
        if (fresh.isEmpty()) {
            turn.schedule(Timer.RECEIPTS, Limits.RECEIPT_DELAY);
        }
        fresh.put(head.log(), head);
    }

    /** Signs receipts for what was collected, at the heads that were noted: newer ones may lack bodies. */
    public List<Signed<Receipt>> sign(Turn turn) {
        Map<Group, List<ReceiptLine>> groups = new TreeMap<>();
        fresh.forEach(
                (log, head) -> groups.computeIfAbsent(new Group(log.school(), log.scope()), _ -> new ArrayList<>())
                        .add(new ReceiptLine(log, head.size(), head.root(), erased.applyAsLong(head))));
        fresh.clear();
        List<Signed<Receipt>> receipts = new ArrayList<>();
        for (List<ReceiptLine> lines : groups.values()) {
            for (int from = 0; from < lines.size(); from += Receipt.MAX_LINES) {
                receipts.add(sign(new Receipt(
                        self,
                        epoch,
                        turn.now(),
                        lines.subList(from, Math.min(lines.size(), from + Receipt.MAX_LINES)))));
            }
        }
        return receipts;
    }

    private Signed<Receipt> sign(Receipt receipt) {
        Bytes exact = LogCodec.receipt(receipt);
        return new Signed<>(receipt, exact, signer.sign(SigningContext.RECEIPT, exact));
    }
}
