// SPDX-License-Identifier: Apache-2.0
package org.gorizont.cli.demo.membership;

import java.util.List;

/** Who plays: invented schools. The key names the folder of the node. */
enum Part {
    BIRCH("berezovo", "Берёзовская школа"),
    RIVER("zarechye", "Зареченская школа"),
    MEADOW("lugovoe", "Луговская школа"),
    LAKE("ozernoe", "Озёрная школа"),
    FIELD("polevoe", "Полевская школа"),
    NORTH("severnoe", "Северная школа"),
    /** The same school after it has lost disk and sheet. */
    FIELD_AGAIN("polevoe-2", "Полевская школа (новый узел)"),
    NEW("novoe", "Новая школа");

    /** Those that are there from the beginning. */
    static final List<Part> FIRST = List.of(BIRCH, RIVER, MEADOW, LAKE, FIELD, NORTH);

    private final String key;
    private final String title;

    Part(String key, String title) {
        this.key = key;
        this.title = title;
    }

    String key() {
        return key;
    }

    String title() {
        return title;
    }
}
