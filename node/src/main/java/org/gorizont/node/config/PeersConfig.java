// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.config;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
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
 * @param nearby whether this node and others of its building find each other without typed addresses
 * @param allowLoopbackAddresses whether addresses of this very machine may be advertised: for a demo and for tests
 */
public record PeersConfig(
        String host,
        int port,
        List<Advertised> advertised,
        Optional<Endpoint> proxy,
        Optional<Endpoint> relay,
        boolean push,
        boolean nearby,
        boolean allowLoopbackAddresses) {
    public static final PeersConfig DEFAULTS =
            new PeersConfig("0.0.0.0", 7740, List.of(), Optional.empty(), Optional.empty(), true, true, false);

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
                section.flag("nearby", DEFAULTS.nearby),
                section.flag("allow_loopback_addresses", DEFAULTS.allowLoopbackAddresses));
        if (!read.allowLoopbackAddresses && read.advertised.stream().anyMatch(Advertised::isLoopback)) {
            section.problem(ConfigProblem.Kind.THIS_COMPUTER, "endpoints");
        }
        return read;
    }

    /** The same, on this port. */
    PeersConfig at(int chosenPort) {
        return new PeersConfig(host, chosenPort, advertised, proxy, relay, push, nearby, allowLoopbackAddresses);
    }

    /** Whether the node announces itself in its building: not if it listens for this very machine only. */
    public boolean isNearby() {
        return nearby && !allowLoopbackAddresses && !new Advertised(host, OptionalInt.empty()).isLoopback();
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
