// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.storage;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.rocksdb.ColumnFamilyDescriptor;
import org.rocksdb.ColumnFamilyHandle;
import org.rocksdb.DBOptions;
import org.rocksdb.Options;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;

/** RocksDB as it is open now, with a handle for each family. */
final class OpenDatabase implements AutoCloseable {
    static {
        RocksDB.loadLibrary();
    }

    private final Settings settings;
    private final RocksDB rocks;
    private final Map<Family, ColumnFamilyHandle> handles;

    private OpenDatabase(Settings settings, RocksDB rocks, Map<Family, ColumnFamilyHandle> handles) {
        this.settings = settings;
        this.rocks = rocks;
        this.handles = handles;
    }

    /** Makes a new, empty database. */
    static OpenDatabase fresh(Path directory) throws StoreRefused {
        List<byte[]> names = new ArrayList<>();
        for (Family family : Family.values()) {
            names.add(family.rocksName());
        }
        return open(directory, names, true, RocksDB::open);
    }

    /** Opens a database that exists; makes none, since a damaged one must not read as an empty one. */
    static OpenDatabase existing(Path directory) throws StoreRefused {
        return open(directory, names(directory), false, RocksDB::open);
    }

    /** Opens for reading; nothing in the directory changes. */
    static OpenDatabase forReading(Path directory) throws StoreRefused {
        return open(directory, names(directory), false, RocksDB::openReadOnly);
    }

    /** Opens for reading, or not at all. */
    static @Nullable OpenDatabase forReadingIfPossible(Path directory) {
        try {
            return forReading(directory);
        } catch (StoreRefused _) {
            return null;
        }
    }

    private static OpenDatabase open(Path directory, List<byte[]> names, boolean create, Opener opener)
            throws StoreRefused {
        Settings settings = new Settings(create);
        List<ColumnFamilyHandle> opened = new ArrayList<>();
        List<ColumnFamilyDescriptor> families = names.stream()
                .map(name -> new ColumnFamilyDescriptor(name, settings.of(Family.named(name))))
                .toList();
        try {
            RocksDB rocks = opener.open(settings.database(), directory.toString(), families, opened);
            return new OpenDatabase(settings, rocks, byFamily(names, opened));
        } catch (RocksDBException e) {
            settings.close();
            throw refused(directory, e);
        }
    }

    private static Map<Family, ColumnFamilyHandle> byFamily(List<byte[]> names, List<ColumnFamilyHandle> opened) {
        Map<Family, ColumnFamilyHandle> handles = new EnumMap<>(Family.class);
        for (int i = 0; i < opened.size(); i++) {
            Family family = Family.named(names.get(i));
            if (family != null) {
                handles.put(family, opened.get(i));
            }
        }
        return handles;
    }

    private static List<byte[]> names(Path directory) throws StoreRefused {
        try (Options options = new Options()) {
            List<byte[]> names = RocksDB.listColumnFamilies(options, directory.toString());
            // What has lost its table of contents reads as a database without families.
            if (names.isEmpty()) {
                throw new RocksDBException("there is no table of contents in it");
            }
            return names;
        } catch (RocksDBException e) {
            throw refused(directory, e);
        }
    }

    private static StoreRefused refused(Path directory, RocksDBException e) {
        return new StoreRefused(
                "the store in " + directory + " cannot be opened: " + e.getMessage()
                        + ". If this stays so, move the directory away and restore a backup, or begin with an empty"
                        + " store: neighbours have what was published",
                e);
    }

    /** Makes the families that an older program did not know. */
    void addFamilies() throws RocksDBException {
        for (Family family : Family.values()) {
            if (!handles.containsKey(family)) {
                ColumnFamilyDescriptor described = new ColumnFamilyDescriptor(family.rocksName(), settings.of(family));
                handles.put(family, rocks.createColumnFamily(described));
            }
        }
    }

    RocksDB rocks() {
        return rocks;
    }

    List<ColumnFamilyHandle> handles() {
        return List.copyOf(handles.values());
    }

    ColumnFamilyHandle handle(Family family) {
        ColumnFamilyHandle handle = handles.get(family);
        if (handle == null) {
            throw new IllegalStateException("the store has no family " + family);
        }
        return handle;
    }

    @Override
    public void close() {
        handles.values().forEach(ColumnFamilyHandle::close);
        rocks.close();
        settings.close();
    }

    @FunctionalInterface
    private interface Opener {
        RocksDB open(
                DBOptions options, String path, List<ColumnFamilyDescriptor> families, List<ColumnFamilyHandle> handles)
                throws RocksDBException;
    }
}
