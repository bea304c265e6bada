// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.model;

/** A relay, and the 16-byte token under which a school waits there. */
public record RelayEndpoint(Endpoint relay, Bytes token) {
    public static final int TOKEN_SIZE = 16;

    public RelayEndpoint {
        Checks.size("relay token", token, TOKEN_SIZE);
    }
}
