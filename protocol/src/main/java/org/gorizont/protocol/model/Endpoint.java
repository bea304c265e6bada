// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.model;

/** A host name or address literal, and a TCP port. Not resolved here. */
public record Endpoint(String host, int port) implements Comparable<Endpoint> {
    public static final int MAX_HOST_LENGTH = 253;
    private static final int MAX_PORT = 65_535;

    public Endpoint {
        Checks.that(!host.isBlank() && host.length() <= MAX_HOST_LENGTH, "host has length " + host.length());
        Checks.that(host.chars().allMatch(Endpoint::isHostCharacter), "host has a character that no host name has");
        Checks.that(port > 0 && port <= MAX_PORT, "port is out of range: " + port);
    }

    private static boolean isHostCharacter(int c) {
        return Character.isLetterOrDigit(c) || c == '.' || c == '-' || c == ':' || c == '_';
    }

    @Override
    public int compareTo(Endpoint other) {
        int byHost = host.compareTo(other.host);
        return byHost != 0 ? byHost : Integer.compare(port, other.port);
    }

    @Override
    public String toString() {
        return host.contains(":") ? "[" + host + "]:" + port : host + ":" + port;
    }
}
