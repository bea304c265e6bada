// SPDX-License-Identifier: Apache-2.0
package org.gorizont.cli.command;

import org.gorizont.protocol.wire.v1.AdminWire;

/** How far a read model or the index has come. */
record ReaderView(String name, long position, long last, String problem) {
    static ReaderView of(AdminWire.ReaderState reader) {
        return new ReaderView(reader.getName(), reader.getPosition(), reader.getLast(), reader.getProblem());
    }
}
