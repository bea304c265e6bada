// SPDX-License-Identifier: Apache-2.0
package org.gorizont.cli.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** How many files the folders of a node have, and how many bytes; no names but those that this program gives. */
final class FolderSizes {
    private static final List<String> FOLDERS =
            List.of("identity", "store", "readmodel", "index", "drafts", "desk", "history", "vocabulary", "log");
    private static final List<String> FILES = List.of(
            "accounts.json",
            "gorizont.toml",
            "ballast",
            "node.log",
            "node.log.old",
            "lineage.token",
            "relay.token",
            "backup.last",
            "first-cards");

    private FolderSizes() {}

    static List<String> of(Path data) {
        return Stream.concat(
                        FOLDERS.stream().map(name -> name + "/ " + folder(data.resolve(name))),
                        FILES.stream().map(name -> name + " " + file(data.resolve(name))))
                .toList();
    }

    private static String folder(Path folder) {
        if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
            return "–";
        }
        try (Stream<Path> walk = Files.walk(folder)) {
            List<Path> files = walk.filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
                    .toList();
            return files.size() + " files, "
                    + files.stream().mapToLong(FolderSizes::size).sum() + " bytes";
        } catch (IOException | UncheckedIOException _) {
            return "unreadable";
        }
    }

    private static String file(Path file) {
        return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) ? size(file) + " bytes" : "–";
    }

    /** Files of the store go at any time. */
    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException _) {
            return 0;
        }
    }
}
