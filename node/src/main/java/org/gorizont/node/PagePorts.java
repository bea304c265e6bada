// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node;

import io.javalin.util.JavalinBindException;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.gorizont.node.config.ConfigRefused;
import org.gorizont.node.config.LanConfig;
import org.gorizont.node.config.LowPorts;
import org.gorizont.node.config.NodeConfig;
import org.gorizont.node.config.WebConfig;
import org.gorizont.node.lan.LanIdentity;
import org.gorizont.node.lan.LanRefused;
import org.gorizont.node.web.WebPages;
import org.gorizont.protocol.model.SchoolId;

/** Starts the pages where the settings want them: on this computer, and for others of the school if they are named. */
final class PagePorts {
    private static final String EVERYWHERE = "0.0.0.0";

    private PagePorts() {}

    /**
     * Starts serving.
     *
     * @throws ConfigRefused if the certificate that the school gave does not do
     * @throws PortTaken if a port cannot be had
     */
    static WebPages serve(Path data, WebConfig config, SchoolId school, WebPages.Sources sources, SecureRandom random)
            throws ConfigRefused, IOException {
        Optional<WebPages.Lan> lan = lan(data, config.lan(), school, sources, random);
        try {
            return WebPages.start(new WebPages.Settings("127.0.0.1", config.port(), Set.of(), lan), sources);
        } catch (JavalinBindException e) {
            // Both are opened in one step, which does not say at which of them it failed.
            boolean here = lan.isEmpty() || config.port() != 0 && !LowPorts.opens(config.port());
            throw here
                    ? new PortTaken("web", config.port(), e)
                    : new PortTaken("web.lan", config.lan().port(), e);
        }
    }

    private static Optional<WebPages.Lan> lan(
            Path data, LanConfig config, SchoolId school, WebPages.Sources sources, SecureRandom random)
            throws ConfigRefused, IOException {
        if (!config.isOpen()) {
            return Optional.empty();
        }
        try {
            LanIdentity identity = LanIdentity.open(
                    data, config, school.shortForm(), sources.clock().instant(), random);
            return Optional.of(new WebPages.Lan(EVERYWHERE, config.port(), config.names(), identity));
        } catch (LanRefused e) {
            throw new ConfigRefused(data.resolve(NodeConfig.FILE).toString(), List.of(e.problem()));
        }
    }
}
