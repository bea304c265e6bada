// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.domain;

/**
 * A school about itself. Its name is what it calls itself: two schools may have one name and stay two.
 *
 * @param institution code of the vocabulary {@code institutions}: school, additional-education, methodical-centre…
 */
public record SchoolCard(
        String shortName, String fullName, String institution, Location location, Office office, boolean sample)
        implements Card {
    public SchoolCard {
        Texts.required("shortName", shortName, TextLimit.LINE);
        Texts.optional("fullName", fullName, TextLimit.DESCRIPTION);
        Fields.code("kind", institution);
    }
}
