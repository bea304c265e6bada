// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.gorizont.protocol.core.TrafficHours;
import org.gorizont.protocol.model.Endpoint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class NodeConfigTest {
    private static final NodeConfig EVERYTHING_ELSE = new NodeConfig(
            new PeersConfig(
                    "192.0.2.7",
                    443,
                    List.of(
                            new Advertised("school.example", OptionalInt.of(443)),
                            new Advertised("2001:db8::1", OptionalInt.empty()),
                            new Advertised("127.0.0.1", OptionalInt.empty())),
                    Optional.of(new Endpoint("proxy.example", 3128)),
                    Optional.of(new Endpoint("relay.example", 443)),
                    false,
                    false,
                    true),
            new WebConfig(false, 0),
            new StoreConfig(512, 64, 0),
            new TrafficConfig(22, 6, Optional.of(5), Optional.of(ZoneId.of("Asia/Novokuznetsk"))),
            new BackupConfig(Optional.of(Path.of("/media/backup").toAbsolutePath()), 4, 3));

    @TempDir
    Path data;

    @Test
    void hasADefaultForEverything() throws Exception {
        NodeConfig defaults = NodeConfig.load(data);

        assertEquals(
                new NodeConfig(
                        new PeersConfig(
                                "0.0.0.0", 7740, List.of(), Optional.empty(), Optional.empty(), true, true, false),
                        new WebConfig(true, 7741),
                        new StoreConfig(20_480, 512, 64),
                        new TrafficConfig(8, 15, Optional.empty(), Optional.empty()),
                        new BackupConfig(Optional.empty(), 3, 7)),
                defaults);
        assertEquals(defaults, NodeConfig.parse("empty", ""));
        assertEquals(defaults, NodeConfig.parse("defaults", ConfigText.of(defaults)));
    }

    @Test
    void mapsEverySettingOfTheFile() throws Exception {
        Files.writeString(data.resolve("gorizont.toml"), """
                [peers]
                host = "192.0.2.7"
                port = 443
                endpoints = ["school.example:443", "[2001:db8::1]", "127.0.0.1"]
                proxy = "proxy.example:3128"
                relay = "relay.example:443"
                push = false
                nearby = false
                allow_loopback_addresses = true
                [web]
                enabled = false
                port = 0
                [store]
                budget_mib = 512
                school_mib = 64
                ballast_mib = 0
                [traffic]
                from_hour = 22
                to_hour = 6
                mib_per_hour = 5
                zone = "Asia/Novokuznetsk"
                [backup]
                folder = '%s'
                hour = 4
                keep = 3
                """.formatted(
                        Path.of("/media/backup").toAbsolutePath()));

        assertEquals(EVERYTHING_ELSE, NodeConfig.load(data));
        assertEquals(EVERYTHING_ELSE, NodeConfig.parse("text", ConfigText.of(EVERYTHING_ELSE)));
    }

    @Test
    void tellsEveryProblemAtOnce() {
        assertEquals(
                List.of(
                        "peers.host is not text in quotes",
                        "peers.port is not a whole number from 0 to 65535",
                        "peers.endpoints is not host:port (host has a character that no host name has)",
                        "peers.endpoints is not host:port (an IPv6 address needs brackets: [2001:db8::1])",
                        "peers.endpoints is not host:port (no port in \":1\")",
                        "peers.proxy is not host:port (\"web\" is no port number)",
                        "peers.push is neither true nor false",
                        "peers.pots is not known. Did you mean peers.port?",
                        "web is not a table; write [web] above its settings",
                        "store.budget_mib is not a whole number from 256 to 2147483647",
                        "store.ballast_mib is not a whole number from 0 to 64",
                        "traffic.from_hour is not a whole number from 0 to 23",
                        "traffic.to_hour is not a whole number from 1 to 24",
                        "traffic.mib_per_hour is not a whole number from 0 to 1048576",
                        "traffic.zone is not a time zone; write \"Asia/Novokuznetsk\"",
                        "backup.folder is not a whole path; write '/media/backup' or 'D:\\backup', in single quotes",
                        "backup.hour is not a whole number from 0 to 23",
                        "backup.keep is not a whole number from 1 to 1000",
                        "stoer is not known. Did you mean store?"),
                problems("""
                        web = 7
                        [peers]
                        host = 5
                        port = 65536
                        endpoints = ["school example", "2001:db8::1:443", 7]
                        proxy = "proxy:web"
                        push = "yes"
                        pots = 1
                        [store]
                        budget_mib = 1.5
                        ballast_mib = 65
                        [traffic]
                        from_hour = 24
                        to_hour = 0
                        mib_per_hour = -1
                        zone = "Mars"
                        [backup]
                        folder = "here"
                        hour = 24
                        keep = 0
                        [stoer]
                        """));
    }

    @Test
    void whoListensForThisMachineAloneAnnouncesNothing() throws Exception {
        assertTrue(NodeConfig.DEFAULTS.peers().isNearby());
        for (String alone : List.of("host = \"127.0.0.1\"", "host = \"localhost\"", "nearby = false")) {
            assertFalse(NodeConfig.parse("alone", "[peers]\n" + alone).peers().isNearby(), alone);
        }
        assertFalse(NodeConfig.parse("demo", "[peers]\nallow_loopback_addresses = true")
                .peers()
                .isNearby());
    }

    @Test
    void hoursAreARuleOnlyWithALimit() {
        assertEquals(Optional.empty(), NodeConfig.DEFAULTS.traffic().hours());
        assertEquals(
                Optional.of(new TrafficHours(ZoneId.of("Asia/Novokuznetsk"), 22, 6, 5L << 20)),
                EVERYTHING_ELSE.traffic().hours());
    }

    @Test
    void advertisesThePortThatItListensOnUnlessAnotherIsNamed() {
        assertEquals(
                List.of(
                        new Endpoint("school.example", 443),
                        new Endpoint("2001:db8::1", 5_555),
                        new Endpoint("127.0.0.1", 5_555)),
                EVERYTHING_ELSE.peers().endpoints(5_555));
    }

    @Test
    void refusesToAdvertiseThisVeryMachineButInADemo() throws Exception {
        String advertising = "[peers]\nendpoints = [\"localhost:7740\"]\n";

        assertEquals(1, problems(advertising).size());
        assertEquals(
                List.of(new Endpoint("localhost", 7740)),
                NodeConfig.parse("demo", advertising + "allow_loopback_addresses = true\n")
                        .peers()
                        .endpoints(1));
    }

    @Test
    void saysInWhichLineTheFileCannotBeRead() {
        assertEquals(1, problems("[peers]\nport = = 5\n").size());
        assertEquals("line 2: ", problems("[peers]\nport = = 5\n").getFirst().substring(0, 8));
        assertEquals(1, problems("[peers]\nport = 5\nport = 6\n").size());
    }

    private static List<String> problems(String toml) {
        return assertThrows(ConfigRefused.class, () -> NodeConfig.parse("test", toml))
                .problems();
    }

    /** What the guides show is what people copy. */
    @ParameterizedTest
    @ValueSource(strings = {"operating.md", "operating.ru.md"})
    void theExamplesOfTheGuidesAreTaken(String guide) throws Exception {
        List<NodeConfig> examples = new ArrayList<>();
        for (String block : blocks(guide)) {
            if (block.startsWith("    [peers]")) {
                examples.add(NodeConfig.parse(guide, block));
            }
        }

        assertTrue(examples.stream()
                .anyMatch(config ->
                        config.peers().port() == NodeConfig.DEFAULTS.peers().port()
                                && config.peers().endpoints(0).size() == 1));
    }

    /** Lines of a guide that stand together and are set in, as one text each. */
    private static List<String> blocks(String guide) throws IOException {
        Path file = Path.of(System.getProperty("gorizont.home", ".."), "docs", guide);
        return Arrays.stream(Files.readString(file).split("\n(?! {4})"))
                .map(block -> block.substring(block.indexOf('\n') + 1))
                .toList();
    }
}
