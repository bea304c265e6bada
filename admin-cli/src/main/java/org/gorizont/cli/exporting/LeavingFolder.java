// SPDX-License-Identifier: Apache-2.0
package org.gorizont.cli.exporting;

import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.LocalDate;

/** Where a school that leaves a circle finds its records unless it says where: beside its data directory. */
public final class LeavingFolder {
    private static final int NAME_CHARACTERS = 40;

    private LeavingFolder() {}

    /** A folder named after the circle and the day that is not there yet. */
    public static Path beside(Path data, String circle, LocalDate day) {
        Path home = data.toAbsolutePath().normalize();
        String name = name(circle) + "-" + day;
        Path folder = home.resolveSibling(name);
        for (int next = 2; Files.exists(folder, LinkOption.NOFOLLOW_LINKS); next++) {
            folder = home.resolveSibling(name + "-" + next);
        }
        return folder;
    }

    /** Letters and digits alone: names of circles are foreign text, and no file system takes all of it. */
    private static String name(String circle) {
        String plain = circle.replaceAll("[^\\p{L}\\p{Nd}]+", "-").replaceAll("^-|-$", "");
        int end = plain.offsetByCodePoints(0, Math.min(plain.codePointCount(0, plain.length()), NAME_CHARACTERS));
        return plain.isEmpty() ? "circle" : plain.substring(0, end);
    }
}
