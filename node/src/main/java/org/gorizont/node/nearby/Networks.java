// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.nearby;

import java.io.IOException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The private networks that this computer is in. */
final class Networks {
    /** Networks that are used at a time; further ones are not. */
    static final int MOST = 4;

    private Networks() {}

    /**
     * Own addresses there.
     *
     * @param host the address that the node listens on; the one that stands for all of them gives all
     */
    static List<Inet4Address> of(String host) throws IOException {
        InetAddress listening = InetAddress.getByName(host);
        List<Inet4Address> found = new ArrayList<>();
        for (NetworkInterface network : Collections.list(NetworkInterface.getNetworkInterfaces())) {
            if (network.isUp() && network.supportsMulticast() && !network.isLoopback() && !network.isPointToPoint()) {
                for (InetAddress address : Collections.list(network.getInetAddresses())) {
                    boolean listened = listening.isAnyLocalAddress() || listening.equals(address);
                    if (listened && address instanceof Inet4Address own && isPrivate(own) && found.size() < MOST) {
                        found.add(own);
                    }
                }
            }
        }
        return found;
    }

    /** Whether an address is one of a building: nobody has it on the internet. */
    static boolean isPrivate(Inet4Address address) {
        return address.isSiteLocalAddress() || address.isLinkLocalAddress();
    }
}
