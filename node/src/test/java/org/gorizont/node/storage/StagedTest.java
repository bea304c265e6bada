// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.storage;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StagedTest {
    private static final int STEPS = 3_000;
    /** Few, so that rows are often staged over committed ones, and deleted ones stand side by side. */
    private static final int KEYS = 40;

    @TempDir
    Path temp;

    private final Random random = new Random(7);
    private final TreeMap<Integer, Integer> expected = new TreeMap<>();

    @Test
    void showsWhatIsStagedOnTopOfWhatIsCommitted() throws Exception {
        try (Database database = new Database(temp, OpenDatabase.fresh(temp), false);
                Staged rows = new Staged(database)) {
            for (int step = 0; step < STEPS; step++) {
                change(rows, random.nextInt(KEYS), step);
                if (random.nextInt(10) == 0) {
                    rows.write();
                    rows.clear();
                }
                int from = random.nextInt(KEYS);
                assertEquals(expected.tailMap(from), found(rows, from), "step " + step);
                byte @Nullable [] row = rows.get(Family.META, Keys.of(from));
                assertEquals(expected.get(from), row == null ? null : Keys.log(row), "step " + step);
            }
        }
    }

    @Test
    void tellsTheLastRowWhereverItIs() throws Exception {
        try (Database database = new Database(temp, OpenDatabase.fresh(temp), false);
                Staged rows = new Staged(database)) {
            assertNull(rows.last(Family.ARRIVALS));
            rows.put(Family.ARRIVALS, Keys.of(1), Keys.of(1));
            assertArrayEquals(Keys.of(1), rows.last(Family.ARRIVALS));
            rows.write();
            rows.clear();
            assertArrayEquals(Keys.of(1), rows.last(Family.ARRIVALS));
            rows.put(Family.ARRIVALS, Keys.of(2), Keys.of(2));
            assertArrayEquals(Keys.of(2), rows.last(Family.ARRIVALS));
        }
    }

    private void change(Staged rows, int key, int value) {
        if (random.nextBoolean()) {
            rows.put(Family.META, Keys.of(key), Keys.of(value));
            expected.put(key, value);
        } else {
            rows.delete(Family.META, Keys.of(key));
            expected.remove(key);
        }
    }

    /** By one walk, which goes back to its beginning once. */
    private Map<Integer, Integer> found(Staged rows, int from) {
        Map<Integer, Integer> found = new TreeMap<>();
        List<Integer> order = new ArrayList<>();
        try (Scan scan = rows.scan(Family.META, Keys.of(random.nextInt(KEYS)))) {
            if (scan.valid()) {
                scan.next();
            }
            for (scan.to(Keys.of(from)); scan.valid(); scan.next()) {
                order.add(Keys.log(scan.key()));
                found.put(Keys.log(scan.key()), Keys.log(scan.value()));
            }
        }
        assertEquals(List.copyOf(found.keySet()), order);
        return found;
    }
}
