// SPDX-License-Identifier: Apache-2.0
package org.gorizont.cli.exporting;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.protobuf.ByteString;
import java.util.ArrayList;
import java.util.List;
import org.gorizont.protocol.domain.AvailabilityCard;
import org.gorizont.protocol.model.RecordId;
import org.gorizont.protocol.wire.v1.AdminWire.OwnRecord;
import org.junit.jupiter.api.Test;

final class StandingTest {
    private static final RecordId LAB = RecordId.ofHex("00000000000000000000000000000011");
    private static final RecordId ROOM = RecordId.ofHex("00000000000000000000000000000012");

    private final Standing standing = new Standing();

    @Test
    void notStatedEndsWhatWasSaidBeforeItOfThatResourceInThatCircle() {
        say("a", LAB, true, "march");
        say("a", ROOM, true, "room");
        say("b", LAB, true, "elsewhere");
        say("a", LAB, true, "april");
        say("a", LAB, false, "not stated");

        assertEquals(List.of("not stated", "room", "elsewhere"), stands());
        assertEquals(2, standing.circles());
    }

    @Test
    void whatIsSaidLaterEndsNotStated() {
        say("a", LAB, false, "not stated");
        say("a", LAB, false, "again");
        say("a", LAB, true, "march");
        say("a", LAB, true, "april");

        assertEquals(List.of("march", "april"), stands());
    }

    private void say(String circle, RecordId resource, boolean stated, String name) {
        standing.add(
                OwnRecord.newBuilder()
                        .setCircle(ByteString.copyFromUtf8(circle))
                        .setRecord(ByteString.copyFromUtf8(name))
                        .build(),
                new AvailabilityCard(resource, stated, "", List.of(), false));
    }

    private List<String> stands() {
        List<String> names = new ArrayList<>();
        standing.forEach((record, _) -> names.add(record.getRecord().toStringUtf8()));
        return names;
    }
}
