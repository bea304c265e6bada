// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.rows;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import org.gorizont.protocol.domain.Kinds;
import org.gorizont.protocol.model.RecordId;
import org.junit.jupiter.api.Test;

final class RowIdsTest {
    @Test
    void rowLeadsToTheSameRecordAndOtherKindsToOthers() {
        assertEquals(RowIds.of(Kinds.RESOURCE, "1"), RowIds.of(Kinds.RESOURCE, "1"));
        assertNotEquals(RowIds.of(Kinds.RESOURCE, "1"), RowIds.of(Kinds.PRACTICE, "1"));
        assertNotEquals(RowIds.hashed(Kinds.RESOURCE, "a", "b"), RowIds.of(Kinds.RESOURCE, "a\n1:b"));
    }

    @Test
    void anIdOfARecordIsThatRecordU12() {
        RecordId record = RecordId.ofHex("0123456789abcdef0123456789abcdef");

        assertEquals(record, RowIds.of(Kinds.PRACTICE, RowIds.of(record)));
    }
}
