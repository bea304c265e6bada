// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.readmodel;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.gorizont.protocol.domain.AvailabilityCard;
import org.gorizont.protocol.domain.ResourceCard;
import org.gorizont.protocol.domain.Slot;
import org.gorizont.protocol.model.Scope;

/** Rules of reading what owners say of their resources' time. */
final class Availability {
    private Availability() {}

    /**
     * All that an owner says of one resource. In one circle a later statement of a lesson takes the place of an earlier
     * one, and "not stated" that of all before it. Where circles are told different things, busy wins: nothing is
     * promised that one of them knows to be taken.
     */
    static Timetable of(List<TimeStatement> statements) {
        Map<Scope, List<TimeStatement>> byCircle = new LinkedHashMap<>();
        statements.stream()
                .sorted(Comparator.comparing(TimeStatement::order))
                .forEach(s -> byCircle.computeIfAbsent(s.key().scope(), _ -> new ArrayList<>())
                        .add(s));

        boolean stated = false;
        String zone = "";
        TreeMap<Slot, Slot> all = new TreeMap<>(Slot.ORDER);
        for (List<TimeStatement> circle : byCircle.values()) {
            AvailabilityCard last = circle.getLast().card();
            stated |= last.stated();
            zone = last.zone();
            latest(circle).values().forEach(slot -> all.merge(slot, slot, Availability::busier));
        }
        return stated ? new Timetable(true, zone, List.copyOf(all.values())) : Timetable.NOT_STATED;
    }

    /** How a resource answers to a wish for one lesson. */
    static Offer offer(Listed<ResourceCard> listed, Timetable timetable, LocalDate date, int number, int pupils) {
        ResourceCard card = listed.card().orElseThrow();
        List<Slot> slots = timetable.at(date, number);
        Optional<Slot> free =
                slots.stream().filter(slot -> slot.state() == Slot.State.FREE).findFirst();
        boolean tooSmall = card.seats().map(seats -> seats < pupils).orElse(false);
        Offer.Fit fit;
        if (card.condition().equals(ResourceCard.BROKEN)) {
            fit = Offer.Fit.BROKEN;
        } else if (slots.isEmpty()) {
            fit = Offer.Fit.NOT_STATED;
        } else if (free.isEmpty()) {
            fit = Offer.Fit.BUSY;
        } else {
            fit = tooSmall ? Offer.Fit.TOO_SMALL : Offer.Fit.FREE;
        }
        return new Offer(listed, fit, free.or(() -> slots.stream().findFirst()), timetable.zone());
    }

    private static TreeMap<Slot, Slot> latest(List<TimeStatement> ascending) {
        TreeMap<Slot, Slot> slots = new TreeMap<>(Slot.ORDER);
        for (TimeStatement statement : ascending) {
            if (!statement.card().stated()) {
                slots.clear();
            }
            statement.card().slots().forEach(slot -> {
                slots.remove(slot);
                slots.put(slot, slot);
            });
        }
        return slots;
    }

    private static Slot busier(Slot one, Slot other) {
        return one.state() == Slot.State.BUSY ? one : other;
    }
}
