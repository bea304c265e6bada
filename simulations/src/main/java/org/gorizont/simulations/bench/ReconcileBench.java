// SPDX-License-Identifier: Apache-2.0
package org.gorizont.simulations.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.gorizont.protocol.codec.FrameCodec;
import org.gorizont.protocol.frame.Frame;
import org.gorizont.protocol.frame.SymbolRequest;
import org.gorizont.protocol.frame.Symbols;
import org.gorizont.protocol.model.Bytes;
import org.gorizont.protocol.model.CircleId;
import org.gorizont.protocol.model.Cursor;
import org.gorizont.protocol.model.Hash;
import org.gorizont.protocol.sync.CodedSymbols;
import org.gorizont.protocol.sync.ItemKey;
import org.gorizont.protocol.sync.SymbolDecoder;

/**
 * Bytes that two replicas with 40,000 logs exchange until they know their difference, whole frames in both directions
 * counted, beside the full vector of 8-byte items.
 */
final class ReconcileBench {
    private static final int LOGS = 40_000;
    private static final int[] DIFFERENCES = {10, 100, 1_000, 5_000};
    private static final int RUNS = 9;

    private final CircleId circle = new CircleId(Hash.wrap(new byte[32]));

    List<Figure> run() {
        List<Figure> figures = new ArrayList<>();
        for (int logs : DIFFERENCES) {
            double[] perItem = new double[RUNS];
            for (int run = 0; run < RUNS; run++) {
                perItem[run] = bytes(logs, run) / (2.0 * logs);
            }
            figures.add(new Figure(
                    "reconcile",
                    logs + " of 40,000 logs differ",
                    VerifyBench.median(perItem),
                    "B a difference",
                    LOGS * 8.0 / (2.0 * logs),
                    "full vector",
                    logs >= 100 ? "<= 28 B" : "none"));
        }
        return figures;
    }

    /** A log whose head differs is one item on each side. */
    private long bytes(int logs, int seed) {
        SplittableRandom random = new SplittableRandom(seed);
        CodedSymbols here = new CodedSymbols(ItemKey.ofCircle(circle));
        CodedSymbols there = new CodedSymbols(ItemKey.ofCircle(circle));
        for (int i = 0; i < LOGS - logs; i++) {
            long item = random.nextLong();
            here.add(item);
            there.add(item);
        }
        for (int i = 0; i < logs; i++) {
            here.add(random.nextLong());
            there.add(random.nextLong());
        }
        return exchange(here, there, 2 * logs);
    }

    private long exchange(CodedSymbols here, CodedSymbols there, int expected) {
        SymbolDecoder decoder = new SymbolDecoder(here, there.size());
        int count = SymbolDecoder.FIRST_BATCH;
        long bytes = 0;
        while (decoder.progress() == SymbolDecoder.Progress.MORE) {
            bytes += size(new SymbolRequest(circle, Bytes.empty(), decoder.received(), count, false));
            Bytes packed = there.packed(decoder.received(), count);
            bytes += size(new Symbols(
                    circle, Bytes.empty(), decoder.received(), there.size(), new Cursor(Bytes.zeros(16), 1), packed));
            decoder.receive(decoder.received(), packed);
            count = decoder.nextBatch();
        }
        int found = decoder.remoteOnly().size() + decoder.localOnly().size();
        if (!decoder.decoded() || found != expected) {
            throw new IllegalStateException("found " + found + " of " + expected + ": " + decoder.progress());
        }
        return bytes;
    }

    private static long size(Frame frame) {
        return FrameCodec.encode(frame).length;
    }
}
