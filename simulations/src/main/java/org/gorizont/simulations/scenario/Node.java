// SPDX-License-Identifier: Apache-2.0
package org.gorizont.simulations.scenario;

import java.util.List;
import java.util.Map;

/** A piece of a scenario as it stands in the file. Lines count from 1. */
sealed interface Node {
    int line();

    record Text(int line, String text) implements Node {}

    record Items(int line, List<Node> items) implements Node {
        public Items {
            items = List.copyOf(items);
        }
    }

    /** @param fields by canonical key, in the order of the file */
    record Fields(int line, Map<String, Node> fields) implements Node {}
}
