// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.membership;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.gorizont.protocol.codec.CircleCodec;
import org.gorizont.protocol.core.Draft;
import org.gorizont.protocol.crypto.Hashing;
import org.gorizont.protocol.model.Body;
import org.gorizont.protocol.model.Bytes;
import org.gorizont.protocol.model.CircleId;
import org.gorizont.protocol.model.Kind;
import org.gorizont.protocol.model.RecordId;
import org.gorizont.protocol.model.Retention;
import org.gorizont.protocol.model.SchoolId;
import org.gorizont.protocol.model.Sponsorship;
import org.gorizont.protocol.model.Verb;

/**
 * Entries that found a circle and admit to it, for the CONTROL log of that circle's scope. A record is named by what it
 * says, so that a second sponsorship of one school is the same record.
 */
public final class ControlDrafts {
    static final String CHARTER_TYPE = "charter";
    static final String SPONSORSHIP_TYPE = "sponsorship";
    static final int MAJOR = 1;

    /** A founder adopts the charter; the body is its exact bytes. */
    public static final Kind CHARTER = new Kind(CHARTER_TYPE, MAJOR, 0);

    /** A member admits a school. */
    public static final Kind SPONSORSHIP = new Kind(SPONSORSHIP_TYPE, MAJOR, 0);

    private ControlDrafts() {}

    /** @param salt 32 random bytes */
    public static Draft charterEntry(Bytes charterBytes, Bytes salt, Instant claimedAt) {
        RecordId record =
                record(CHARTER_TYPE, Hashing.circleId(charterBytes).hash().bytes());
        return draft(CHARTER, record, new Body(salt, charterBytes), claimedAt);
    }

    /** @param salt 32 random bytes */
    public static Draft sponsorship(CircleId circle, SchoolId school, Bytes salt, Instant claimedAt) {
        RecordId record =
                record(SPONSORSHIP_TYPE, circle.hash().bytes(), school.hash().bytes());
        Bytes content = CircleCodec.sponsorship(new Sponsorship(circle, school));
        return draft(SPONSORSHIP, record, new Body(salt, content), claimedAt);
    }

    private static RecordId record(String type, Bytes... parts) {
        Bytes hash = Hashing.tagged("gorizont/record/" + type + "/1", parts).bytes();
        return new RecordId(hash.slice(0, RecordId.SIZE));
    }

    private static Draft draft(Kind kind, RecordId record, Body body, Instant claimedAt) {
        return new Draft(kind, record, Verb.PUT, Retention.HISTORY, claimedAt, List.of(), Optional.of(body));
    }
}
