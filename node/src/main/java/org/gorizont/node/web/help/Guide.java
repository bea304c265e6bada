// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.web.help;

import java.util.List;

/**
 * A guide in one language, ready to be shown.
 *
 * @param title plain text
 * @param contents its sections, in their order
 * @param html its text without the title; safe as it stands
 */
public record Guide(String title, List<Section> contents, String html) {
    public Guide {
        contents = List.copyOf(contents);
    }

    /**
     * A section.
     *
     * @param id stays the same as long as its heading does
     */
    public record Section(String id, String title) {}
}
