// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.domain;

import java.util.Optional;

/**
 * Where a school is. Texts may be empty.
 *
 * @param zone name of an IANA time zone by its form; a reader that does not know it shows UTC
 */
public record Location(String region, String municipality, String settlement, Optional<Place> place, String zone) {
    public Location {
        Texts.optional("region", region, TextLimit.LINE);
        Texts.optional("municipality", municipality, TextLimit.LINE);
        Texts.optional("settlement", settlement, TextLimit.LINE);
        Fields.zone("zone", zone);
    }
}
