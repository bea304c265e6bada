// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.storage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.gorizont.protocol.model.Bytes;

/**
 * The directory that a store lies in. A store is made beside it and moved there when it is whole: so a directory without
 * a readable store is damage, and never read as a new, empty store.
 */
final class StoreDirectory {
    /** Version of what {@link Family} and the forms describe. */
    static final long SCHEMA = 2;

    private StoreDirectory() {}

    static void prepare(Path directory, String program, Supplier<Bytes> newEpoch) throws StoreRefused {
        if (Files.exists(directory, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        Path unfinished = directory.resolveSibling(directory.getFileName() + ".new");
        try {
            deleteAll(unfinished);
            Files.createDirectories(unfinished);
            fill(unfinished, program, newEpoch.get());
            Files.move(unfinished, directory, StandardCopyOption.ATOMIC_MOVE);
            Durable.syncParent(directory);
        } catch (IOException | StoreFailed e) {
            throw new StoreRefused("cannot make a store in " + directory + ": " + e, e);
        }
    }

    static void checkSchema(Path directory, View rows) throws StoreRefused {
        long schema = Meta.number(rows, Meta.SCHEMA);
        if (schema > SCHEMA) {
            String program = Meta.find(rows, Meta.PROGRAM).map(Forms::text).orElse("a newer version");
            throw new StoreRefused(
                    StoreRefused.Why.NEWER_STORE,
                    program,
                    "the store in " + directory + " was written by " + program + " (schema " + schema
                            + "); this program knows schema " + SCHEMA + " and leaves the store as it is. Use "
                            + program
                            + " or newer");
        }
        if (schema <= 0) {
            throw new StoreRefused("the store in " + directory + " does not say its schema version: it is damaged");
        }
    }

    private static void fill(Path directory, String program, Bytes epoch) throws StoreRefused, StoreFailed {
        try (Database database = new Database(directory, OpenDatabase.fresh(directory), true);
                Staged rows = new Staged(database)) {
            Meta.put(rows, Meta.SCHEMA, SCHEMA);
            Meta.put(rows, Meta.PROGRAM, Forms.utf8(program));
            Meta.put(rows, Meta.EPOCH, epoch);
            rows.write();
        }
    }

    private static void deleteAll(Path directory) throws IOException {
        if (!Files.exists(directory, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        List<Path> files;
        try (Stream<Path> walk = Files.walk(directory)) {
            files = walk.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path file : files) {
            Files.delete(file);
        }
    }
}
