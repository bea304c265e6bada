// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.readmodel;

import java.util.Optional;
import java.util.OptionalInt;
import org.gorizont.protocol.domain.PracticeCard;
import org.gorizont.protocol.model.SchoolId;

/** Which practices, in which order; what is empty does not narrow. Codes are those of the vocabularies. */
public record PracticeQuery(
        Optional<SchoolId> school,
        Optional<String> subject,
        Optional<String> direction,
        Optional<String> equipment,
        OptionalInt grade,
        Order order) {
    public static final PracticeQuery ALL = new PracticeQuery(
            Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), OptionalInt.empty(), Order.TITLE);

    public PracticeQuery ofSchool(SchoolId id) {
        return new PracticeQuery(Optional.of(id), subject, direction, equipment, grade, order);
    }

    public PracticeQuery ordered(Order other) {
        return new PracticeQuery(school, subject, direction, equipment, grade, other);
    }

    /** Whether nothing but the school narrows, so that records whose body is not here are listed too. */
    boolean takesUnread() {
        return subject.isEmpty() && direction.isEmpty() && equipment.isEmpty() && grade.isEmpty();
    }

    boolean takes(PracticeCard card) {
        return subject.map(card.subjects()::contains).orElse(true)
                && direction.map(card.direction()::equals).orElse(true)
                && equipment.map(card.equipment()::contains).orElse(true)
                && (grade.isEmpty()
                        || card.grades()
                                .map(band -> band.contains(grade.getAsInt()))
                                .orElse(true));
    }

    /** Order of an answer. */
    public enum Order {
        TITLE,
        NEWEST
    }
}
