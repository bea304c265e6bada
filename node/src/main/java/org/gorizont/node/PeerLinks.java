// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node;

import java.util.Optional;
import org.gorizont.node.peers.Links;
import org.gorizont.node.runtime.Inbox;
import org.gorizont.node.runtime.LinkPort;
import org.gorizont.protocol.core.Input;
import org.gorizont.protocol.core.LinkId;
import org.gorizont.protocol.frame.Frame;
import org.gorizont.protocol.frame.Reason;
import org.gorizont.protocol.model.Endpoint;
import org.gorizont.protocol.model.PublicKey;

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
    public void dial(Endpoint endpoint, Optional<PublicKey> expected) {
        if (allowLoopback || !isLoopback(endpoint.host())) {
            links.dial(endpoint, expected);
        } else {
            inbox.offer(new Input.DialFailed(endpoint));
        }
    }

    private static boolean isLoopback(String host) {
        return host.equalsIgnoreCase("localhost") || host.startsWith("127.") || host.equals("::1");
    }

    @Override
    public void taken(Input input) {
        links.taken(input);
    }
}
