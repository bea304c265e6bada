// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.config;

import java.util.stream.Collectors;
import org.gorizont.protocol.model.Endpoint;

/** Writes a configuration as the file that reads back to it, each setting with a line on what it is for. */
public final class ConfigText {
    private ConfigText() {}

    public static String of(NodeConfig config) {
        PeerConfig peer = config.peer();
        String endpoints = peer.endpoints().stream().map(ConfigText::quoted).collect(Collectors.joining(", "));
        return """
                # Settings of this node. Read at the start; what is left out has its default.

                [peer]
                # Address of this machine to listen on for other nodes.
                listen = "%s"
                # 0 takes a free port.
                port = %d
                # Where others can dial this node, as "host:port"; empty behind NAT.
                endpoints = [%s]
                # An HTTP CONNECT proxy for everything that is dialled.
                %s
                # Tell neighbours news unasked.
                push = %b
                # Addresses of this very machine may be told and dialled: for a demo only.
                allow_loopback_addresses = %b

                [web]
                # Port of the pages on 127.0.0.1; 0 takes a free one.
                port = %d

                [admin]
                # Port of the commands on 127.0.0.1; 0 takes a free one.
                port = %d

                [store]
                # MiB of disk that copies of other schools may take in all.
                budget_mib = %d
                """
                .formatted(
                        peer.listen(),
                        peer.port(),
                        endpoints,
                        peer.proxy().map(p -> "proxy = " + quoted(p)).orElse("# proxy = \"proxy.example:3128\""),
                        peer.push(),
                        peer.allowLoopbackAddresses(),
                        config.web().port(),
                        config.admin().port(),
                        config.store().budgetMib());
    }

    private static String quoted(Endpoint endpoint) {
        return '"' + endpoint.toString() + '"';
    }
}
