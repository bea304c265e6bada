// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.readmodel;

import java.util.Optional;
import org.gorizont.protocol.domain.ResourceCard;
import org.gorizont.protocol.domain.Slot;

/**
 * One resource as an answer to "who has it free then?".
 *
 * @param slot the lesson, with the owner's clock times, when the owner has said anything of it
 * @param zone name of the time zone of {@code slot}
 */
public record Offer(Listed<ResourceCard> resource, Fit fit, Optional<Slot> slot, String zone) {
    /** Whether and why a resource fits; the better first. */
    public enum Fit {
        /** The owner has said that it is free then. */
        FREE,
        /** The owner has said nothing of that lesson: ask. */
        NOT_STATED,
        /** It is free then, but has fewer seats than asked for. */
        TOO_SMALL,
        /** The owner has said that it is busy then. */
        BUSY,
        /** It is broken. */
        BROKEN
    }
}
