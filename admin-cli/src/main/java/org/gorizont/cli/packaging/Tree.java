// SPDX-License-Identifier: Apache-2.0
package org.gorizont.cli.packaging;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Files of a package by their path in it, parts with {@code /} between, in the order of their names. */
final class Tree {
    /** Where the bytes of a file come from; asked once for each archive. */
    interface Source {
        byte[] bytes() throws IOException;
    }

    /**
     * A file of a package.
     *
     * @param executable whether everybody may run it
     */
    record Item(boolean executable, Source source) {}

    private final NavigableMap<String, Item> items = new TreeMap<>();

    Tree add(String path, boolean executable, Source source) {
        if (path.startsWith("/") || List.of(path.split("/")).contains("..")) {
            throw new IllegalArgumentException("leaves the package: " + path);
        }
        items.put(path, new Item(executable, source));
        return this;
    }

    Tree file(String path, Path file) {
        return add(path, false, () -> Files.readAllBytes(file));
    }

    Tree text(String path, String text) {
        return add(path, false, () -> text.getBytes(StandardCharsets.UTF_8));
    }

    Tree program(String path, String text) {
        return add(path, true, () -> text.getBytes(StandardCharsets.UTF_8));
    }

    /** All files of a folder; those that the owner may run there, everybody may run here. */
    Tree folder(String path, Path folder) throws IOException {
        for (Path file : files(folder)) {
            String name = folder.relativize(file).toString().replace('\\', '/');
            add(path + "/" + name, Files.isExecutable(file), () -> Files.readAllBytes(file));
        }
        return this;
    }

    /** Everything of another tree, in a folder of this one. */
    Tree below(String path, Tree other) {
        other.items.forEach((name, item) -> items.put(path + "/" + name, item));
        return this;
    }

    /** A file that must be there. */
    Item item(String path) {
        return Optional.ofNullable(items.get(path)).orElseThrow(() -> new IllegalArgumentException("no " + path));
    }

    NavigableMap<String, Item> items() {
        return items;
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> walk = Files.walk(folder)) {
            return new ArrayList<>(walk.filter(Files::isRegularFile).sorted().toList());
        }
    }
}
