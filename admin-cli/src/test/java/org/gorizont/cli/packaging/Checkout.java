// SPDX-License-Identifier: Apache-2.0
package org.gorizont.cli.packaging;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.gorizont.cli.process.Folders;

/** A folder of sources with small jars in place of the built ones, and the real scripts. */
final class Checkout {
    static final Epoch EPOCH = Epoch.of(Map.of("SOURCE_DATE_EPOCH", "1700000000"));

    private final Path home;

    Checkout(Path home) throws IOException {
        this.home = home;
        Path real = Path.of(System.getProperty("gorizont.home", ".")).toAbsolutePath();
        Files.createDirectories(home.resolve("admin-cli/src/main"));
        Folders.copy(real.resolve("admin-cli/src/main/packaging"), home.resolve("admin-cli/src/main/packaging"));
        Files.copy(real.resolve("LICENSE"), home.resolve("LICENSE"));
        Files.copy(real.resolve("NOTICE"), home.resolve("NOTICE"));
        jar("node", "node-0.3.0.jar", "a");
        jar("node", "grpc-api-1.0.jar", "shared");
        jar("node", "rocksdbjni-1.0.jar", Natives.LINUX, Natives.WINDOWS, "librocksdbjni-osx-arm64.jnilib", "b.class");
        jar("admin-cli", "admin-cli-0.3.0.jar", "c");
        jar("admin-cli", "grpc-api-1.0.jar", "shared");
        jar("simulations", "simulations-0.3.0.jar", "d");
        jar("simulations", "grpc-api-1.0.jar", "shared");
    }

    Path home() {
        return home;
    }

    Sources sources() throws IOException {
        return Sources.of(home, Optional.empty());
    }

    Contents contents() throws IOException {
        return new Contents(sources(), EPOCH);
    }

    /** An archive with these files; every file holds its own name, unless there is {@code =} in it. */
    static void zip(Path file, String... entries) throws IOException {
        try (OutputStream out = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (String entry : entries) {
                int cut = entry.indexOf('=');
                zip.putNextEntry(new ZipEntry(cut < 0 ? entry : entry.substring(0, cut)));
                zip.write(entry.substring(cut + 1).getBytes(StandardCharsets.UTF_8));
            }
        }
    }

    static byte[] zipped(Tree tree) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ZipArchive.write(tree, EPOCH, out);
        return out.toByteArray();
    }

    static byte[] tarred(Tree tree) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        TarArchive.write(tree, EPOCH, out);
        return out.toByteArray();
    }

    private void jar(String module, String name, String... entries) throws IOException {
        zip(Files.createDirectories(home.resolve(module).resolve("target/app")).resolve(name), entries);
    }
}
