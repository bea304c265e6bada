// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.config;

import java.util.List;
import java.util.Optional;
import org.gorizont.protocol.model.Endpoint;

/**
 * How this node meets other nodes.
 *
 * @param listen address of this machine to listen on; all of them by default
 * @param port 0 takes a free one
 * @param endpoints where others can dial this node; empty behind NAT
 * @param proxy an HTTP CONNECT proxy for everything that is dialled
 * @param push whether news is told unasked; without, neighbours learn it when they ask
 * @param allowLoopbackAddresses whether addresses of this very machine may be told and dialled: for the demo and tests
 */
public record PeerConfig(
        String listen,
        int port,
        List<Endpoint> endpoints,
        Optional<Endpoint> proxy,
        boolean push,
        boolean allowLoopbackAddresses) {
    public static final PeerConfig DEFAULTS =
            new PeerConfig("0.0.0.0", 7740, List.of(), Optional.empty(), true, false);

    public PeerConfig {
        endpoints = List.copyOf(endpoints);
    }

    static PeerConfig read(Section section) {
        return new PeerConfig(
                section.text("listen", DEFAULTS.listen),
                section.number("port", DEFAULTS.port, 0, Section.MAX_PORT),
                section.endpoints("endpoints"),
                section.endpoint("proxy"),
                section.flag("push", DEFAULTS.push),
                section.flag("allow_loopback_addresses", DEFAULTS.allowLoopbackAddresses));
    }
}
