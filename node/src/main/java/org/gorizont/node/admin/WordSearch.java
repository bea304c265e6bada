// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.admin;

import java.util.List;
import org.gorizont.node.readmodel.RecordKey;

/** Port: search by words over practices and resources. For any thread; may block on the disk. */
public interface WordSearch {
    /** The best hits first. Words are what a person types: nothing in them is an error. */
    Hits find(String words, int atMost);

    /** @param total of all hits, also those that are not listed */
    record Hits(List<RecordKey> keys, long total) {
        public Hits {
            keys = List.copyOf(keys);
        }
    }
}
