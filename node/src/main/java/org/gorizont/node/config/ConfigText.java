// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.config;

import java.util.stream.Collectors;

/** Writes a configuration as the file that reads back to it, each setting with a line on what it is for. */
public final class ConfigText {
    private ConfigText() {}

    public static String of(NodeConfig config) {
        PeersConfig peers = config.peers();
        LanConfig lan = config.web().lan();
        String endpoints = peers.advertised().stream().map(ConfigText::quoted).collect(Collectors.joining(", "));
        return """
                # Settings of this node. Read at the start; what is left out has its default.

                [peers]
                # Address of this machine to listen on for other nodes.
                host = "%s"
                # 0 takes a free port.
                port = %d
                # Where others can dial this node, as "host" or "host:port"; empty behind NAT.
                endpoints = [%s]
                # An HTTP CONNECT proxy for everything that is dialled.
                %s
                # A relay where this node waits to be called, when nobody can dial it.
                %s
                # Tell neighbours news unasked.
                push = %b
                # Find other schools in this building, and be found by them, without typed addresses.
                nearby = %b
                # Addresses of this very machine may be told to others: for a demo only.
                allow_loopback_addresses = %b

                [web]
                # Pages for this school's people, on this machine.
                enabled = %b
                # Port of the pages on 127.0.0.1; 0 takes a free one.
                port = %d

                [web.lan]
                # How other computers of the school ask for the pages, addresses and names; empty: they are not open to them.
                names = [%s]
                port = %d
                # A certificate of the school's own and its key, in PEM; left out: the node makes them.
                %s
                %s

                [store]
                # MiB of disk that copies of other schools may take in all.
                budget_mib = %d
                # MiB of disk that copies of one other school may take; beyond, nothing more is fetched from it.
                school_mib = %d
                # MiB of a file that only takes room and is given up on a full disk; 0 for none.
                ballast_mib = %d

                [traffic]
                # From this hour of the day to that one the line is spared.
                from_hour = %d
                to_hour = %d
                # MiB of other schools' entries that are asked for within one such hour; left out: no limit.
                %s
                # Time zone of these hours; left out: that of this computer.
                %s

                [backup]
                # Existing folder for a backup each night, best on another disk; left out: none is made by itself.
                %s
                # From this hour of the day on; a node that was off then makes it up.
                hour = %d
                # So many of the newest backups stay.
                keep = %d
                """.formatted(
                peers.host(),
                peers.port(),
                endpoints,
                peers.proxy().map(p -> "proxy = " + quoted(p)).orElse("# proxy = \"proxy.example:3128\""),
                peers.relay().map(r -> "relay = " + quoted(r)).orElse("# relay = \"relay.example:443\""),
                peers.push(),
                peers.nearby(),
                peers.allowLoopbackAddresses(),
                config.web().enabled(),
                config.web().port(),
                lan.names().stream().map(ConfigText::quoted).collect(Collectors.joining(", ")),
                lan.port(),
                lan.certificate()
                        .map(file -> "certificate = '" + file + "'")
                        .orElse("# certificate = '/etc/gorizont/pages.pem'"),
                lan.key().map(file -> "key = '" + file + "'").orElse("# key = '/etc/gorizont/pages.key'"),
                config.store().budgetMib(),
                config.store().schoolMib(),
                config.store().ballastMib(),
                config.traffic().fromHour(),
                config.traffic().toHour(),
                config.traffic()
                        .mibPerHour()
                        .map(mib -> "mib_per_hour = " + mib)
                        .orElse("# mib_per_hour = 50"),
                config.traffic().zone().map(zone -> "zone = " + quoted(zone)).orElse("# zone = \"Asia/Novokuznetsk\""),
                config.backup()
                        .folder()
                        .map(folder -> "folder = '" + folder + "'")
                        .orElse("# folder = '/media/backup'"),
                config.backup().hour(),
                config.backup().keep());
    }

    private static String quoted(Object endpoint) {
        return "\"" + endpoint + "\"";
    }
}
