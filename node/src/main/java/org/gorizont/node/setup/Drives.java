// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.setup;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Other disks and sticks of this computer, where a backup is not lost together with the node. */
public final class Drives {
    /** As many as people want to choose from. */
    private static final int MOST = 6;

    private Drives() {}

    /** Places that can be written, on another disk than {@code data}. */
    public static List<Path> besides(Path data) {
        Stream<Path> roots = StreamSupport.stream(
                FileSystems.getDefault().getRootDirectories().spliterator(), false);
        Stream<Path> mounted =
                Stream.of("/media", "/run/media", "/mnt").map(Path::of).flatMap(Drives::twoLevels);
        return Stream.concat(roots, mounted)
                .filter(place -> isOther(place, data))
                .limit(MOST)
                .toList();
    }

    /** Sticks are mounted under the name of whoever uses them, or right there. */
    private static Stream<Path> twoLevels(Path folder) {
        return inside(folder).stream().flatMap(place -> Stream.concat(Stream.of(place), inside(place).stream()));
    }

    private static List<Path> inside(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> list = Files.list(folder)) {
            return list.filter(Files::isDirectory).sorted().limit(MOST).toList();
        } catch (IOException _) {
            return List.of();
        }
    }

    private static boolean isOther(Path place, Path data) {
        Optional<Object> own = disk(data);
        return Files.isDirectory(place)
                && Files.isWritable(place)
                && own.isPresent()
                && disk(place).filter(disk -> !disk.equals(own.get())).isPresent()
                && (place.getParent() == null || !disk(place).equals(disk(place.getParent())));
    }

    private static Optional<Object> disk(Path place) {
        try {
            return Optional.of(Files.getFileStore(place));
        } catch (IOException _) {
            return Optional.empty();
        }
    }
}
