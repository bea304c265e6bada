// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.config;

import org.gorizont.protocol.model.Endpoint;

/** Endpoints as people write them: {@code host:port}, {@code [2001:db8::1]:port}. */
public final class Endpoints {
    private Endpoints() {}

    /**
     * Reads an endpoint.
     *
     * @throws IllegalArgumentException if it is none; the message says what is missing
     */
    public static Endpoint parse(String text) {
        int colon = text.lastIndexOf(':');
        if (colon <= 0) {
            throw new IllegalArgumentException("no port in \"" + text + "\"");
        }
        String host = text.substring(0, colon);
        boolean bracketed = host.startsWith("[") && host.endsWith("]");
        if (!bracketed && host.contains(":")) {
            throw new IllegalArgumentException("an IPv6 address needs brackets: [" + host + "]");
        }
        return new Endpoint(bracketed ? host.substring(1, host.length() - 1) : host, port(text.substring(colon + 1)));
    }

    private static int port(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException _) {
            throw new IllegalArgumentException("\"" + text + "\" is no port number");
        }
    }
}
