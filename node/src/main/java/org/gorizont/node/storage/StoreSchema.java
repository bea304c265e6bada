// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.storage;

import java.nio.file.Path;

/** Which version of its form a store has. */
public final class StoreSchema {
    /** The one that this program writes. */
    public static final int KNOWN = (int) StoreDirectory.SCHEMA;

    private StoreSchema() {}

    /**
     * Reads it from a store that nobody has open; changes nothing.
     *
     * @throws StoreRefused if it cannot be read, or is newer than this program
     */
    public static long read(Path directory) throws StoreRefused {
        try (Database database = new Database(directory, OpenDatabase.forReading(directory), true)) {
            StoreDirectory.checkSchema(directory, database);
            return Meta.number(database, Meta.SCHEMA);
        }
    }
}
