// SPDX-License-Identifier: Apache-2.0
package org.gorizont.cli.packaging;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The package for the other family of Linux systems, with the same files in the same places. {@code rpmbuild} writes it. */
final class RpmPackage {
    static final String TOOL = "rpmbuild";

    private final Sources sources;
    private final Epoch epoch;

    RpmPackage(Sources sources, Epoch epoch) {
        this.sources = sources;
        this.epoch = epoch;
    }

    /** Writes it by way of a folder that is not there yet; the file. */
    Path write(Tree installed, Path work, Path out) throws IOException, InterruptedException {
        Path root = work.resolve("root");
        DebianPackage.lay(installed, root, epoch);
        Path spec = work.resolve("gorizont.spec");
        Files.writeString(
                spec,
                sources.text("rpm/gorizont.spec")
                        .replace("@RPMVERSION@", DebianPackage.version(sources.version()))
                        .replace("@FILES@", root.toString()));
        Tool.run(
                List.of(
                        TOOL,
                        "-bb",
                        "--define",
                        "_topdir " + work.resolve("top"),
                        "--define",
                        "_build_id_links none",
                        spec.toString()),
                Map.of("SOURCE_DATE_EPOCH", Long.toString(epoch.seconds()), "LC_ALL", "C.UTF-8"));
        try (Stream<Path> files = Files.walk(work.resolve("top").resolve("RPMS"))) {
            Path made = files.filter(file -> file.toString().endsWith(".rpm"))
                    .findFirst()
                    .orElseThrow();
            return Files.copy(
                    made,
                    out.resolve(made.getFileName().toString()),
                    java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
