// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.setup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.ZoneId;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class SettlementsTest {
    @Test
    void everyTownIsNamedOnceAndLiesInRussia() {
        Set<String> names = new HashSet<>();
        for (Settlements.Settlement each : Settlements.all()) {
            assertTrue(names.add(each.name()), each.name());
            double latitude = Double.parseDouble(each.latitude());
            double longitude = Double.parseDouble(each.longitude());
            assertTrue(latitude > 41 && latitude < 78 && longitude > 19 && longitude < 180, each.toString());
            assertEquals(each.zone(), ZoneId.of(each.zone()).getId());
        }
        assertTrue(names.size() > 80);
    }

    @Test
    void whatFollowsFromTheTownIsFilledIn() {
        Map<String, String> fields = Settlements.completed(Map.of("settlement", " самара ", "region", ""));

        assertEquals("Самара", fields.get("settlement"));
        assertEquals("Самарская область", fields.get("region"));
        assertEquals("Europe/Samara", fields.get("zone"));
        assertEquals("53.20", fields.get("latitude"));
    }

    @Test
    void whatSomebodyTypedStays() {
        Map<String, String> own = Map.of("settlement", "Самара", "zone", "Europe/Moscow", "latitude", "53,3");

        Map<String, String> fields = Settlements.completed(own);

        assertEquals("Europe/Moscow", fields.get("zone"));
        assertEquals("53,3", fields.get("latitude"));
        assertEquals(null, fields.get("longitude"));
    }

    @Test
    void aTownOfTheSameNameElsewhereIsAnotherOne() {
        Map<String, String> other = Map.of("settlement", "Киров", "region", "Калужская область");

        assertEquals(other, Settlements.completed(other));
    }
}
