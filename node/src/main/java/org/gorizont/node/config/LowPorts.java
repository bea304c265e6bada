// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.config;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/** Ports below 1024, which a system may keep from ordinary users. */
public final class LowPorts {
    private static final int FIRST_FOR_ALL = 1024;
    /** Seldom in use, and more than one, so that another program there does not decide it. */
    private static final int TRIED = 3;

    private LowPorts() {}

    /**
     * Whether {@code port} could not be listened at for want of the right to it, and not because it is taken. It is tried
     * at other low ports: what the system itself says of the failure is in the language of the computer.
     */
    public static boolean closed(int port) {
        return closed(port, LowPorts::opens);
    }

    public static boolean closed(int port, IntPredicate opens) {
        return port > 0
                && port < FIRST_FOR_ALL
                && IntStream.range(FIRST_FOR_ALL - TRIED, FIRST_FOR_ALL).noneMatch(opens);
    }

    private static boolean opens(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
