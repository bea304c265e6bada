// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.gorizont.protocol.model.Endpoint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class NodeConfigTest {
    private static final NodeConfig EVERYTHING_ELSE = new NodeConfig(
            new PeerConfig(
                    "192.0.2.7",
                    443,
                    List.of(new Endpoint("school.example", 443), new Endpoint("2001:db8::1", 7740)),
                    Optional.of(new Endpoint("proxy.example", 3128)),
                    false,
                    true),
            new WebConfig(0),
            new AdminConfig(9_999),
            new StoreConfig(512));

    @TempDir
    Path data;

    @Test
    void hasADefaultForEverything() throws Exception {
        NodeConfig defaults = NodeConfig.read(data);

        assertEquals(
                new NodeConfig(
                        new PeerConfig("0.0.0.0", 7740, List.of(), Optional.empty(), true, false),
                        new WebConfig(7741),
                        new AdminConfig(0),
                        new StoreConfig(20_480)),
                defaults);
        assertEquals(defaults, NodeConfig.parse("empty", ""));
        assertEquals(defaults, NodeConfig.parse("defaults", ConfigText.of(defaults)));
    }

    @Test
    void mapsEverySettingOfTheFile() throws Exception {
        Files.writeString(
                data.resolve("gorizont.toml"),
                """
                [peer]
                listen = "192.0.2.7"
                port = 443
                endpoints = ["school.example:443", "[2001:db8::1]:7740"]
                proxy = "proxy.example:3128"
                push = false
                allow_loopback_addresses = true
                [web]
                port = 0
                [admin]
                port = 9999
                [store]
                budget_mib = 512
                """);

        assertEquals(EVERYTHING_ELSE, NodeConfig.read(data));
        assertEquals(EVERYTHING_ELSE, NodeConfig.parse("text", ConfigText.of(EVERYTHING_ELSE)));
    }

    @Test
    void tellsEveryProblemAtOnce() {
        assertEquals(
                List.of(
                        "peer.listen is not text in quotes",
                        "peer.port is not a whole number from 0 to 65535",
                        "peer.endpoints is not host:port (no port in \"school.example\")",
                        "peer.endpoints is not host:port (an IPv6 address needs brackets: [2001:db8::1])",
                        "peer.proxy is not host:port (\"web\" is no port number)",
                        "peer.push is neither true nor false",
                        "peer.pots is not known. Did you mean peer.port?",
                        "web is not a table; write [web] above its settings",
                        "store.budget_mib is not a whole number from 256 to 2147483647",
                        "stoer is not known. Did you mean store?"),
                problems("""
                        web = 7
                        [peer]
                        listen = 5
                        port = 65536
                        endpoints = ["school.example", "2001:db8::1:443"]
                        proxy = "proxy:web"
                        push = "yes"
                        pots = 1
                        [store]
                        budget_mib = 1.5
                        [stoer]
                        """));
    }

    @Test
    void saysInWhichLineTheFileCannotBeRead() {
        assertEquals(1, problems("[peer]\nport = = 5\n").size());
        assertEquals("line 2: ", problems("[peer]\nport = = 5\n").getFirst().substring(0, 8));
        assertEquals(1, problems("[peer]\nport = 5\nport = 6\n").size());
    }

    private static List<String> problems(String toml) {
        return assertThrows(ConfigRefused.class, () -> NodeConfig.parse("test", toml))
                .problems();
    }
}
