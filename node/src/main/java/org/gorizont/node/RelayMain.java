// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.concurrent.CountDownLatch;
import org.gorizont.node.relay.Relay;
import org.gorizont.node.relay.RelayCounters;
import org.gorizont.node.relay.RelayLimits;

/**
 * Runs a relay in the foreground: {@code RelayMain HOST PORT BYTES_PER_SECOND}. Prints a line of JSON on standard output
 * when it is ready, and one with its numbers when it ends on SIGTERM. Ends with 1 if the port cannot be had.
 */
public final class RelayMain {
    private static final int USAGE = 2;
    private static final int REFUSED = 1;

    private RelayMain() {}

    public static void main(String[] args) throws InterruptedException {
        if (args.length != 3) {
            System.err.println("usage: RelayMain HOST PORT BYTES_PER_SECOND");
            System.exit(USAGE);
        }
        InetSocketAddress address = new InetSocketAddress(args[0], Integer.parseInt(args[1]));
        try {
            run(Relay.open(address, RelayLimits.DEFAULTS.withBytesPerSecond(Long.parseLong(args[2]))));
        } catch (IOException e) {
            System.err.println("gorizont: " + e.getMessage());
            System.exit(REFUSED);
        }
    }

    private static void run(Relay relay) throws InterruptedException {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stopped(relay), "stop"));
        System.out.println("{\"event\":\"ready\",\"port\":" + relay.port() + "}");
        new CountDownLatch(1).await();
    }

    private static void stopped(Relay relay) {
        RelayCounters counters = relay.counters();
        relay.close();
        System.out.println(line(counters));
    }

    private static String line(RelayCounters c) {
        return "{\"event\":\"stopped\",\"accepted\":" + c.accepted() + ",\"refused\":" + c.refused()
                + ",\"unreadable\":" + c.unreadable() + ",\"waiting\":" + c.waiting() + ",\"pairs\":" + c.pairs()
                + ",\"joined\":" + c.joined() + ",\"calledInVain\":" + c.calledInVain() + ",\"bytes\":" + c.bytes()
                + "}";
    }
}
