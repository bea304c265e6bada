// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.admin;

import io.grpc.Server;
import io.grpc.netty.NettyServerBuilder;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.gorizont.protocol.model.Bytes;

/**
 * The open port of the admin API: 127.0.0.1 only, a token of 256 bits that is new at each start. Its
 * calls run on threads of their own and may block.
 */
public final class AdminPort implements AutoCloseable {
    /** Largest question; a publication of more is asked for in parts. */
    public static final int MESSAGE_BYTES = 4 * 1024 * 1024;

    private static final int METADATA_BYTES = 4 * 1024;
    private static final int CALLS_OF_CONNECTION = 16;
    private static final int TOKEN_BYTES = 32;
    private static final int STOP_SECONDS = 3;

    private final Server server;
    private final ExecutorService threads;
    private final AdminFiles files;

    private AdminPort(Server server, ExecutorService threads, AdminFiles files) {
        this.server = server;
        this.threads = threads;
        this.files = files;
    }

    /**
     * Opens the port and writes its two files.
     *
     * @param dataDirectory must exist, and be locked by this process
     * @param portNumber 0 takes a free one
     * @throws IOException if the port or the files cannot be had
     */
    public static AdminPort open(AdminParts parts, Path dataDirectory, int portNumber) throws IOException {
        SecureRandom random = new SecureRandom();
        Bytes token = fresh(random, TOKEN_BYTES);
        AdminFiles files = new AdminFiles(dataDirectory);
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
        Server server = NettyServerBuilder.forAddress(
                        new InetSocketAddress(InetAddress.getLoopbackAddress(), portNumber))
                .executor(threads)
                .intercept(new TokenGate(token))
                .maxInboundMessageSize(MESSAGE_BYTES)
                .maxInboundMetadataSize(METADATA_BYTES)
                .maxConcurrentCallsPerConnection(CALLS_OF_CONNECTION)
                .addService(new AdminService(parts, size -> fresh(random, size)))
                .build()
                .start();
        AdminPort port = new AdminPort(server, threads, files);
        try {
            files.write(server.getPort(), token);
        } catch (IOException e) {
            port.close();
            throw e;
        }
        return port;
    }

    public int port() {
        return server.getPort();
    }

    /** Ends calls under way, and removes the files. */
    @Override
    public void close() throws IOException {
        server.shutdown();
        try {
            if (!server.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS)) {
                server.shutdownNow();
            }
        } catch (InterruptedException _) {
            server.shutdownNow();
            Thread.currentThread().interrupt();
        }
        threads.shutdownNow();
        files.delete();
    }

    private static Bytes fresh(SecureRandom random, int size) {
        byte[] bytes = new byte[size];
        random.nextBytes(bytes);
        return Bytes.wrap(bytes);
    }
}
