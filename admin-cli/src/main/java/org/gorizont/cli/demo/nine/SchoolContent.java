// SPDX-License-Identifier: Apache-2.0
package org.gorizont.cli.demo.nine;

import java.util.List;
import java.util.stream.Stream;
import org.gorizont.protocol.domain.Card;
import org.gorizont.protocol.domain.CentreCard;
import org.gorizont.protocol.domain.PracticeCard;
import org.gorizont.protocol.domain.ResourceCard;
import org.gorizont.protocol.domain.SchoolCard;
import org.gorizont.protocol.model.RecordId;

/**
 * One school's records.
 *
 * @param key short word, also the name of its folder
 * @param later practices that it publishes while another school is off
 */
record SchoolContent(
        String key,
        SchoolCard card,
        CentreCard centre,
        Bells bells,
        List<Item<PracticeCard>> practices,
        List<Kit> kit,
        List<Item<PracticeCard>> later) {
    SchoolContent {
        practices = List.copyOf(practices);
        kit = List.copyOf(kit);
        later = List.copyOf(later);
    }

    String name() {
        return card.shortName();
    }

    /** What it publishes from the start. */
    List<Item<? extends Card>> catalogue() {
        return Stream.<Item<? extends Card>>concat(
                        practices.stream(), kit.stream().map(Kit::item))
                .toList();
    }

    /** A card under its record id, which is the same in every run. */
    record Item<C extends Card>(RecordId record, C card) {}

    /**
     * A resource and its hours.
     *
     * @param availability record id of its hours
     */
    record Kit(Item<ResourceCard> item, RecordId availability, WeekPlan plan) {}
}
