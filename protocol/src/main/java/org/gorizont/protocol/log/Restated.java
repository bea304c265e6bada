// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.log;

import java.util.Optional;
import org.gorizont.protocol.model.Body;
import org.gorizont.protocol.model.Entry;
import org.gorizont.protocol.model.Header;
import org.gorizont.protocol.model.LogId;
import org.gorizont.protocol.model.Origin;

/** An entry that its owner states again, above a floor that is about to rise. The commitment to its body stays. */
record Restated(Header header, Optional<Body> body) {
    /** @param header that of {@code entry} */
    static Restated of(LogId log, long seq, Entry entry, Header header) {
        Origin origin = header.origin().orElseGet(() -> new Origin(log.incarnation(), seq, entry.hash()));
        Header again = new Header(
                header.version(),
                header.kind(),
                header.record(),
                header.verb(),
                header.retention(),
                Optional.of(origin),
                header.claimedAt(),
                header.references(),
                header.sealed(),
                header.bodyLength(),
                header.commitment());
        return new Restated(again, entry.body());
    }
}
