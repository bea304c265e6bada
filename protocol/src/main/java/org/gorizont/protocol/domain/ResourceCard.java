// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.domain;

import java.util.Optional;

/**
 * A thing, room or hour that a school can share.
 *
 * @param resourceKind code of the vocabulary {@code resource-kinds}
 * @param quantity units, at least one
 * @param seatsPerUnit pupils that can work on one unit, 0 when not stated
 * @param condition code of {@code conditions}: good, worn, broken
 */
public record ResourceCard(
        String resourceKind,
        String title,
        String model,
        int quantity,
        int seatsPerUnit,
        String room,
        String condition,
        String about,
        boolean consumable,
        LendingTerms terms,
        boolean sample)
        implements Card {
    public static final String BROKEN = "broken";
    private static final int MAX_QUANTITY = 1_000_000;
    private static final int MAX_SEATS = 10_000;

    public ResourceCard {
        Texts.required("kind", resourceKind, TextLimit.CODE);
        Texts.required("title", title, TextLimit.LINE);
        Texts.optional("model", model, TextLimit.LINE);
        Fields.range("quantity", quantity, 1, MAX_QUANTITY);
        Fields.range("seatsPerUnit", seatsPerUnit, 0, MAX_SEATS);
        Texts.optional("room", room, TextLimit.LINE);
        Fields.code("condition", condition);
        Texts.optional("about", about, TextLimit.DESCRIPTION);
    }

    /** Pupils that can work on all units together, when the school has stated it. */
    public Optional<Long> seats() {
        return seatsPerUnit == 0 ? Optional.empty() : Optional.of((long) quantity * seatsPerUnit);
    }
}
