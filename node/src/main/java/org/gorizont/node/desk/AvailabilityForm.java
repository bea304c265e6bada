// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.desk;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;
import org.gorizont.protocol.domain.AvailabilityCard;
import org.gorizont.protocol.domain.Card;
import org.gorizont.protocol.domain.Slot;
import org.gorizont.protocol.model.RecordId;

/**
 * The time of a resource. It has a page of its own in place of fields, and its draft holds only the days that were
 * changed: see {@link DraftDays}.
 */
final class AvailabilityForm extends Form {
    @Override
    public List<Group> groups() {
        return List.of();
    }

    @Override
    Map<String, String> least() {
        return Map.of();
    }

    @Override
    Card card(Typed typed, Optional<Card> base) throws Unreadable {
        try {
            List<Slot> slots = DraftDays.of(typed.all()).values().stream()
                    .flatMap(List::stream)
                    .toList();
            return new AvailabilityCard(
                    RecordId.ofHex(typed.text(DraftDays.RESOURCE)), true, typed.text(DraftDays.ZONE), slots, false);
        } catch (DraftDays.Damaged _) {
            throw new Unreadable(DraftDays.RESOURCE, FieldProblem.DAMAGED);
        }
    }

    @Override
    public Map<String, String> typed(Card card) {
        AvailabilityCard time = (AvailabilityCard) card;
        SequencedMap<LocalDate, List<Slot>> days = new TreeMap<>();
        time.slots()
                .forEach(slot -> days.computeIfAbsent(slot.date(), _ -> new ArrayList<>())
                        .add(slot));
        return DraftDays.fields(time.resource(), "", time.zone(), days);
    }
}
