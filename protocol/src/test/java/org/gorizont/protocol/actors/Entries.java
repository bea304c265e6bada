// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.actors;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.gorizont.protocol.codec.LogCodec;
import org.gorizont.protocol.core.Draft;
import org.gorizont.protocol.crypto.Hashing;
import org.gorizont.protocol.model.Body;
import org.gorizont.protocol.model.Bytes;
import org.gorizont.protocol.model.Entry;
import org.gorizont.protocol.model.Header;
import org.gorizont.protocol.model.Kind;
import org.gorizont.protocol.model.RecordId;
import org.gorizont.protocol.model.Retention;
import org.gorizont.protocol.model.Verb;

/** Drafts, and entries as a log holds them. */
public final class Entries {
    public static final Instant MORNING = Instant.parse("2026-09-01T05:00:00Z");
    public static final Bytes SALT = Actor.bytes("salt");

    private Entries() {}

    public static Draft note(String text) {
        return note(text, Bytes.wrap(text.getBytes(StandardCharsets.UTF_8)));
    }

    public static Draft note(String record, Bytes content) {
        return new Draft(
                new Kind("note", 1, 0),
                new RecordId(Actor.bytes(record).slice(0, RecordId.SIZE)),
                Verb.PUT,
                Retention.LATEST,
                MORNING,
                List.of(),
                Optional.of(new Body(SALT, content)));
    }

    public static Entry of(Draft draft) {
        return of(draft, false);
    }

    public static Entry of(Draft draft, boolean sealed) {
        Header header = new Header(
                Header.VERSION,
                draft.kind(),
                draft.record(),
                draft.verb(),
                draft.retention(),
                Optional.empty(),
                draft.claimedAt(),
                draft.references(),
                sealed,
                draft.body().map(body -> body.content().size()).orElse(0),
                draft.body().map(Hashing::commitment));
        return LogCodec.entry(LogCodec.header(header), draft.body());
    }
}
