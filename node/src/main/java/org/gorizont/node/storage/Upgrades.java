// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.storage;

/**
 * Brings a store of an older program to the schema of this one. The number of the schema is written last, so that what was
 * interrupted is done again.
 */
final class Upgrades {
    private static final long FIRST = 1;

    private Upgrades() {}

    static void run(Database database, String program) throws StoreFailed {
        if (Meta.number(database, Meta.SCHEMA) != FIRST) {
            return;
        }
        database.addFamilies();
        VersionIndex.build(database);
        try (Staged rows = new Staged(database)) {
            Meta.put(rows, Meta.SCHEMA, StoreDirectory.SCHEMA);
            Meta.put(rows, Meta.PROGRAM, Forms.utf8(program));
            rows.write();
        }
    }
}
