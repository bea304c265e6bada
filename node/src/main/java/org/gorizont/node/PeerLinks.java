// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node;

import java.util.Optional;
import org.gorizont.node.peers.Links;
import org.gorizont.node.runtime.LinkPort;
import org.gorizont.protocol.core.Input;
import org.gorizont.protocol.core.LinkId;
import org.gorizont.protocol.frame.Frame;
import org.gorizont.protocol.frame.Reason;
import org.gorizont.protocol.model.Endpoint;
import org.gorizont.protocol.model.PublicKey;

/** The loop's connections are those of {@code peers}. */
record PeerLinks(Links links) implements LinkPort {
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
        links.dial(endpoint, expected);
    }

    @Override
    public void taken(Input input) {
        links.taken(input);
    }
}
