// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.doctor;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import org.gorizont.node.config.LowPorts;
import org.gorizont.node.config.NodeConfig;

/** Whether a stopped node will have its ports. */
final class PortCheck {
    private PortCheck() {}

    static List<Finding> of(NodeConfig config) {
        List<Finding> findings = new ArrayList<>();
        look(findings, "peers", config.peers().host(), config.peers().port());
        if (config.web().enabled()) {
            look(findings, "web", "127.0.0.1", config.web().port());
        }
        return findings;
    }

    /** Port 0 is whichever is free. */
    private static void look(List<Finding> findings, String table, String host, int port) {
        if (port == 0) {
            return;
        }
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(host, port));
            findings.add(Finding.of(Diagnosis.PORT_FREE, table, port));
        } catch (IOException _) {
            findings.add(
                    LowPorts.closed(port)
                            ? Finding.of(Diagnosis.PORT_CLOSED, table, port)
                            : Finding.of(
                                    Diagnosis.PORT_TAKEN,
                                    table,
                                    port,
                                    PortOwner.of(port).orElse("")));
        }
    }
}
