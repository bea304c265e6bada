// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.config;

import java.util.OptionalInt;
import org.gorizont.protocol.model.Endpoint;

/**
 * Where others can dial this node: a host, and a port if it differs from the one that the node listens on, as behind a
 * router that forwards. Written {@code host}, {@code host:port}, {@code [2001:db8::1]} or {@code [2001:db8::1]:port}.
 */
public record Advertised(String host, OptionalInt port) {
    private static final int ANY_PORT = 1;

    public Advertised {
        // An endpoint is the proof that the host can be one.
        Endpoint proof = new Endpoint(host, port.orElse(ANY_PORT));
        host = proof.host();
    }

    /** @throws IllegalArgumentException if it is none of these; the message says what is wrong */
    static Advertised parse(String text) {
        boolean hasPort = text.lastIndexOf(':') > text.lastIndexOf(']');
        Endpoint endpoint = Endpoints.parse(hasPort ? text : text + ":" + ANY_PORT);
        return new Advertised(endpoint.host(), hasPort ? OptionalInt.of(endpoint.port()) : OptionalInt.empty());
    }

    Endpoint at(int listeningPort) {
        return new Endpoint(host, port.orElse(listeningPort));
    }

    boolean isLoopback() {
        return host.equals("localhost") || host.startsWith("127.") || host.equals("::1");
    }

    /** As it is written in the file. */
    @Override
    public String toString() {
        String bracketed = host.contains(":") ? "[" + host + "]" : host;
        return port.isPresent() ? bracketed + ":" + port.getAsInt() : bracketed;
    }
}
