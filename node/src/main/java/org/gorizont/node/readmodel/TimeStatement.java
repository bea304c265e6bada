// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.readmodel;

import java.util.List;
import org.gorizont.protocol.domain.AvailabilityCard;
import org.gorizont.protocol.domain.Slot;

/**
 * One record in which an owner speaks of a resource's time.
 *
 * @param order its place among the others of its circle: the later one counts
 */
public record TimeStatement(RecordKey key, VersionOrder order, AvailabilityCard card) {
    /**
     * What of it counts.
     *
     * @param all every statement of this resource in the same circle
     * @return those of its lessons that no later statement says again or takes back
     */
    public List<Slot> standing(List<TimeStatement> all) {
        return card.slots().stream()
                .filter(slot -> all.stream().noneMatch(other -> other.order.compareTo(order) > 0 && other.covers(slot)))
                .toList();
    }

    private boolean covers(Slot slot) {
        return !card.stated() || card.slots().stream().anyMatch(own -> Slot.ORDER.compare(own, slot) == 0);
    }
}
