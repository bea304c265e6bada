// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.readmodel;

import java.util.Optional;
import org.gorizont.protocol.domain.CentreCard;
import org.gorizont.protocol.domain.SchoolCard;
import org.gorizont.protocol.model.SchoolId;

/**
 * A school as it is known here.
 *
 * @param card empty when it has published none, or when none is here yet
 * @param practices number of practices that stand, with those whose body is not here
 * @param unread number of records that need a newer version of this program
 */
public record SchoolView(
        SchoolId id,
        Optional<SchoolCard> card,
        Optional<CentreCard> centre,
        int practices,
        int resources,
        int unread,
        Freshness.Heard heard) {
    public Optional<String> name() {
        return card.map(SchoolCard::shortName);
    }
}
