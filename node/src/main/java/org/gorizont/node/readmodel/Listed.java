// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.readmodel;

import java.util.Optional;
import org.gorizont.protocol.domain.Card;

/**
 * A record as it is known here.
 *
 * @param card present for {@link Presence#HERE} and {@link Presence#OUTDATED}
 */
public record Listed<C extends Card>(RecordKey key, Optional<C> card, Presence presence, Provenance by) {
    /** How much of a record is here. */
    public enum Presence {
        /** Its newest version. */
        HERE,
        /** An older version; the newest is known to exist. */
        OUTDATED,
        /** Only that it exists. */
        NOT_YET,
        /** It is of a newer version of its kind than this program reads. */
        UNREAD
    }
}
