// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.gorizont.node.config.ConfigProblem.Kind;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.toml.TomlMapper;

/** Everything that people set, one record an area. */
public record NodeConfig(
        PeersConfig peers, WebConfig web, StoreConfig store, TrafficConfig traffic, BackupConfig backup) {
    public static final String FILE = "gorizont.toml";
    public static final NodeConfig DEFAULTS = new NodeConfig(
            PeersConfig.DEFAULTS,
            WebConfig.DEFAULTS,
            StoreConfig.DEFAULTS,
            TrafficConfig.DEFAULTS,
            BackupConfig.DEFAULTS);

    private static final long MAX_FILE_BYTES = 64 * 1024;
    private static final TomlMapper TOML = TomlMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    /** The same, with that port for other nodes: a node that starts again stays where others look for it. */
    public NodeConfig atPeerPort(int port) {
        return new NodeConfig(peers.at(port), web, store, traffic, backup);
    }

    /** The same, with that port for the pages. */
    public NodeConfig atWebPort(int port) {
        return new NodeConfig(peers, new WebConfig(web.enabled(), port), store, traffic, backup);
    }

    /**
     * Reads the file of a data directory; a missing file is {@link #DEFAULTS}.
     *
     * @throws ConfigRefused with every problem of the file
     */
    public static NodeConfig load(Path dataDirectory) throws ConfigRefused {
        Path file = dataDirectory.resolve(FILE);
        try {
            if (Files.size(file) > MAX_FILE_BYTES) {
                throw new ConfigRefused(file.toString(), List.of(ConfigProblem.of(Kind.TOO_LONG, "", MAX_FILE_BYTES)));
            }
            return parse(file.toString(), Files.readString(file));
        } catch (NoSuchFileException _) {
            return DEFAULTS;
        } catch (IOException e) {
            throw new ConfigRefused(file.toString(), List.of(ConfigProblem.of(Kind.UNREADABLE, "", e)));
        }
    }

    /**
     * Reads text in TOML.
     *
     * @param name of the text, for messages
     */
    static NodeConfig parse(String name, String toml) throws ConfigRefused {
        List<ConfigProblem> problems = new ArrayList<>();
        Section all = new Section("", tree(name, toml), problems);
        NodeConfig config = new NodeConfig(
                all.section("peers", PeersConfig::read),
                all.section("web", WebConfig::read),
                all.section("store", StoreConfig::read),
                all.section("traffic", TrafficConfig::read),
                all.section("backup", BackupConfig::read));
        all.complainAboutTheRest();
        if (!problems.isEmpty()) {
            throw new ConfigRefused(name, problems);
        }
        return config;
    }

    private static JsonNode tree(String name, String toml) throws ConfigRefused {
        try {
            return TOML.readTree(toml);
        } catch (JacksonException e) {
            int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
            throw new ConfigRefused(name, List.of(ConfigProblem.of(Kind.NOT_TOML, "", line, e.getOriginalMessage())));
        }
    }
}
