// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node;

import java.io.IOException;
import org.gorizont.node.config.LowPorts;

/** A port of the settings cannot be listened at; the message is for people. */
final class PortTaken extends IOException {
    private static final long serialVersionUID = 1L;

    private final String table;
    private final int port;
    private final boolean closed;

    /** @param table of gorizont.toml in which the port stands */
    PortTaken(String table, int port, Throwable cause) {
        this(table, port, LowPorts.closed(port), cause);
    }

    PortTaken(String table, int port, boolean closed, Throwable cause) {
        super(
                "port " + port + (closed ? " needs a right" : " is taken") + ": set another one as port under [" + table
                        + "] in gorizont.toml",
                cause);
        this.table = table;
        this.port = port;
        this.closed = closed;
    }

    String table() {
        return table;
    }

    int port() {
        return port;
    }

    /** Whether it is not taken, but kept from this user by the system. */
    boolean closed() {
        return closed;
    }
}
