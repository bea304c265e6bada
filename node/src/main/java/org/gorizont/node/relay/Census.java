// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.relay;

import io.netty.channel.Channel;
import java.net.InetSocketAddress;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.gorizont.protocol.model.Bytes;

/** Counts connections in all and by address, up to a limit for each. Of one thread. */
final class Census {
    /** Half of an IPv6 address: whoever has one of them has all that share it. */
    private static final int NETWORK_BYTES = 8;

    private final int inAll;
    private final int ofAddress;
    private final Map<Bytes, Integer> byAddress = new HashMap<>();
    private int count;

    Census(int inAll, int ofAddress) {
        this.inAll = inAll;
        this.ofAddress = ofAddress;
    }

    /** Counts the connection in, unless there are too many; then {@link #leave} must be called for it. */
    boolean enter(Channel channel) {
        Bytes address = address(channel);
        int there = byAddress.getOrDefault(address, 0);
        if (count >= inAll || there >= ofAddress) {
            return false;
        }
        count++;
        byAddress.put(address, there + 1);
        return true;
    }

    void leave(Channel channel) {
        count--;
        byAddress.computeIfPresent(address(channel), (_, there) -> there == 1 ? null : there - 1);
    }

    private static Bytes address(Channel channel) {
        if (channel.remoteAddress() instanceof InetSocketAddress remote && remote.getAddress() != null) {
            byte[] whole = remote.getAddress().getAddress();
            return Bytes.wrap(Arrays.copyOf(whole, Math.min(whole.length, NETWORK_BYTES)));
        }
        return Bytes.empty();
    }
}
