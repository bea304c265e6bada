// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.domain;

import java.util.List;
import org.gorizont.protocol.domain.UnfitField.Problem;
import org.gorizont.protocol.model.RecordId;

/**
 * When a resource is free or busy, as far as its owner has said so. A slot that no record lists is not stated, never
 * free.
 *
 * @param resource record id of the resource, of the same school
 * @param stated false: the owner has not entered its own use, "ask"; then there are no slots
 * @param zone name of the IANA time zone of the slots' clock times
 * @param slots ascending by {@link Slot#ORDER}, each once
 */
public record AvailabilityCard(RecordId resource, boolean stated, String zone, List<Slot> slots, boolean sample)
        implements Card {
    public static final int MAX_SLOTS = 1_000;

    public AvailabilityCard {
        Fields.zone("zone", zone);
        slots = Fields.atMost("slots", slots, MAX_SLOTS);
        if (!stated && !slots.isEmpty()) {
            throw new UnfitField("stated", Problem.CONTRADICTION, 0);
        }
        for (int i = 1; i < slots.size(); i++) {
            Fields.inOrder("slots", Slot.ORDER.compare(slots.get(i - 1), slots.get(i)) < 0);
        }
    }
}
