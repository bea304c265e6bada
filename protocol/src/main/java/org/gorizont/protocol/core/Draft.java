// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.core;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.gorizont.protocol.crypto.Hashing;
import org.gorizont.protocol.model.Body;
import org.gorizont.protocol.model.EntryRef;
import org.gorizont.protocol.model.Header;
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

    /** The header of the entry that this draft becomes. */
    public Header header() {
        return new Header(
                Header.VERSION,
                kind,
                record,
                verb,
                retention,
                Optional.empty(),
                claimedAt,
                references,
                false,
                bodyLength(),
                body.map(Hashing::commitment));
    }

    /** Bytes of the body, 0 without one. */
    public int bodyLength() {
        return body.map(content -> content.content().size()).orElse(0);
    }
}
