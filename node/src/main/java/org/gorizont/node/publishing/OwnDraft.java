// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.publishing;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import org.gorizont.protocol.codec.Reading;
import org.gorizont.protocol.codec.RecordCodec;
import org.gorizont.protocol.core.Draft;
import org.gorizont.protocol.core.Limits;
import org.gorizont.protocol.model.Body;
import org.gorizont.protocol.model.Bytes;
import org.gorizont.protocol.model.Kind;
import org.gorizont.protocol.model.RecordId;
import org.gorizont.protocol.model.Retention;
import org.gorizont.protocol.model.Verb;

/** Entries of this school's own people, checked before the core sees any. */
public final class OwnDraft {
    private OwnDraft() {}

    /**
     * A draft with a fresh salt.
     *
     * @param content present exactly when the verb has a body
     * @param fresh random bytes, by their number
     * @throws UnfitContent if no node could read the content
     */
    public static Draft of(Kind kind, RecordId record, Verb verb, Optional<Bytes> content, IntFunction<Bytes> fresh)
            throws UnfitContent {
        Optional<Body> body = content.isPresent() ? Optional.of(body(kind, content.get(), fresh)) : Optional.empty();
        return new Draft(kind, record, verb, Retention.LATEST, Instant.now(), List.of(), body);
    }

    private static Body body(Kind kind, Bytes content, IntFunction<Bytes> fresh) throws UnfitContent {
        if (content.size() > Limits.BODY_BYTES) {
            throw new UnfitContent(content.size() + " bytes, more than " + Limits.BODY_BYTES);
        }
        return switch (RecordCodec.decode(kind, content)) {
            case Reading.Read _ -> new Body(fresh.apply(Body.SALT_SIZE), content);
            case Reading.Void(String why) -> throw new UnfitContent(why);
            case Reading.Unread _ -> throw new UnfitContent("not readable by this node");
        };
    }
}
