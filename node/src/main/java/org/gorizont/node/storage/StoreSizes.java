// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.storage;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.rocksdb.CompactRangeOptions;
import org.rocksdb.CompactRangeOptions.BottommostLevelCompaction;
import org.rocksdb.RocksDBException;

/** How much the rows of a store take on the disk. For measurements, while no node runs on it. */
public final class StoreSizes {
    private StoreSizes() {}

    /**
     * Writes the store anew without what is gone, as RocksDB does by itself in time.
     *
     * @return bytes of the files of each family with its indexes and filters, the largest first, by its name
     * @throws StoreRefused if the store cannot be opened or written
     */
    public static Map<String, Long> compacted(Path directory) throws StoreRefused {
        try (OpenDatabase open = OpenDatabase.existing(directory);
                CompactRangeOptions whole = new CompactRangeOptions()
                        .setBottommostLevelCompaction(BottommostLevelCompaction.kForceOptimized)) {
            Map<String, Long> sizes = new LinkedHashMap<>();
            for (Family family : Family.values()) {
                open.rocks().compactRange(open.handle(family), null, null, whole);
                long bytes = open.rocks().getLongProperty(open.handle(family), "rocksdb.total-sst-files-size");
                sizes.put(new String(family.rocksName(), StandardCharsets.US_ASCII), bytes);
            }
            return largestFirst(sizes);
        } catch (RocksDBException e) {
            throw new StoreRefused("the store in " + directory + " cannot be written anew: " + e.getMessage(), e);
        }
    }

    private static Map<String, Long> largestFirst(Map<String, Long> sizes) {
        Stream<Map.Entry<String, Long>> sorted =
                sizes.entrySet().stream().sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder()));
        Map<String, Long> ordered = new LinkedHashMap<>();
        sorted.forEach(size -> ordered.put(size.getKey(), size.getValue()));
        return ordered;
    }
}
