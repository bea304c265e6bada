// SPDX-License-Identifier: Apache-2.0
package org.gorizont.simulations.faults;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.gorizont.protocol.bundle.BundleContents;
import org.gorizont.protocol.bundle.BundlePiece;
import org.gorizont.protocol.bundle.BundleReader;
import org.gorizont.protocol.bundle.BundleWriter;
import org.gorizont.protocol.codec.FrameCodec;
import org.gorizont.protocol.core.BundlePlan;
import org.gorizont.protocol.core.BundleTarget;
import org.gorizont.protocol.core.Input;
import org.gorizont.protocol.core.Outcome;
import org.gorizont.protocol.frame.BundleHeader;
import org.gorizont.protocol.frame.Entries;
import org.gorizont.protocol.frame.Frame;
import org.gorizont.protocol.model.Bytes;
import org.gorizont.protocol.model.Entry;
import org.gorizont.protocol.model.Signature;
import org.gorizont.protocol.model.SignedHead;
import org.gorizont.simulations.checkers.Invariants;
import org.gorizont.simulations.world.Machine;

/**
 * Carries bundles from one machine to another. Files are really written and read; some lose their end on the way, some are
 * carried twice, and now and then somebody on the way puts something of his own into one.
 */
final class Courier {
    private final Invariants invariants;
    private final SplittableRandom luck;

    Courier(Invariants invariants, SplittableRandom luck) {
        this.invariants = invariants;
        this.luck = luck;
    }

    void carry(Machine from, Machine to, BundleTarget target) {
        from.ask(request -> new Input.BundleAsked(request, target), outcome -> {
            if (outcome instanceof Outcome.BundlePlanned(BundlePlan plan)) {
                BundleContents contents = new BundleContents(plan, from.store());
                List<Frame> frames = new ArrayList<>();
                contents.forEachRemaining(frame -> {
                    invariants.sends(from, to, frame, FrameCodec.encode(frame).length);
                    frames.add(frame);
                });
                bring(to, file(contents.header(), luck.nextInt(4) == 0 ? forged(frames) : frames));
            }
        });
    }

    private static byte[] file(BundleHeader header, List<Frame> frames) {
        Bytes file = Bytes.empty();
        BundleWriter writer = new BundleWriter(header, frames.iterator());
        while (writer.hasNext()) {
            file = file.plus(writer.next().bytes());
        }
        return file.toArray();
    }

    private void bring(Machine to, byte[] file) {
        byte[] rest = luck.nextInt(3) == 0 ? Arrays.copyOf(file, luck.nextInt(file.length)) : file;
        int times = luck.nextInt(5) == 0 ? 2 : 1;
        for (int i = 0; i < times; i++) {
            BundleReader reader = new BundleReader();
            reader.take(rest).forEach(piece -> give(to, piece));
        }
    }

    private static void give(Machine to, BundlePiece piece) {
        switch (piece) {
            case BundlePiece.Opened(BundleHeader header) ->
                to.ask(request -> new Input.BundleOpened(request, header), Courier::heard);
            case BundlePiece.Carried(Frame frame) ->
                to.ask(request -> new Input.BundleFrame(request, frame), Courier::heard);
            case BundlePiece.Unreadable _, BundlePiece.Ended _, BundlePiece.Broken _ -> {}
        }
    }

    private static void heard(Outcome outcome) {
        if (!(outcome instanceof Outcome.BundleTaken)) {
            throw new IllegalStateException("a part of a bundle was answered with " + outcome);
        }
    }

    /** The last entry of each log is written once more, under a head that nobody has signed. */
    private static List<Frame> forged(List<Frame> frames) {
        List<Frame> forged = new ArrayList<>();
        for (Frame frame : frames) {
            Optional<Frame> lie = frame instanceof Entries entries ? lie(entries) : Optional.empty();
            forged.add(lie.orElse(frame));
        }
        return forged;
    }

    private static Optional<Frame> lie(Entries frame) {
        if (frame.entries().isEmpty() || frame.end() != frame.head().size() || frame.start() > 0) {
            return Optional.empty();
        }
        List<Entry> entries = new ArrayList<>(frame.entries());
        entries.add(entries.getLast());
        SignedHead head = Forgery.head(frame.log(), entries, new Signature(Bytes.zeros(Signature.SIZE)));
        return Optional.of(new Entries(frame.log(), 0, entries, head, Optional.empty(), List.of()));
    }
}
