// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.gorizont.node.config.ConfigRefused;
import org.gorizont.node.config.NodeConfig;
import org.gorizont.node.identity.IdentityRefused;
import org.gorizont.node.storage.StoreFailed;
import org.gorizont.node.storage.StoreRefused;

/**
 * Runs the node of one data directory in the foreground: {@code NodeMain --data DIR}. Prints one line on standard output
 * when it is ready, with the address of the pages and the port for other nodes; ends on SIGTERM, on a request through the admin port, or when the
 * store cannot be trusted any more.
 */
public final class NodeMain {
    private static final int USAGE = 2;
    private static final int REFUSED = 1;

    private NodeMain() {}

    public static void main(String[] args) {
        if (args.length != 2 || !args[0].equals("--data")) {
            System.err.println("usage: NodeMain --data DIR");
            System.exit(USAGE);
        }
        System.exit(run(Path.of(args[1])));
    }

    private static int run(Path data) {
        if (!Files.isDirectory(data)) {
            System.err.println("gorizont: no data directory " + data + ": make one with `gorizont init`");
            return REFUSED;
        }
        NodeLog.open(data);
        NodeRuns runs = new NodeRuns(data);
        Runtime.getRuntime().addShutdownHook(new Thread(runs::close, "stop"));
        try {
            return runs.run(NodeConfig.load(data));
        } catch (ConfigRefused | IdentityRefused | StoreRefused | StoreFailed | IOException e) {
            System.err.println("gorizont: " + e.getMessage());
            Refusals.line(e).ifPresent(System.err::println);
            return REFUSED;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return REFUSED;
        }
    }
}
