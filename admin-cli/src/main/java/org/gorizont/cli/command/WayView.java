// SPDX-License-Identifier: Apache-2.0
package org.gorizont.cli.command;

import org.gorizont.cli.text.Moments;
import org.gorizont.protocol.wire.v1.AdminWire;
import org.jspecify.annotations.Nullable;

/** A way to a school; {@code problem} is empty, and {@code nextTry} null, when it has not failed. */
record WayView(
        String address,
        boolean relay,
        String problem,
        @Nullable String nextTry) {
    static WayView of(AdminWire.WayState way) {
        return new WayView(way.getAddress(), way.getRelay(), way.getProblem(), Moments.iso(way.getNextTry()));
    }
}
