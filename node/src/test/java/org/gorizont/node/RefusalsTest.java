// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.BindException;
import java.util.Optional;
import org.gorizont.node.config.LowPorts;
import org.junit.jupiter.api.Test;

/** Why a node does not start: a port that is taken is not a port that needs a right. */
final class RefusalsTest {
    @Test
    void aPortThatIsTakenIsSaidToBe() {
        assertEquals(Optional.of("why: PORT\t443\tpeers"), Refusals.line(new PortTaken("peers", 443, false, cause())));
    }

    @Test
    void aPortThatNeedsARightIsNotSaidToBeTaken() {
        assertEquals(
                Optional.of("why: PORT_CLOSED\t443\tpeers"), Refusals.line(new PortTaken("peers", 443, true, cause())));
    }

    @Test
    void onlyALowPortIsClosedAndOnlyWhenNoneOpens() {
        assertTrue(LowPorts.closed(443, port -> false));
        assertFalse(LowPorts.closed(443, port -> port == 1022));
        assertFalse(LowPorts.closed(7740, port -> false));
    }

    private static BindException cause() {
        return new BindException("in the language of the computer");
    }
}
