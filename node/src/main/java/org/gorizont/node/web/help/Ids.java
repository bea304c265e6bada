// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.web.help;

import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;

/**
 * Ids of the headings of one guide, in whatever alphabet: letters and digits in lower case, hyphens for spaces. The same as those
 * of the forges that show Markdown, so that a link in a guide leads to its section there and here.
 */
final class Ids {
    private final IdentityHashMap<Node, String> byNode = new IdentityHashMap<>();
    private final Map<String, Integer> given = new HashMap<>();

    void give(Heading heading, String words) {
        String id = id(words);
        int before = given.merge(id, 1, Integer::sum) - 1;
        byNode.put(heading, before == 0 ? id : id + "-" + before);
    }

    Optional<String> of(Node node) {
        return Optional.ofNullable(byNode.get(node));
    }

    static String id(String words) {
        return words.strip()
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N} _-]", "")
                .replace(' ', '-');
    }
}
