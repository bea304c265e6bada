// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.replica;

import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.gorizont.protocol.core.BundleTally;
import org.gorizont.protocol.core.BundleTally.What;
import org.gorizont.protocol.core.Input;
import org.gorizont.protocol.core.LinkId;
import org.gorizont.protocol.core.LogState;
import org.gorizont.protocol.core.Outcome;
import org.gorizont.protocol.core.Refusal;
import org.gorizont.protocol.core.Turn;
import org.gorizont.protocol.core.Verdict;
import org.gorizont.protocol.frame.Addresses;
import org.gorizont.protocol.frame.Answer;
import org.gorizont.protocol.frame.AuthorCard;
import org.gorizont.protocol.frame.Bodies;
import org.gorizont.protocol.frame.BundleHeader;
import org.gorizont.protocol.frame.CardRequest;
import org.gorizont.protocol.frame.Charters;
import org.gorizont.protocol.frame.Chunk;
import org.gorizont.protocol.frame.ChunkRequest;
import org.gorizont.protocol.frame.CursorPage;
import org.gorizont.protocol.frame.CursorRequest;
import org.gorizont.protocol.frame.Entries;
import org.gorizont.protocol.frame.ForkAlert;
import org.gorizont.protocol.frame.Frame;
import org.gorizont.protocol.frame.Goodbye;
import org.gorizont.protocol.frame.HeadNotice;
import org.gorizont.protocol.frame.Hello;
import org.gorizont.protocol.frame.Identities;
import org.gorizont.protocol.frame.IdentityRequest;
import org.gorizont.protocol.frame.ItemRequest;
import org.gorizont.protocol.frame.ItemVector;
import org.gorizont.protocol.frame.Lineages;
import org.gorizont.protocol.frame.Proof;
import org.gorizont.protocol.frame.ProofRequest;
import org.gorizont.protocol.frame.Query;
import org.gorizont.protocol.frame.Receipts;
import org.gorizont.protocol.frame.SymbolRequest;
import org.gorizont.protocol.frame.Symbols;
import org.gorizont.protocol.frame.Unknown;
import org.gorizont.protocol.frame.Want;
import org.gorizont.protocol.merkle.ForkProof;
import org.gorizont.protocol.model.Body;
import org.gorizont.protocol.model.CircleId;
import org.gorizont.protocol.model.LogId;

/**
 * Frames that somebody brought in a file. They go through the parts that judge frames of a link, with one difference: nobody
 * can be asked back. Who made the file, and who brought it, decides nothing.
 */
final class BundleDesk {
    /** Under this number alerts of bundles wait for identities; no connection has it. */
    private static final LinkId NOBODY = new LinkId(-1);

    private static final BundleTally REFUSED = BundleTally.of(What.REFUSED, 1);

    private final Parts parts;
    private final Incoming incoming;

    BundleDesk(Parts parts, Incoming incoming) {
        this.parts = parts;
        this.incoming = incoming;
    }

    /** A bundle is for us if it is of a circle that we are in or are joining. */
    void open(Turn turn, Input.BundleOpened input) {
        List<CircleId> offered =
                input.header().circles().stream().map(BundleHeader.Circle::id).toList();
        if (parts.membership.ownOrJoining(parts.self).stream().anyMatch(offered::contains)) {
            turn.reply(input.request(), new Outcome.BundleTaken(BundleTally.NONE, Optional.empty()));
        } else {
            String name = input.header().circles().getFirst().name();
            turn.reply(input.request(), new Outcome.Refused(Refusal.FOREIGN_BUNDLE, name));
        }
    }

    void take(Turn turn, Input.BundleFrame input) {
        Optional<LogId> log = input.frame() instanceof Entries entries ? Optional.of(entries.log()) : Optional.empty();
        turn.reply(input.request(), new Outcome.BundleTaken(judge(turn, input.frame()), log));
    }

