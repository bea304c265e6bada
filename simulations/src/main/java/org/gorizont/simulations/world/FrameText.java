// SPDX-License-Identifier: Apache-2.0
package org.gorizont.simulations.world;

import java.util.List;
import java.util.stream.Collectors;
import org.gorizont.protocol.frame.CursorPage;
import org.gorizont.protocol.frame.CursorRequest;
import org.gorizont.protocol.frame.Entries;
import org.gorizont.protocol.frame.Frame;
import org.gorizont.protocol.frame.Goodbye;
import org.gorizont.protocol.frame.HeadNotice;
import org.gorizont.protocol.frame.ItemRequest;
import org.gorizont.protocol.frame.SymbolRequest;
import org.gorizont.protocol.frame.Symbols;
import org.gorizont.protocol.frame.Want;
import org.gorizont.protocol.model.SignedHead;

/** Frames in few words, for the lines of a trace. */
final class FrameText {
    private static final int HEADS_SHOWN = 4;

    private FrameText() {}

    static String of(Frame frame) {
        return frame.getClass().getSimpleName() + details(frame);
    }

    private static String details(Frame frame) {
        return switch (frame) {
            case HeadNotice f -> heads(f.heads()) + " riding " + f.riding().size();
            case CursorPage f -> heads(f.heads()) + (f.lost() ? " lost" : "") + (f.last() ? " last" : "");
            case CursorRequest f -> " from " + f.cursor().arrival();
            case Entries f ->
                " " + f.log() + " [" + f.start() + ", " + f.end() + ") of "
                        + f.head().size();
            case Want f -> " " + f.log() + " [" + f.from() + ", " + f.to() + ") bodies " + f.bodies();
            case SymbolRequest f -> " [" + f.start() + ", +" + f.count() + (f.whole() ? ") whole" : ")");
            case Symbols f -> " from " + f.start() + " of a set of " + f.setSize();
            case ItemRequest f -> " " + f.items().size();
            case Goodbye f -> " " + f.reason() + " " + f.text();
            default -> "";
        };
    }

    private static String heads(List<SignedHead> heads) {
        String shown = heads.stream()
                .limit(HEADS_SHOWN)
                .map(head -> head.log() + ":" + head.size())
                .collect(Collectors.joining(" "));
        return " " + shown + (heads.size() > HEADS_SHOWN ? " and " + (heads.size() - HEADS_SHOWN) + " more" : "");
    }
}
