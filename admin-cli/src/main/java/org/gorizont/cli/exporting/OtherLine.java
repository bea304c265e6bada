// SPDX-License-Identifier: Apache-2.0
package org.gorizont.cli.exporting;

import java.util.Base64;
import org.gorizont.cli.client.Ids;
import org.gorizont.protocol.domain.Card;
import org.gorizont.protocol.wire.v1.AdminWire.OwnRecord;
import org.jspecify.annotations.Nullable;

/**
 * A line of {@code other.jsonl}.
 *
 * @param circle empty for records of every circle
 * @param card null when this program cannot read it
 * @param body exact bytes, Base64
 */
record OtherLine(
        String record,
        String kind,
        String version,
        String circle,
        @Nullable Card card,
        String body) {
    static OtherLine of(OwnRecord record, @Nullable Card card) {
        return new OtherLine(
                Ids.hex(record.getRecord()),
                record.getKind(),
                record.getKindMajor() + "." + record.getKindMinor(),
                Ids.hex(record.getCircle()),
                card,
                Base64.getEncoder().encodeToString(record.getBody().toByteArray()));
    }
}
