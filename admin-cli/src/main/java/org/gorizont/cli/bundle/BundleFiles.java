// SPDX-License-Identifier: Apache-2.0
package org.gorizont.cli.bundle;

import java.nio.file.Path;

/** Names of the parts of a bundle: FILE, FILE.2, FILE.3 and so on. */
public final class BundleFiles {
    /** Behind the name of a file that is not complete yet. */
    static final String UNFINISHED = ".unfinished";

    private BundleFiles() {}

    /** The file of a part of which {@code first} is the first. */
    public static Path part(Path first, int part) {
        return part == 1 ? first : first.resolveSibling(first.getFileName() + "." + part);
    }

    /** The file behind this one, which is that part. */
    public static Path next(Path file, int part) {
        String name = String.valueOf(file.getFileName());
        String end = "." + part;
        String first = part > 1 && name.endsWith(end) ? name.substring(0, name.length() - end.length()) : name;
        return part(file.resolveSibling(first), part + 1);
    }
}
