// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.admin;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.gorizont.protocol.bundle.BundlePiece;
import org.gorizont.protocol.bundle.BundleReader;
import org.gorizont.protocol.core.BundleTally;
import org.gorizont.protocol.core.BundleTally.What;
import org.gorizont.protocol.core.Input;
import org.gorizont.protocol.core.Limits;
import org.gorizont.protocol.core.Outcome;
import org.gorizont.protocol.frame.Frame;
import org.gorizont.protocol.model.Bytes;
import org.gorizont.protocol.model.LogId;
import org.gorizont.protocol.model.SchoolId;
import org.gorizont.protocol.wire.v1.AdminWire.BundleCount;
import org.gorizont.protocol.wire.v1.AdminWire.ImportBundleAnswer;
import org.gorizont.protocol.wire.v1.AdminWire.MissingBefore;

/**
 * Reads one file of a bundle: each frame is an input of the loop, a few of them ahead of their answers, so that they share
 * writes. What was read before a flaw stays. For one thread at a time.
 */
final class BundleImport {
    /** Why a file is read no further besides the flaws of its form. */
    static final String OFFENCES = "OFFENCES";

    /** Frames whose answers are awaited; each may have {@link Limits#FRAME_BYTES}. */
    private static final int AHEAD = 8;

    private final LoopPort loop;
    private final Function<SchoolId, String> names;
    private final BundleReader reader = new BundleReader();
    private final Deque<CompletionStage<Outcome>> ahead = new ArrayDeque<>();
    private final ImportBundleAnswer.Builder answer = ImportBundleAnswer.newBuilder();
    private final TreeSet<LogId> grown = new TreeSet<>();
    private final TreeSet<SchoolId> missing = new TreeSet<>();
    private BundleTally tally = BundleTally.NONE;
    private boolean ended;

    /** @param names of schools; empty where a card is not here */
    BundleImport(LoopPort loop, Function<SchoolId, String> names) {
        this.loop = loop;
        this.names = names;
    }

    /** Takes the next bytes; false when no more are of use. Blocks while the loop is behind. */
    boolean take(Bytes bytes) throws InterruptedException {
        for (BundlePiece piece : reader.take(bytes.unsafeArray())) {
            if (!ended) {
                piece(piece);
            }
        }
        return !ended;
    }

    /** What became of the file, when everything is on disk. */
    ImportBundleAnswer finish() throws InterruptedException {
        for (BundlePiece piece : reader.finish()) {
            if (!ended) {
                piece(piece);
            }
        }
        settle(0);
        tally.counts()
                .forEach((what, count) -> answer.addCounts(
                        BundleCount.newBuilder().setWhat(what.name()).setCount(count)));
        for (SchoolId school : missing) {
            answer.addMissing(
                    MissingBefore.newBuilder().setSchool(Forms.of(school)).setName(names.apply(school)));
        }
        return answer.setLogs(grown.size()).build();
    }

    private void piece(BundlePiece piece) throws InterruptedException {
        switch (piece) {
            case BundlePiece.Opened(var header) -> {
                answer.setFrom(Forms.of(header.from())).setPart(header.part());
                ahead.add(loop.ask(id -> new Input.BundleOpened(id, header)));
                settle(0);
            }
            case BundlePiece.Carried(Frame frame) -> {
                ahead.add(loop.ask(id -> new Input.BundleFrame(id, frame)));
                settle(AHEAD - 1);
            }
            case BundlePiece.Unreadable _ -> count(BundleTally.of(What.REFUSED, 1));
            case BundlePiece.Ended(var end) -> answer.setComplete(true).setMore(end.more());
            case BundlePiece.Broken(var flaw, var _) ->
                answer.setComplete(false).setFlaw(flaw.name());
        }
    }

    /** Awaits answers until at most so many are open. */
    private void settle(int open) throws InterruptedException {
        while (ahead.size() > open) {
            Outcome outcome = Calls.await(ahead.remove());
            switch (outcome) {
                case Outcome.BundleTaken(BundleTally taken, Optional<LogId> log) -> {
                    log.filter(_ -> taken.get(What.NEW) > 0).ifPresent(grown::add);
                    log.filter(_ -> taken.get(What.EARLY) > 0).ifPresent(early -> missing.add(early.school()));
                    count(taken);
                }
                case Outcome.Refused(var refusal, var detail) -> {
                    answer.setRefused(Forms.refused(refusal, detail));
                    ended = true;
                }
                case Outcome other -> throw Forms.unexpected(other);
            }
        }
    }

    private void count(BundleTally more) {
        tally = tally.plus(more);
        if (tally.get(What.REFUSED) >= Limits.OFFENCES && !ended) {
            answer.setFlaw(OFFENCES);
            ended = true;
        }
    }
}
