// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.gorizont.node.accounts.OneTimeCode;
import org.gorizont.node.config.NodeConfig;
import org.gorizont.node.identity.IdentityRefused;
import org.gorizont.node.identity.NodeIdentity;
import org.gorizont.node.storage.StoreFailed;
import org.gorizont.node.storage.StoreRefused;
import org.jspecify.annotations.Nullable;

/**
 * The node of a process: when its keys have changed, it is closed and started again from its disk. Where there is no school
 * yet, the pages of the first start come before it, at the same address.
 */
final class NodeRuns implements AutoCloseable {
    private static final int ORDERLY = 0;
    private static final int AGAIN = -1;

    private final Path data;
    private final BlockingQueue<Integer> ends = new LinkedBlockingQueue<>();
    private final OneTimeCode firstCode = OneTimeCode.fresh(new SecureRandom());
    private @Nullable FirstStart firstStart;
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
            if (!NodeIdentity.exists(data) && begin(now)) {
                end = ends.take();
                now = now.atWebPort(stopFirstStart());
            }
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
            stopFirstStart();
            stop();
        }
        ends.add(ORDERLY);
    }

    private synchronized boolean begin(NodeConfig config) throws StoreRefused, IOException {
        if (closed) {
            return false;
        }
        FirstStart started = FirstStart.open(data, config, firstCode, () -> ends.add(AGAIN));
        firstStart = started;
        System.out.println("no school yet: pages at port " + started.port());
        return true;
    }

    private synchronized boolean start(NodeConfig config)
            throws IdentityRefused, StoreRefused, StoreFailed, IOException {
        if (closed) {
            return false;
        }
        GorizontNode started = GorizontNode.start(
                data, config, firstCode, this::complain, () -> ends.add(ORDERLY), () -> ends.add(AGAIN));
        node = started;
        System.out.println("ready: pages " + started.webUrl().orElse("off") + ", peer port " + started.peerPort());
        return true;
    }

    /** The port of its pages. */
    private synchronized int stopFirstStart() {
        FirstStart ending = firstStart;
        if (ending == null) {
            return 0;
        }
        ending.close();
        return ending.port();
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
