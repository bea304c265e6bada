// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What of a data directory goes into a backup beside the store. What is not named here stays out: keys, tokens, the lineage,
 * logs of the program, the ballast, what was typed at a first start that is not over, and what can be built anew from the store.
 */
final class BackupContents {
    /** Files of the data directory. */
    static final List<String> FILES = List.of("gorizont.toml", "relay.token", "accounts.json", "bells.json");
    /** Folders whose files go in, without folders in them. */
    static final List<String> FOLDERS = List.of("drafts", "desk", "vocabulary", "history", "notices");

    static final String STORE = "store";
    /** The identity chain, which is public: whose backup this is. */
    static final String CHAIN = "chain";
    /** Who made it, and when. */
    static final String ABOUT = "about";

    private BackupContents() {}

    /** A file and its name in the backup. */
    record Item(String name, Path file, long size) {}

    /** Everything but {@link #ABOUT}, in the order of names. */
    static List<Item> of(Path data, Path checkpoint) throws IOException {
        List<Item> items = new ArrayList<>();
        for (String name : FILES) {
            add(items, name, data.resolve(name));
        }
        for (String folder : FOLDERS) {
            addAll(items, folder, data.resolve(folder));
        }
        addAll(items, STORE, checkpoint);
        return items;
    }

    /** Whether a file of this name may be put back. */
    static boolean takes(String name) {
        int slash = name.indexOf('/');
        String first = slash < 0 ? name : name.substring(0, slash);
        return slash < 0
                ? FILES.contains(name) || name.equals(CHAIN) || name.equals(ABOUT)
                : FOLDERS.contains(first) || first.equals(STORE);
    }

    private static void addAll(List<Item> items, String folder, Path directory) throws IOException {
        if (!Files.isDirectory(directory, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        List<Path> files;
        try (Stream<Path> list = Files.list(directory)) {
            files = list.sorted().toList();
        }
        for (Path file : files) {
            String name = folder + "/" + file.getFileName();
            // What is being written has another name in a moment; what has no name of this program's is not read by it.
            if (!name.endsWith(".new") && Archive.isName(name)) {
                add(items, name, file);
            }
        }
    }

    private static void add(List<Item> items, String name, Path file) throws IOException {
        if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            items.add(new Item(name, file, Files.size(file)));
        }
    }
}
