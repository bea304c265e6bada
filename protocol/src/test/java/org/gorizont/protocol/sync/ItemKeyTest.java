// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.gorizont.protocol.model.Bytes;
import org.gorizont.protocol.model.Channel;
import org.gorizont.protocol.model.CircleId;
import org.gorizont.protocol.model.Hash;
import org.gorizont.protocol.model.Head;
import org.gorizont.protocol.model.LogId;
import org.gorizont.protocol.model.SchoolId;
import org.gorizont.protocol.model.Scope;
import org.junit.jupiter.api.Test;

class ItemKeyTest {
    private static final SchoolId ALICE = SchoolId.ofHex("a1".repeat(32));
    private static final LogId LOG = new LogId(ALICE, Channel.CATALOGUE, Scope.everyCircle(), 0);
    private static final Hash ROOT = Hash.ofHex("c3".repeat(32));

    @Test
    void itemDependsOnEveryPartOfTheHead() {
        long item = ItemSets.KEY.item(new Head(LOG, 5, ROOT, 2));

        assertEquals(item, ItemSets.KEY.item(LOG, 5, ROOT, 2));
        assertNotEquals(
                item, ItemSets.KEY.item(new LogId(ALICE, Channel.CATALOGUE, Scope.everyCircle(), 1), 5, ROOT, 2));
        assertNotEquals(item, ItemSets.KEY.item(LOG, 6, ROOT, 2));
        assertNotEquals(item, ItemSets.KEY.item(LOG, 5, Hash.ofHex("c4".repeat(32)), 2));
        assertNotEquals(item, ItemSets.KEY.item(LOG, 5, ROOT, 3));
        assertNotEquals(item, ItemKey.fresh(Bytes.zeros(16)).item(LOG, 5, ROOT, 2));
    }

    @Test
    void circlesHaveDifferentKeys() {
        assertNotEquals(
                ItemKey.ofCircle(CircleId.ofHex("01".repeat(32))), ItemKey.ofCircle(CircleId.ofHex("02".repeat(32))));
    }

    @Test
    void refusesKeysOfAnotherSize() {
        assertThrows(IllegalArgumentException.class, () -> ItemKey.fresh(Bytes.zeros(15)));
        assertThrows(IllegalArgumentException.class, () -> ItemKey.fresh(Bytes.zeros(17)));
    }
}
