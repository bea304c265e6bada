// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.bundle;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;
import org.gorizont.protocol.core.Limits;

/** Cuts long lists so that each piece fits into a frame. */
final class Batches {
    /** Bytes around each element. */
    private static final int AROUND = 128;

    private Batches() {}

    static <T> List<List<T>> of(List<T> all, int most, ToIntFunction<T> size) {
        List<List<T>> batches = new ArrayList<>();
        List<T> batch = new ArrayList<>();
        long bytes = 0;
        for (T element : all) {
            int more = size.applyAsInt(element) + AROUND;
            if (!batch.isEmpty() && (batch.size() == most || bytes + more > Limits.ANSWER_BYTES)) {
                batches.add(batch);
                batch = new ArrayList<>();
                bytes = 0;
            }
            batch.add(element);
            bytes += more;
        }
        if (!batch.isEmpty()) {
            batches.add(batch);
        }
        return batches;
    }
}
