// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.core;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.gorizont.protocol.model.Body;
import org.gorizont.protocol.model.EntryRef;
import org.gorizont.protocol.model.Kind;
import org.gorizont.protocol.model.RecordId;
import org.gorizont.protocol.model.Retention;
import org.gorizont.protocol.model.Verb;

/**
 * An entry as its school wants it, before it has a place in a log.
 *
 * @param body with its salt; present exactly when the verb has one
 */
public record Draft(
        Kind kind,
        RecordId record,
        Verb verb,
        Retention retention,
        Instant claimedAt,
        List<EntryRef> references,
        Optional<Body> body) {
    public Draft {
        references = List.copyOf(references);
        if (body.isPresent() != verb.hasBody()) {
            throw new IllegalArgumentException("a body does not fit the verb " + verb);
        }
    }
}
