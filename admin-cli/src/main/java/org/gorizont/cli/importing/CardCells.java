// SPDX-License-Identifier: Apache-2.0
package org.gorizont.cli.importing;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gorizont.protocol.domain.AvailabilityCard;
import org.gorizont.protocol.domain.Card;
import org.gorizont.protocol.domain.CentreCard;
import org.gorizont.protocol.domain.GradeBand;
import org.gorizont.protocol.domain.LendingTerms;
import org.gorizont.protocol.domain.PracticeCard;
import org.gorizont.protocol.domain.ResourceCard;
import org.gorizont.protocol.domain.SchoolCard;
import org.gorizont.protocol.domain.Slot;
import org.gorizont.protocol.model.RecordId;
import org.gorizont.protocol.rows.AvailabilityRows;
import org.gorizont.protocol.rows.Column;
import org.gorizont.protocol.rows.PracticeRows;
import org.gorizont.protocol.rows.ResourceRows;
import org.gorizont.protocol.rows.RowIds;

/** A card as cells by the names of their columns; what is not stated is left out. */
final class CardCells {
    private final Map<String, Object> cells = new LinkedHashMap<>();

    private CardCells() {}

    /** One map a row; none for a card that no import makes. */
    static List<Map<String, Object>> of(RecordId record, Card card) {
        return switch (card) {
            case PracticeCard practice -> List.of(practice(record, practice));
            case ResourceCard resource -> List.of(resource(record, resource));
            case AvailabilityCard availability -> availability(record, availability);
            case SchoolCard _, CentreCard _ -> List.of();
        };
    }

    private static Map<String, Object> practice(RecordId record, PracticeCard card) {
        return new CardCells()
                .with(PracticeRows.ID, RowIds.of(record))
                .with(PracticeRows.TITLE, card.title())
                .with(PracticeRows.PROBLEM, card.problem())
                .with(PracticeRows.AIM, card.aim())
                .with(PracticeRows.SUBJECTS, card.subjects())
                .with(PracticeRows.GRADES, card.grades().map(CardCells::grades).orElse(""))
                .with(PracticeRows.DIRECTION, card.direction())
                .with(PracticeRows.STAGE, card.stage())
                .with(PracticeRows.FORM, card.form())
                .with(PracticeRows.EQUIPMENT, card.equipment())
                .with(PracticeRows.MINUTES, card.durationMinutes())
                .with(PracticeRows.STEPS, card.steps())
                .with(PracticeRows.RESULTS, card.results())
                .with(PracticeRows.DIFFICULTIES, card.difficulties())
                .with(PracticeRows.LICENCE, card.sources().licence())
                .with(PracticeRows.BASED_ON, card.sources().basedOn())
                .with(PracticeRows.SOURCE, card.sources().outside())
                .with(PracticeRows.SAMPLE, card.sample())
                .cells;
    }

    private static Map<String, Object> resource(RecordId record, ResourceCard card) {
        LendingTerms terms = card.terms();
        return new CardCells()
                .with(ResourceRows.ID, RowIds.of(record))
                .with(ResourceRows.KIND, card.resourceKind())
                .with(ResourceRows.TITLE, card.title())
                .with(ResourceRows.QUANTITY, card.quantity())
                .with(ResourceRows.MODEL, card.model())
                .with(ResourceRows.SEATS, card.seatsPerUnit())
                .with(ResourceRows.ROOM, card.room())
                .with(ResourceRows.CONDITION, card.condition())
                .with(ResourceRows.ABOUT, card.about())
                .with(ResourceRows.CONSUMABLE, card.consumable())
                .with(ResourceRows.MODE, terms.mode())
                .with(ResourceRows.WHO_MAY, terms.whoMay())
                .with(ResourceRows.LEAD_DAYS, terms.leadDays())
                .with(ResourceRows.NEEDS, terms.needs())
                .with(ResourceRows.SAFETY, terms.safety())
                .with(ResourceRows.SAMPLE, card.sample())
                .cells;
    }

    private static List<Map<String, Object>> availability(RecordId record, AvailabilityCard card) {
        return card.stated()
                ? card.slots().stream().map(slot -> slot(record, card, slot)).toList()
                : List.of(ofResource(record, card, "not stated").cells);
    }

    private static Map<String, Object> slot(RecordId record, AvailabilityCard card, Slot slot) {
        String state = switch (slot.state()) {
            case FREE -> "free";
            case BUSY -> "busy";
        };
        Map<String, Object> cells = ofResource(record, card, state)
                .with(AvailabilityRows.DATE, slot.date().toString())
                .with(AvailabilityRows.SHIFT, slot.shift())
                .with(AvailabilityRows.START, slot.start().toString())
                .with(AvailabilityRows.END, slot.end().toString())
                .cells;
        // A lesson 0 is one before the first.
        cells.put(AvailabilityRows.LESSON.name(), slot.number());
        return cells;
    }

    private static CardCells ofResource(RecordId record, AvailabilityCard card, String state) {
        return new CardCells()
                .with(AvailabilityRows.ID, RowIds.of(record))
                .with(AvailabilityRows.RESOURCE, RowIds.of(card.resource()))
                .with(AvailabilityRows.STATE, state)
                .with(AvailabilityRows.ZONE, card.zone())
                .with(AvailabilityRows.SAMPLE, card.sample());
    }

    private CardCells with(Column column, Object value) {
        boolean stated = switch (value) {
            case String text -> !text.isEmpty();
            case Integer number -> number != 0;
            case Boolean flag -> flag;
            case Collection<?> values -> !values.isEmpty();
            default -> true;
        };
        if (stated) {
            cells.put(column.name(), value);
        }
        return this;
    }

    private static String grades(GradeBand band) {
        return band.from() + "-" + band.to();
    }
}
