// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node;

import io.netty.util.NetUtil;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Optional;
import org.gorizont.node.peers.Links;
import org.gorizont.node.runtime.Inbox;
import org.gorizont.node.runtime.LinkPort;
import org.gorizont.protocol.core.DialProblem;
import org.gorizont.protocol.core.Input;
import org.gorizont.protocol.core.LinkId;
import org.gorizont.protocol.frame.Frame;
import org.gorizont.protocol.frame.Reason;
import org.gorizont.protocol.model.PublicKey;
import org.gorizont.protocol.model.Way;

/**
 * The loop's connections are those of {@code peers}. Addresses of this very machine come from others by mistake or malice,
 * and are not dialled unless that is allowed.
 */
record PeerLinks(Links links, boolean allowLoopback, Inbox inbox) implements LinkPort {
    @Override
    public void send(LinkId link, Frame frame) {
        links.send(link, frame);
    }

    @Override
    public void disconnect(LinkId link, Reason reason, String text) {
        links.disconnect(link, reason, text);
    }

    @Override
    public void dial(Way way, Optional<PublicKey> expected) {
        if (allowLoopback || !isLoopback(way.dialled().host())) {
            links.dial(way, expected);
        } else {
            inbox.offer(new Input.DialFailed(way, DialProblem.LOOPBACK));
        }
    }

    /** Asks no name server: a name that leads here after all ends at our own identity, and is refused in Hello. */
    static boolean isLoopback(String host) {
        byte[] address = NetUtil.createByteArrayFromIpAddressString(host);
        if (address == null) {
            String name = host.toLowerCase(Locale.ROOT).replaceAll("\\.$", "");
            return name.equals("localhost") || name.endsWith(".localhost");
        }
        try {
            InetAddress literal = InetAddress.getByAddress(address);
            return literal.isLoopbackAddress() || literal.isAnyLocalAddress();
        } catch (UnknownHostException e) {
            throw new IllegalStateException("an address has 4 or 16 bytes", e);
        }
    }

    @Override
    public void taken(Input input) {
        links.taken(input);
    }
}
