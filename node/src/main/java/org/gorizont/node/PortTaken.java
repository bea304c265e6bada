// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node;

import java.io.IOException;

/** A port of the settings cannot be listened at; the message is for people. */
final class PortTaken extends IOException {
    private static final long serialVersionUID = 1L;

    private final String table;
    private final int port;

    /** @param table of gorizont.toml in which the port stands */
    PortTaken(String table, int port, Throwable cause) {
        super("port " + port + " is taken: set another one as port under [" + table + "] in gorizont.toml", cause);
        this.table = table;
        this.port = port;
    }

    String table() {
        return table;
    }

    int port() {
        return port;
    }
}
