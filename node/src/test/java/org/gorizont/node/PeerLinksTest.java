// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PeerLinksTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "localhost",
                "LOCALHOST.",
                "pc.localhost",
                "127.0.0.1",
                "127.255.0.9",
                "0.0.0.0",
                "::1",
                "::",
                "::ffff:127.0.0.1",
                "0:0:0:0:0:0:0:1"
            })
    void knowsThisVeryMachine(String host) {
        assertTrue(PeerLinks.isLoopback(host));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"192.0.2.7", "10.0.0.1", "2001:db8::1", "127.0.0.1.example", "localhost.example", "1277.0.0.1"})
    void othersAreOthers(String host) {
        assertFalse(PeerLinks.isLoopback(host));
    }
}
