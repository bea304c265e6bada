// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** What strangers do at the port must not fill node.log. */
final class QuietLogTest {
    @Test
    void aFailedHandshakeIsNoNews() {
        assertFalse(LoggerFactory.getLogger("io.netty.channel.DefaultChannelPipeline")
                .isWarnEnabled());
        assertTrue(LoggerFactory.getLogger(GorizontNode.class).isWarnEnabled());
    }
}
