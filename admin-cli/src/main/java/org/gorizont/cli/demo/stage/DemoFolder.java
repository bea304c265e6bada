// SPDX-License-Identifier: Apache-2.0
package org.gorizont.cli.demo.stage;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;
import java.util.stream.Stream;
import org.gorizont.cli.setup.OwnerOnly;
import org.gorizont.cli.text.Failure;
import org.jspecify.annotations.Nullable;

/**
 * Where the nodes of a demonstration have their data.
 *
 * @param passing whether it is removed at the end
 */
public record DemoFolder(Path path, boolean passing) {
    /** A new folder that passes, or the empty one that a person has named. */
    public static DemoFolder of(Optional<Path> named) {
        try {
            if (named.isEmpty()) {
                return new DemoFolder(Files.createTempDirectory("gorizont-demo-"), true);
            }
            Path folder = named.get().toAbsolutePath().normalize();
            OwnerOnly.folder(folder);
            try (Stream<Path> files = Files.list(folder)) {
                if (files.findAny().isPresent()) {
                    throw Failure.of("demo-dir", folder);
                }
            }
            return new DemoFolder(folder, false);
        } catch (IOException e) {
            throw Failure.of(
                    "cannot-write", named.orElse(Path.of(System.getProperty("java.io.tmpdir"))), String.valueOf(e));
        }
    }

    public DemoFolder kept() {
        return new DemoFolder(path, false);
    }

    /** Removes a passing folder with all that is in it. */
    public void remove() {
        if (!passing || !Files.exists(path)) {
            return;
        }
        try {
            Files.walkFileTree(path, new Remover());
        } catch (IOException e) {
            throw Failure.of("cannot-write", path, String.valueOf(e));
        }
    }

    private static final class Remover extends SimpleFileVisitor<Path> {
        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            Files.deleteIfExists(file);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException problem) throws IOException {
            Files.deleteIfExists(folder);
            return FileVisitResult.CONTINUE;
        }
    }
}
