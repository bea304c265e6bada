// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.drafting;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.gorizont.node.desk.Desk;
import org.gorizont.node.desk.DraftDays;
import org.gorizont.node.desk.FormKind;
import org.gorizont.node.desk.Forms;
import org.gorizont.node.desk.Saving;
import org.gorizont.node.desk.Sheet;
import org.gorizont.protocol.codec.RecordCodec;
import org.gorizont.protocol.domain.AvailabilityCard;
import org.gorizont.protocol.domain.Card;
import org.gorizont.protocol.domain.Slot;
import org.gorizont.protocol.model.RecordId;
import org.gorizont.protocol.rows.Item;

/**
 * Puts the records of a table on the desk. What stands as it is published already is left out; a draft that the same author
 * has of a record is typed over, so that the same table twice is the same drafts.
 */
public final class DeskImport {
    private final Desk desk;
    private final Beginnings beginnings;

    public DeskImport(Desk desk, Beginnings beginnings) {
        this.desk = desk;
        this.beginnings = beginnings;
    }

    /**
     * What became of a table.
     *
     * @param placed drafts that are on disk, new or typed over
     * @param same records that are published with just this content
     * @param stopped why the rest is not on the desk; empty when all is
     */
    public record Placed(int placed, int same, Optional<Saving.Obstacle> stopped) {}

    /**
     * Puts them there one after another.
     *
     * @param author id of the account; empty for the command
     * @param state in which new drafts are: still written, or offered to whoever publishes
     * @throws IOException if the disk does not give a draft that is there already
     */
    public Placed place(List<Item> items, String author, Sheet.State state) throws IOException, InterruptedException {
        Map<String, Sheet.Brief> own = desk.briefs().stream()
                .filter(brief -> brief.author().equals(author))
                .collect(Collectors.toMap(
                        brief -> key(brief.kind(), brief.record()), brief -> brief, (newer, _) -> newer));
        int placed = 0;
        int same = 0;
        for (Wanted wanted : wanted(items)) {
            if (isPublished(wanted)) {
                same++;
                continue;
            }
            Optional<Sheet.Brief> before = Optional.ofNullable(own.get(key(wanted.kind, wanted.record)));
            Saving saving = before.isPresent() ? over(before.get(), wanted) : begin(wanted, author, state);
            if (saving instanceof Saving.NotSaved(Saving.Obstacle why)) {
                return new Placed(placed, same, Optional.of(why));
            }
            placed++;
        }
        return new Placed(placed, same, Optional.empty());
    }

    /** One draft; the cards of a resource's time, one for each month, make a draft together. */
    private record Wanted(FormKind kind, RecordId record, List<Card> cards) {}

    private static List<Wanted> wanted(List<Item> items) {
        Map<String, Wanted> wanted = new LinkedHashMap<>();
        for (Item item : items) {
            FormKind kind = FormKind.of(item.card().kind()).orElseThrow();
            RecordId record = item.card() instanceof AvailabilityCard time ? time.resource() : item.record();
            wanted.computeIfAbsent(key(kind, record), _ -> new Wanted(kind, record, new ArrayList<>()))
                    .cards
                    .add(item.card());
        }
        return List.copyOf(wanted.values());
    }

    private boolean isPublished(Wanted wanted) throws InterruptedException {
        if (wanted.kind.isAboutAnother()) {
            Map<LocalDate, List<Slot>> published = published(wanted.record);
            return days(wanted, new TreeMap<>()).entrySet().stream()
                    .allMatch(day ->
                            published.getOrDefault(day.getKey(), List.of()).equals(day.getValue()));
        }
        return beginnings
                .version(wanted.record)
                .flatMap(Beginnings::card)
                .filter(wanted.cards.getFirst()::equals)
                .isPresent();
    }

    private Saving begin(Wanted wanted, String author, Sheet.State state) throws IOException, InterruptedException {
        Desk.Start blank = beginnings.start(wanted.kind, wanted.record);
        // What the form does not show comes with the row too: whether it is a sample.
        Desk.Start start = new Desk.Start(
                wanted.kind,
                wanted.record,
                fields(wanted, blank.fields()),
                blank.basedOn(),
                wanted.kind.isAboutAnother()
                        ? Optional.empty()
                        : Optional.of(RecordCodec.encode(wanted.cards.getFirst())));
        Saving saving = desk.begin(start, author);
        return saving instanceof Saving.Saved(Sheet sheet) && state != sheet.state()
                ? desk.move(sheet.id(), sheet.revision(), state)
                : saving;
    }

    private Saving over(Sheet.Brief brief, Wanted wanted) throws IOException, InterruptedException {
        Optional<Sheet> sheet = desk.find(brief.id());
        return sheet.isEmpty()
                ? new Saving.Missing()
                : desk.type(
                        brief.id(),
                        sheet.get().revision(),
                        fields(wanted, sheet.get().fields()));
    }

    private Map<String, String> fields(Wanted wanted, Map<String, String> before) throws InterruptedException {
        if (!wanted.kind.isAboutAnother()) {
            return Forms.of(wanted.kind).typed(wanted.cards.getFirst());
        }
        String zone = wanted.cards.stream()
                .map(card -> ((AvailabilityCard) card).zone())
                .reduce(before.getOrDefault(DraftDays.ZONE, ""), (earlier, later) -> later.isEmpty() ? earlier : later);
        return DraftDays.fields(
                wanted.record, before.getOrDefault(DraftDays.TITLE, ""), zone, days(wanted, DraftDays.of(before)));
    }

    /** The days of the table over those that are typed already; «not stated» takes every published day back. */
    private SequencedMap<LocalDate, List<Slot>> days(Wanted wanted, SequencedMap<LocalDate, List<Slot>> before)
            throws InterruptedException {
        SequencedMap<LocalDate, List<Slot>> days = new TreeMap<>(before);
        for (Card card : wanted.cards) {
            AvailabilityCard time = (AvailabilityCard) card;
            if (time.stated()) {
                Map<LocalDate, List<Slot>> said = time.slots().stream()
                        .collect(Collectors.groupingBy(Slot::date, TreeMap::new, Collectors.toList()));
                days.putAll(said);
            } else {
                published(wanted.record).keySet().forEach(date -> days.put(date, List.of()));
            }
        }
        return days;
    }

    private Map<LocalDate, List<Slot>> published(RecordId resource) throws InterruptedException {
        return beginnings.published(resource).byDay();
    }

    private static String key(FormKind kind, RecordId record) {
        return kind.code() + " " + record;
    }
}
