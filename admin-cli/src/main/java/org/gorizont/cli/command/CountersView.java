// SPDX-License-Identifier: Apache-2.0
package org.gorizont.cli.command;

import org.gorizont.protocol.wire.v1.AdminWire;

/** Numbers since the start of the node. */
record CountersView(long framesReceived, long unknownFrames, long rejected, long entriesAccepted) {
    static CountersView of(AdminWire.Counters counters) {
        return new CountersView(
                counters.getFramesReceived(),
                counters.getUnknownFrames(),
                counters.getRejected(),
                counters.getEntriesAccepted());
    }
}
