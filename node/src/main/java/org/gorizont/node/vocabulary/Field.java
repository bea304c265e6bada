// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.vocabulary;

import java.util.Locale;

/** A field of a record that has a vocabulary; the file has the same name in lower case, with hyphens. */
public enum Field {
    SUBJECTS,
    DIRECTIONS,
    RESOURCE_KINDS,
    INSTITUTIONS,
    CENTRE_PROFILES,
    PRACTICE_STAGES,
    PRACTICE_FORMS,
    LENDING_MODES,
    CONDITIONS,
    ACCESS_RULES;

    String fileName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-') + ".tsv";
    }
}
