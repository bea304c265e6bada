// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.web;

import java.util.Locale;
import java.util.Set;
import org.gorizont.node.web.WebPages.Settings;

/** Names under which these pages are asked for; any other is a foreign page's attempt to read them (DNS rebinding). */
final class Hosts {
    /** The port that browsers leave out. */
    private static final int HTTPS = 443;

    private final Settings settings;

    Hosts(Settings settings) {
        this.settings = settings;
    }

    /**
     * Whether a Host header names this server.
     *
     * @param port that the request came in on
     * @param lan whether it came over TLS, as only other computers of the school do
     */
    boolean allow(String header, int port, boolean lan) {
        String wanted = header.toLowerCase(Locale.ROOT);
        if (lan) {
            return settings.lan().stream()
                    .flatMap(open -> open.names().stream())
                    .anyMatch(name -> wanted.equals(name + ":" + port) || port == HTTPS && wanted.equals(name));
        }
        for (String name : Set.of("127.0.0.1", "localhost", "[::1]")) {
            if (wanted.equals(name + ":" + port)) {
                return true;
            }
        }
        return settings.moreHosts().contains(wanted);
    }
}
