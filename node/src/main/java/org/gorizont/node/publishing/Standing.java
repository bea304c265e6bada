// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.publishing;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.gorizont.node.readmodel.RecordVersion;
import org.gorizont.node.readmodel.Timetable;
import org.gorizont.protocol.crypto.Hashing;
import org.gorizont.protocol.model.Bytes;
import org.gorizont.protocol.model.Hash;

/** Names what stands of a record, so that a draft knows whether the record has changed since it was begun. */
public final class Standing {
    private static final String TIME = "gorizont/local-time/1";
    private static final String VERSION = "gorizont/local-version/1";

    private Standing() {}

    /** The same after a re-put, another one after every other change. */
    public static Hash of(RecordVersion version) {
        Bytes order = Bytes.wrap((version.order() + " " + version.verb()).getBytes(StandardCharsets.UTF_8));
        return Hashing.tagged(VERSION, order, version.content().orElse(Bytes.empty()));
    }

    /** The same while the same is said of the same lessons; empty while nothing is. */
    public static Optional<Hash> of(Timetable time) {
        String said = time.zone() + time.slots();
        return time.stated()
                ? Optional.of(Hashing.tagged(TIME, Bytes.wrap(said.getBytes(StandardCharsets.UTF_8))))
                : Optional.empty();
    }
}
