// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.model;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The part of an entry that is kept for ever: what it says about its record, and a commitment to the body.
 *
 * @param claimedAt the writer's clock, milliseconds, for display only
 * @param bodyLength bytes, 0 exactly when {@code commitment} is empty
 * @param commitment SHA-256 over salt and body; present exactly when the verb has a body
 */
public record Header(
        int version,
        Kind kind,
        RecordId record,
        Verb verb,
        Retention retention,
        Optional<Origin> origin,
        Instant claimedAt,
        List<EntryRef> references,
        boolean sealed,
        int bodyLength,
        Optional<Hash> commitment) {
    public static final int VERSION = 1;
    public static final int MAX_REFERENCES = 32;

    public Header {
        references = List.copyOf(references);
        Checks.that(references.size() <= MAX_REFERENCES, "too many references: " + references.size());
        Checks.notNegative("body length", bodyLength);
        Checks.that(commitment.isPresent() == verb.hasBody(), "commitment does not fit the verb " + verb);
        Checks.that(verb.hasBody() || bodyLength == 0, "verb " + verb + " has a body length");
    }
}
