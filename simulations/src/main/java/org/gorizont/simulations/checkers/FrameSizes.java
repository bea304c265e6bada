// SPDX-License-Identifier: Apache-2.0
package org.gorizont.simulations.checkers;

import org.gorizont.protocol.core.Limits;
import org.gorizont.protocol.frame.CursorPage;
import org.gorizont.protocol.frame.Entries;
import org.gorizont.protocol.frame.Frame;
import org.gorizont.protocol.frame.HeadNotice;
import org.gorizont.protocol.frame.ItemRequest;
import org.gorizont.protocol.frame.ItemVector;

/** Whether a frame keeps the limits that its receiver has. */
final class FrameSizes {
    private FrameSizes() {}

    static void check(Frame frame, int bytes) {
        atMost("bytes of a frame", bytes, Limits.FRAME_BYTES);
        switch (frame) {
            case HeadNotice f -> atMost("heads", f.heads().size(), Limits.HEADS_IN_FRAME);
            case CursorPage f -> atMost("heads", f.heads().size(), Limits.HEADS_IN_FRAME);
            case ItemRequest f -> atMost("items", f.items().size(), Limits.ITEMS_IN_FRAME);
            case ItemVector f -> atMost("items", f.items().size(), Limits.ITEMS_IN_FRAME);
            case Entries f -> atMost("entries", f.entries().size(), Limits.ENTRIES_IN_FRAME);
            default -> {}
        }
    }

    private static void atMost(String what, long is, long limit) {
        if (is > limit) {
            throw new BrokenPromise("P9", is + " " + what + ", at most " + limit + " are allowed");
        }
    }
}
