// SPDX-License-Identifier: Apache-2.0
package org.gorizont.cli.packaging;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gorizont.cli.text.Failure;

/**
 * What packages are made of: the jars of the launcher's build, and the scripts that lie in packages.
 *
 * @param home folder of the sources, with what the launcher has built in it
 * @param version of the packages
 */
record Sources(Path home, String version) {
    private static final List<String> MODULES = List.of("node", "admin-cli", "simulations");
    private static final String OWN_JAR = "node-";

    static Sources of(Path home, Optional<String> version) throws IOException {
        Path sources = home.toAbsolutePath().normalize();
        if (!Files.isDirectory(sources.resolve("admin-cli/src/main/packaging"))) {
            throw Failure.of("package-without-sources", sources);
        }
        Sources found = new Sources(sources, "");
        String own = found.jars("node").stream()
                .map(jar -> jar.getFileName().toString())
                .filter(name -> name.startsWith(OWN_JAR))
                .findFirst()
                .orElseThrow(() -> Failure.of("package-without-build", sources));
        String built = own.substring(OWN_JAR.length(), own.length() - ".jar".length());
        return new Sources(sources, version.orElse(built));
    }

    /**
     * Every jar once, by its path in a package: in the folder of the only part that needs it, or with what several need. A part's
     * class path so is what its tests ran with, and little more.
     */
    NavigableMap<String, Path> libraries() throws IOException {
        NavigableMap<String, Path> files = new TreeMap<>();
        NavigableMap<String, String> parts = new TreeMap<>();
        for (String module : MODULES) {
            for (Path jar : jars(module)) {
                String name = jar.getFileName().toString();
                files.put(name, jar);
                parts.merge(name, part(module), (_, _) -> "common");
            }
        }
        NavigableMap<String, Path> libraries = new TreeMap<>();
        files.forEach((name, jar) -> libraries.put("lib/" + parts.get(name) + "/" + name, jar));
        return libraries;
    }

    /** A script or text of a package, with the version in its place. */
    String text(String name) throws IOException {
        return Files.readString(home.resolve("admin-cli/src/main/packaging").resolve(name))
                .replace("@VERSION@", version);
    }

    private List<Path> jars(String module) throws IOException {
        Path app = home.resolve(module).resolve("target").resolve("app");
        if (!Files.isDirectory(app)) {
            throw Failure.of("package-without-build", home);
        }
        try (Stream<Path> files = Files.list(app)) {
            return files.filter(file -> file.toString().endsWith(".jar"))
                    .sorted()
                    .collect(Collectors.toList());
        }
    }

    private static String part(String module) {
        return module.equals("admin-cli") ? "command" : module;
    }
}