    private BundleTally judge(Turn turn, Frame frame) {
        return switch (frame) {
            case Entries f -> entries(turn, f);
            case ForkAlert f -> fork(turn, f.proof());
            case Receipts f ->
                parts.receipts
                        .carried(turn, f)
                        .map(news -> BundleTally.of(What.RECEIPTS, news))
                        .orElse(REFUSED);
            case Identities f ->
                parts.identityMail.received(turn, f).map(_ -> REFUSED).orElse(BundleTally.NONE);
            case Charters f -> {
                parts.joins.charters(turn, f);
                yield BundleTally.NONE;
            }
            case Addresses f -> {
                parts.addresses.carried(turn, f.records());
                yield BundleTally.NONE;
            }
            case Hello _,
                    Goodbye _,
                    CursorRequest _,
                    CursorPage _,
                    SymbolRequest _,
                    Symbols _,
                    ItemRequest _,
                    ItemVector _,
                    HeadNotice _,
                    Want _,
                    Bodies _,
                    ProofRequest _,
                    Proof _,
                    IdentityRequest _,
                    Lineages _,
                    Query _,
                    Answer _,
                    ChunkRequest _,
                    Chunk _,
                    CardRequest _,
                    AuthorCard _,
                    Unknown _ -> BundleTally.of(What.IGNORED, 1);
        };
    }

    private BundleTally fork(Turn turn, ForkProof proof) {
        LogId log = proof.first().log();
        boolean known = isForked(log);
        if (!parts.forks.told(turn, NOBODY, proof)) {
            return REFUSED;
        }
        return isForked(log) && !known ? BundleTally.of(What.FORKS, 1) : BundleTally.NONE;
    }

    private boolean isForked(LogId log) {
        return parts.logs.state(log).forkedAt().isPresent();
    }

    private BundleTally entries(Turn turn, Entries frame) {
        LogId log = frame.log();
        if (log.school().equals(parts.self)) {
            parts.heads.stops(turn, frame.head());
        }
        int count = frame.entries().size();
        if (!parts.heads.isWanted(log)) {
            return BundleTally.of(log.school().equals(parts.self) ? What.KNOWN : What.FOREIGN, count);
        }
        LogState before = parts.logs.state(log);
        EntryGate.Judgement judgement = parts.gate.judge(frame, parts.identities.chain(log.school()));
        judgement.passed().ifPresent(passed -> incoming.accept(turn, Optional.empty(), passed));
        judgement.end().ifPresent(end -> parts.growth.ends(turn, log, end));
        long bodies = bodies(turn, before, frame);
        // What was passed over below a floor is not in the file.
        long added = Math.min(count, parts.logs.state(log).held() - before.held());
        return counted(turn, frame, judgement.verdict(), added).plus(What.BODIES, bodies);
    }

    private BundleTally counted(Turn turn, Entries frame, Verdict verdict, long added) {
        int count = frame.entries().size();
        return switch (verdict) {
            case Verdict.Accepted _ -> BundleTally.of(What.NEW, added).plus(What.KNOWN, count - added);
            case Verdict.Known _ -> BundleTally.of(What.KNOWN, count);
            case Verdict.Early _, Verdict.Unidentified _ -> BundleTally.of(What.EARLY, count);
            case Verdict.Uninvited _ -> BundleTally.of(What.FOREIGN, count);
            case Verdict.Stopped _, Verdict.Forked _ -> BundleTally.of(What.STOPPED, count);
            case Verdict.Contradicts _ ->
                parts.forks.shown(turn, frame)
                        ? BundleTally.of(What.FORKS, 1)
                        : BundleTally.of(What.CONTRADICTING, count);
            case Verdict.Rejected _ -> REFUSED;
        };
    }

    /** Bodies of entries that are held without them. */
    private long bodies(Turn turn, LogState before, Entries frame) {
        if (!parts.bodies.isIncomplete(frame.log())) {
            return 0;
        }
        TreeMap<Long, Body> brought = new TreeMap<>();
        for (int i = 0; i < frame.entries().size(); i++) {
            long seq = frame.start() + i;
            if (seq < before.held()) {
                frame.entries().get(i).body().ifPresent(body -> brought.put(seq, body));
            }
        }
        return parts.bodies.received(turn, new Bodies(frame.log(), brought, List.of()));
    }
}
