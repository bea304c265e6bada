// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.domain;

import java.util.List;

/**
 * A school's centre «Точка роста».
 *
 * @param profiles codes of the vocabulary {@code centre-profiles}
 * @param openedYear 0 when not stated
 * @param contactRole a position, never a name
 */
public record CentreCard(List<String> profiles, int openedYear, String about, String contactRole, boolean sample)
        implements Card {
    private static final int FIRST_YEAR = 1_900;
    private static final int LAST_YEAR = 2_199;

    public CentreCard {
        profiles = Fields.codes("profiles", profiles);
        if (openedYear != 0) {
            Fields.range("openedYear", openedYear, FIRST_YEAR, LAST_YEAR);
        }
        Texts.optional("about", about, TextLimit.DESCRIPTION);
        Texts.optional("contactRole", contactRole, TextLimit.LINE);
    }
}
