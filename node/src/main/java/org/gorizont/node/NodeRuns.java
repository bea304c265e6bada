// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.gorizont.node.config.NodeConfig;
import org.gorizont.node.identity.IdentityRefused;
import org.gorizont.node.storage.StoreFailed;
import org.gorizont.node.storage.StoreRefused;
import org.jspecify.annotations.Nullable;

/** The node of a process: when its keys have changed, it is closed and started again from its disk. */
final class NodeRuns implements AutoCloseable {
    private static final int ORDERLY = 0;
    private static final int AGAIN = -1;

    private final Path data;
    private final BlockingQueue<Integer> ends = new LinkedBlockingQueue<>();
    private @Nullable GorizontNode node;
    private boolean closed;

    NodeRuns(Path data) {
        this.data = data;
    }

    /** Runs until the node ends; the exit code of the process. */
    int run(NodeConfig config) throws IdentityRefused, StoreRefused, StoreFailed, IOException, InterruptedException {
        try (this) {
            NodeConfig now = config;
            int end = AGAIN;
            while (end == AGAIN && start(now)) {
                end = ends.take();
                now = now.atPeerPort(stop());
            }
            return end == AGAIN ? ORDERLY : end;
        }
    }

    /** On SIGTERM too, from another thread: nothing is started any more. */
    @Override
    public void close() {
        synchronized (this) {
            closed = true;
            stop();
        }
        ends.add(ORDERLY);
    }

    private synchronized boolean start(NodeConfig config)
            throws IdentityRefused, StoreRefused, StoreFailed, IOException {
        if (closed) {
            return false;
        }
        GorizontNode started =
                GorizontNode.start(data, config, this::complain, () -> ends.add(ORDERLY), () -> ends.add(AGAIN));
        node = started;
        System.out.println("ready: pages " + started.webUrl().orElse("off") + ", peer port " + started.peerPort());
        return true;
    }

    /** The port where it listened for other nodes. */
    private synchronized int stop() {
        GorizontNode ending = node;
        if (ending == null) {
            return 0;
        }
        ending.close();
        return ending.peerPort();
    }

    private void complain(int code, String line, Throwable cause) {
        System.err.println("gorizont: " + line);
        cause.printStackTrace(System.err);
        ends.add(code);
    }
}
