// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.nearby;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.jmdns.ServiceInfo;
import org.gorizont.node.readmodel.HeldEntries;
import org.gorizont.protocol.core.Input;
import org.gorizont.protocol.model.Endpoint;
import org.gorizont.protocol.model.SchoolId;
import org.junit.jupiter.api.Test;

final class AnnouncementTest {
    private static final SchoolId ALICE = HeldEntries.school("alice");
    private static final String HEX = ALICE.hash().bytes().hex();

    @Test
    void saysTheIdAndThePortAndNothingElse() {
        ServiceInfo said = Announcement.of(ALICE, 7740);

        assertEquals(List.of("id"), Collections.list(said.getPropertyNames()));
        assertEquals(HEX, said.getPropertyString("id"));
        assertEquals(7740, said.getPort());
        assertEquals("gorizont-" + HEX.substring(0, 16), said.getName());
        assertEquals("gorizont-" + HEX.substring(0, 16), Announcement.name(ALICE));
    }

    @Test
    void isUnderstoodAsAnAddressOfThisBuilding() throws Exception {
        assertEquals(
                Optional.of(new Input.Nearby(ALICE, new Endpoint("192.168.1.7", 7740))),
                said(HEX, 7740, "192.168.1.7"));
        assertEquals(
                Optional.of(new Input.Nearby(ALICE, new Endpoint("10.1.2.3", 1))),
                said(HEX, 1, "198.51.100.7", "10.1.2.3"));
    }

    @Test
    void whatLeadsOutOfTheBuildingOrIsNoSchoolIsNotHeard() throws Exception {
        for (Optional<Input.Nearby> heard : List.of(
                said(HEX, 7740, "198.51.100.7"),
                said(HEX, 7740, "127.0.0.1"),
                said(HEX, 7740, "0.0.0.0"),
                said(HEX, 7740),
                said(HEX, 0, "192.168.1.7"),
                said(HEX, 65_536, "192.168.1.7"),
                said(HEX.substring(1), 7740, "192.168.1.7"),
                said(HEX + "0", 7740, "192.168.1.7"),
                said(HEX.toUpperCase(Locale.ROOT), 7740, "192.168.1.7"),
                said("", 7740, "192.168.1.7"))) {
            assertEquals(Optional.empty(), heard);
        }
        assertEquals(
                Optional.empty(),
                Announcement.read(ServiceInfo.create(Announcement.TYPE, "x", 7740, 0, 0, Map.of("name", "x"))));
    }

    @Test
    void loopbackAndPublicNetworksAreNotUsed() throws Exception {
        assertEquals(List.of(), Networks.of("127.0.0.1"));
        for (Inet4Address own : Networks.of("0.0.0.0")) {
            assertTrue(Networks.isPrivate(own));
            assertFalse(own.isLoopbackAddress());
        }
    }

    private static Optional<Input.Nearby> said(String id, int port, String... addresses) throws Exception {
        Inet4Address[] said = new Inet4Address[addresses.length];
        for (int i = 0; i < said.length; i++) {
            said[i] = (Inet4Address) InetAddress.getByName(addresses[i]);
        }
        return Announcement.read(id, port, said);
    }
}
