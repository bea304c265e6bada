// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.replica;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gorizont.protocol.core.Draft;
import org.gorizont.protocol.core.Input;
import org.gorizont.protocol.core.LogState;
import org.gorizont.protocol.frame.Entries;
import org.gorizont.protocol.log.StoredEntries;
import org.gorizont.protocol.model.Body;
import org.gorizont.protocol.model.Channel;
import org.gorizont.protocol.model.CircleId;
import org.gorizont.protocol.model.Entry;
import org.gorizont.protocol.model.Kind;
import org.gorizont.protocol.model.LogId;
import org.gorizont.protocol.model.ReceiptLine;
import org.gorizont.protocol.model.RecordId;
import org.gorizont.protocol.model.Retention;
import org.gorizont.protocol.model.Scope;
import org.gorizont.protocol.model.Verb;

/** Records of a node of a {@link SmallNetwork}: what is said of them, and whose bodies are where. */
final class Shelf {
    private Shelf() {}

    /** Says something of a record of the catalogue. */
    static void say(SmallNetwork network, SmallNetwork.Node node, RecordId record, Verb verb, Retention retention) {
        Optional<Body> body = verb.hasBody()
                ? Optional.of(new Body(network.bytes(Body.SALT_SIZE), network.bytes(100)))
                : Optional.empty();
        Draft draft = new Draft(new Kind("note", 1, 0), record, verb, retention, network.now(), List.of(), body);
        node.ask(request -> new Input.Published(request, Channel.CATALOGUE, Scope.everyCircle(), List.of(draft)));
    }

    /** Seqs whose bodies are in this node's store. */
    static List<Long> bodies(SmallNetwork.Node node, LogId log) {
        List<Long> here = new ArrayList<>();
        for (long seq = 0; seq < node.store.log(log).map(LogState::held).orElse(0L); seq++) {
            if (node.store.entry(log, seq).flatMap(Entry::body).isPresent()) {
                here.add(seq);
            }
        }
        return here;
    }

    static List<Long> missing(SmallNetwork.Node node, LogId log) {
        return node.store.missingBodies(log, 0, 1_000);
    }

    /** All entries as they are at this node. */
    static List<Entry> entries(SmallNetwork.Node node, LogId log) {
        return node.store.entries(log, 0, Long.MAX_VALUE, Integer.MAX_VALUE);
    }

    /** Entries [from, to) under the newest head of {@code node}, with these bodies instead of those that it has. */
    static Entries frame(SmallNetwork.Node node, LogId log, long from, long to, List<Entry> shown) {
        var head = node.store.log(log).flatMap(LogState::head).orElseThrow();
        var honest = StoredEntries.frame(node.store, head, from, to);
        return new Entries(log, from, shown.subList((int) from, (int) honest.end()), head, honest.proof(), List.of());
    }

    /** A school that joins by a code of {@code inviter} and waits until it holds all that that one holds of a log. */
    static SmallNetwork.Node newcomer(
            SmallNetwork network, String name, SmallNetwork.Node inviter, CircleId circle, LogId log) {
        SmallNetwork.Node newcomer = network.node(name);
        newcomer.join(inviter.invite(circle));
        network.runUntil(() -> newcomer.holds(log) == inviter.holds(log));
        network.runUntil(() -> missing(newcomer, log).isEmpty());
        return newcomer;
    }

    /** What the owner of a log knows that somebody has stated of it. */
    static Optional<ReceiptLine> stated(SmallNetwork.Node owner, LogId log, SmallNetwork.Node holder) {
        return owner.store.receipts(log).stream()
                .filter(receipt -> receipt.value().holder().equals(holder.id))
                .flatMap(receipt -> receipt.value().lines().stream())
                .filter(line -> line.log().equals(log))
                .findFirst();
    }
}
