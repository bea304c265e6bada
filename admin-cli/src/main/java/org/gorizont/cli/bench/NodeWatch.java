// SPDX-License-Identifier: Apache-2.0
package org.gorizont.cli.bench;

import java.time.Duration;
import java.util.function.Predicate;
import org.gorizont.cli.client.AdminClient;
import org.gorizont.cli.text.Failure;
import org.gorizont.protocol.wire.v1.AdminWire.StatusAnswer;

/** What measurements ask nodes again and again. */
final class NodeWatch {
    private static final Duration LOOK = Duration.ofMillis(100);
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private NodeWatch() {}

    /** @throws Failure if the node does not come so far within minutes */
    static StatusAnswer await(String area, AdminClient node, Predicate<StatusAnswer> condition)
            throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end) {
            StatusAnswer status = node.status();
            if (condition.test(status)) {
                return status;
            }
            Thread.sleep(LOOK);
        }
        throw Failure.of("bench-failed", area);
    }

    /** Whether read models and index have followed. */
    static boolean isIndexed(StatusAnswer status) {
        return status.getReadersList().stream().allMatch(reader -> reader.getPosition() >= reader.getLast());
    }

    /** Where others reach this node, on loopback. */
    static int port(AdminClient node) {
        String endpoint = node.status().getEndpoints(0);
        return Integer.parseInt(endpoint.substring(endpoint.lastIndexOf(':') + 1));
    }
}
