// SPDX-License-Identifier: Apache-2.0
package org.gorizont.cli.packaging;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The list of what is in the packages (CycloneDX 1.6): every jar with its hash. Names and versions stand in the jars; licences come from
 * {@code target/bom.json}, which Maven's profile {@code sbom} writes, if it is there.
 */
final class Sbom {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Map<String, JsonNode> licences = new LinkedHashMap<>();
    private final Sources sources;

    Sbom(Sources sources) throws IOException {
        this.sources = sources;
        Path file = sources.home().resolve("target").resolve("bom.json");
        if (Files.exists(file)) {
            for (JsonNode component : JSON.readTree(Files.readAllBytes(file)).path("components")) {
                String jar = component.path("name").asString() + "-"
                        + component.path("version").asString();
                licences.put(jar, component);
            }
        }
    }

    boolean knowsLicences() {
        return !licences.isEmpty();
    }

    byte[] bytes() throws IOException {
        List<Map<String, Object>> components = new ArrayList<>();
        for (Map.Entry<String, Path> library : sources.libraries().entrySet()) {
            components.add(component(library.getKey(), library.getValue()));
        }
        Map<String, Object> program = new LinkedHashMap<>();
        program.put("type", "application");
        program.put("name", "gorizont");
        program.put("version", sources.version());
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("bomFormat", "CycloneDX");
        all.put("specVersion", "1.6");
        all.put("version", 1);
        all.put("metadata", Map.of("component", program));
        all.put("components", components);
        String text = JSON.writerWithDefaultPrettyPrinter().writeValueAsString(all);
        return (text.replace("\r\n", "\n") + "\n").getBytes(StandardCharsets.UTF_8);
    }

    private Map<String, Object> component(String path, Path jar) throws IOException {
        String file = jar.getFileName().toString();
        String stem = file.substring(0, file.length() - ".jar".length());
        JsonNode known = licences.get(stem);
        Map<String, Object> component = new LinkedHashMap<>();
        component.put("type", "library");
        Optional<Properties> coordinates = coordinates(jar, stem);
        if (known != null && known.hasNonNull("group")) {
            component.put("group", known.path("group").asString());
        } else {
            coordinates.ifPresent(found -> component.put("group", found.getProperty("groupId")));
        }
        int cut = stem.replaceFirst("-[0-9].*", "").length();
        component.put("name", stem.substring(0, cut));
        component.put("version", stem.substring(Math.min(stem.length(), cut + 1)));
        component.put("hashes", List.of(hash(jar)));
        if (known != null && known.has("licenses")) {
            component.put("licenses", known.path("licenses"));
        }
        if (known != null && known.has("purl")) {
            component.put("purl", known.path("purl"));
        }
        component.put("properties", List.of(property("gorizont:path", path)));
        return component;
    }

    private static Map<String, String> hash(Path jar) throws IOException {
        Map<String, String> hash = new LinkedHashMap<>();
        hash.put("alg", "SHA-256");
        hash.put("content", Sums.sha256(Files.readAllBytes(jar)));
        return hash;
    }

    private static Map<String, String> property(String name, String value) {
        Map<String, String> property = new LinkedHashMap<>();
        property.put("name", name);
        property.put("value", value);
        return property;
    }

    /** What Maven has left in the jar about itself; not every jar was made by Maven. */
    private static Optional<Properties> coordinates(Path jar, String stem) throws IOException {
        try (ZipFile file = new ZipFile(jar.toFile())) {
            for (ZipEntry entry : file.stream()
                    .filter(one -> one.getName().endsWith("/pom.properties"))
                    .sorted(java.util.Comparator.comparing(ZipEntry::getName))
                    .toList()) {
                Properties properties = new Properties();
                try (InputStream in = file.getInputStream(entry)) {
                    properties.load(in);
                }
                if (stem.equals(properties.getProperty("artifactId") + "-" + properties.getProperty("version"))) {
                    return Optional.of(properties);
                }
            }
            return Optional.empty();
        }
    }
}
