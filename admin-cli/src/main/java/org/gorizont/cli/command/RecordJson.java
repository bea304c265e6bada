// SPDX-License-Identifier: Apache-2.0
package org.gorizont.cli.command;

import org.gorizont.cli.client.Cards;
import org.gorizont.cli.client.Ids;
import org.gorizont.cli.text.Moments;
import org.gorizont.protocol.domain.Card;
import org.gorizont.protocol.wire.v1.AdminWire.RecordView;
import org.jspecify.annotations.Nullable;

/**
 * A record with who says so and as of when.
 *
 * @param card its content by the names of its fields; null when it is not here
 */
record RecordJson(
        String record,
        String kind,
        String title,
        String school,
        String schoolName,
        String zone,
        String presence,
        @Nullable String said,
        @Nullable String asOf,
        boolean sample,
        @Nullable Card card) {
    static RecordJson of(RecordView view) {
        return new RecordJson(
                Ids.hex(view.getRecord()),
                view.getKind(),
                Cards.title(view),
                Ids.hex(view.getSchool()),
                view.getSchoolName(),
                view.getZone(),
                view.getPresence(),
                Moments.iso(view.getSaid()),
                Moments.iso(view.getAsOf()),
                Cards.sample(view),
                Cards.of(view).orElse(null));
    }
}
