// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.replica;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.gorizont.protocol.bundle.BundleContents;
import org.gorizont.protocol.bundle.BundlePiece;
import org.gorizont.protocol.bundle.BundleReader;
import org.gorizont.protocol.bundle.BundleWriter;
import org.gorizont.protocol.core.BundleTally;
import org.gorizont.protocol.core.BundleTarget;
import org.gorizont.protocol.core.Input;
import org.gorizont.protocol.core.Outcome;
import org.gorizont.protocol.frame.Frame;
import org.gorizont.protocol.model.CircleId;

/** Carries bundles between nodes of a {@link SmallNetwork}, as a person with a USB stick does. */
final class Stick {
    private Stick() {}

    static List<Frame> frames(SmallNetwork.Node from, BundleTarget target) {
        List<Frame> frames = new ArrayList<>();
        contents(from, target).forEachRemaining(frames::add);
        return frames;
    }

    static byte[] export(SmallNetwork.Node from, BundleTarget target) {
        BundleContents contents = contents(from, target);
        return file(new BundleWriter(contents.header(), contents));
    }

    static byte[] file(BundleWriter writer) {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        writer.forEachRemaining(piece -> file.writeBytes(piece.bytes().unsafeArray()));
        return file.toByteArray();
    }

    private static BundleContents contents(SmallNetwork.Node from, BundleTarget target) {
        Outcome outcome = from.ask(request -> new Input.BundleAsked(request, target));
        return new BundleContents(
                assertInstanceOf(Outcome.BundlePlanned.class, outcome).plan(), from.store);
    }

    static BundleTarget to(SmallNetwork.Node school) {
        return new BundleTarget.School(school.id, false);
    }

    static BundleTarget all(CircleId circle) {
        return new BundleTarget.Circle(circle);
    }

    /** Imports a file, or as much of it as there is. */
    static BundleTally take(SmallNetwork.Node node, byte[] file) {
        BundleReader reader = new BundleReader();
        List<BundlePiece> pieces = new ArrayList<>(reader.take(file));
        pieces.addAll(reader.finish());
        BundleTally sum = BundleTally.NONE;
        for (BundlePiece piece : pieces) {
            sum = sum.plus(take(node, piece));
        }
        return sum;
    }

    private static BundleTally take(SmallNetwork.Node node, BundlePiece piece) {
        return switch (piece) {
            case BundlePiece.Opened(var header) -> taken(node.ask(request -> new Input.BundleOpened(request, header)));
            case BundlePiece.Carried(Frame frame) -> take(node, frame);
            case BundlePiece.Unreadable _ -> BundleTally.of(BundleTally.What.REFUSED, 1);
            case BundlePiece.Ended _, BundlePiece.Broken _ -> BundleTally.NONE;
        };
    }

    static BundleTally take(SmallNetwork.Node node, Frame frame) {
        return taken(node.ask(request -> new Input.BundleFrame(request, frame)));
    }

    private static BundleTally taken(Outcome outcome) {
        return assertInstanceOf(Outcome.BundleTaken.class, outcome).tally();
    }

    /** Both ways, as often as it takes for receipts of receipts not to matter. */
    static void exchange(SmallNetwork network, SmallNetwork.Node a, SmallNetwork.Node b) {
        take(b, export(a, to(b)));
        network.runFor(Duration.ofSeconds(5));
        take(a, export(b, to(a)));
        network.runFor(Duration.ofSeconds(5));
    }
}
