// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.membership;

import java.util.Optional;
import org.gorizont.protocol.codec.CircleCodec;
import org.gorizont.protocol.codec.Malformed;
import org.gorizont.protocol.crypto.Hashing;
import org.gorizont.protocol.model.Body;
import org.gorizont.protocol.model.Bytes;
import org.gorizont.protocol.model.CircleId;
import org.gorizont.protocol.model.Entry;
import org.gorizont.protocol.model.Header;
import org.gorizont.protocol.model.Retention;
import org.gorizont.protocol.model.SchoolId;
import org.gorizont.protocol.model.Sponsorship;

/** What a CONTROL entry says about membership in the circle that is its log's scope. */
sealed interface Claim {
    /** The writer adopts the charter, whose exact bytes prove themselves. */
    record Adopts(Bytes charter) implements Claim {}

    /** The writer sponsors a school. */
    record Sponsors(SchoolId school) implements Claim {}

    /**
     * Empty for every other kind, for what this version cannot read, and for void entries: another circle than the
     * scope, bytes that are no charter or sponsorship, a retention under which the body may vanish.
     */
    static Optional<Claim> of(CircleId scope, Entry entry) {
        Optional<Header> header = entry.header().filter(Claim::counts);
        if (header.isEmpty() || entry.body().isEmpty()) {
            return Optional.empty();
        }
        Bytes content = entry.body().map(Body::content).orElseThrow();
        return switch (header.get().kind().type()) {
            case ControlDrafts.CHARTER_TYPE -> adoption(scope, content);
            case ControlDrafts.SPONSORSHIP_TYPE -> sponsorship(scope, content);
            default -> Optional.empty();
        };
    }

    private static boolean counts(Header header) {
        return header.kind().major() == ControlDrafts.MAJOR
                && header.verb().hasBody()
                && header.retention() == Retention.HISTORY
                && !header.sealed();
    }

    private static Optional<Claim> adoption(CircleId scope, Bytes content) {
        return Hashing.circleId(content).equals(scope) ? Optional.of(new Adopts(content)) : Optional.empty();
    }

    private static Optional<Claim> sponsorship(CircleId scope, Bytes content) {
        try {
            Sponsorship sponsorship = CircleCodec.sponsorship(content);
            return sponsorship.circle().equals(scope)
                    ? Optional.of(new Sponsors(sponsorship.school()))
                    : Optional.empty();
        } catch (Malformed _) {
            return Optional.empty();
        }
    }
}
