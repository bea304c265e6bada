// SPDX-License-Identifier: Apache-2.0
package org.gorizont.cli.exporting;

import com.google.protobuf.ByteString;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.gorizont.protocol.domain.AvailabilityCard;
import org.gorizont.protocol.model.RecordId;
import org.gorizont.protocol.wire.v1.AdminWire.OwnRecord;

/**
 * What stands of the availability of each resource in each circle: "not stated" ends what was said before it, and what is
 * said later ends that. No file may say both.
 */
final class Standing {
    private final Map<Place, List<Statement>> statements = new LinkedHashMap<>();

    private record Place(ByteString circle, RecordId resource) {}

    private record Statement(OwnRecord record, AvailabilityCard card) {}

    /** Takes statements in, oldest first. */
    void add(OwnRecord record, AvailabilityCard card) {
        List<Statement> said =
                statements.computeIfAbsent(new Place(record.getCircle(), card.resource()), _ -> new ArrayList<>());
        said.removeIf(before -> !card.stated() || !before.card().stated());
        said.add(new Statement(record, card));
    }

    long circles() {
        return statements.keySet().stream().map(Place::circle).distinct().count();
    }

    void forEach(BiConsumer<OwnRecord, AvailabilityCard> taker) {
        statements
                .values()
                .forEach(said -> said.forEach(statement -> taker.accept(statement.record(), statement.card())));
    }
}
