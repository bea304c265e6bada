// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.config;

import java.util.List;
import java.util.Optional;
import org.gorizont.protocol.model.Endpoint;

/**
 * How this node meets other nodes.
 *
 * @param host address of this machine to listen on; all of them by default
 * @param port 0 takes a free one
 * @param advertised where others can dial this node; empty behind NAT
 * @param proxy an HTTP CONNECT proxy for everything that is dialled
 * @param relay where this node waits to be called, when nobody can dial it
 * @param push whether news is told unasked; without, neighbours learn it when they ask
 * @param allowLoopbackAddresses whether addresses of this very machine may be advertised: for a demo and for tests
 */
public record PeersConfig(
        String host,
        int port,
        List<Advertised> advertised,
        Optional<Endpoint> proxy,
        Optional<Endpoint> relay,
        boolean push,
        boolean allowLoopbackAddresses) {
    public static final PeersConfig DEFAULTS =
            new PeersConfig("0.0.0.0", 7740, List.of(), Optional.empty(), Optional.empty(), true, false);

    public PeersConfig {
        advertised = List.copyOf(advertised);
    }

    static PeersConfig read(Section section) {
        PeersConfig read = new PeersConfig(
                section.text("host", DEFAULTS.host),
                section.number("port", DEFAULTS.port, 0, Section.MAX_PORT),
                section.advertised("endpoints"),
                section.endpoint("proxy"),
                section.endpoint("relay"),
                section.flag("push", DEFAULTS.push),
                section.flag("allow_loopback_addresses", DEFAULTS.allowLoopbackAddresses));
        if (!read.allowLoopbackAddresses && read.advertised.stream().anyMatch(Advertised::isLoopback)) {
            section.problem("endpoints", "names this very machine, where nobody else can dial it");
        }
        return read;
    }

    /** The same, on this port. */
    PeersConfig at(int chosenPort) {
        return new PeersConfig(host, chosenPort, advertised, proxy, relay, push, allowLoopbackAddresses);
    }

    /**
     * Where others can dial this node.
     *
     * @param listeningPort where it really listens
     */
    public List<Endpoint> endpoints(int listeningPort) {
        return advertised.stream().map(a -> a.at(listeningPort)).toList();
    }
}
