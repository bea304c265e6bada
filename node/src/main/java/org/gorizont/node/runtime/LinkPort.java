// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.runtime;

import java.util.Optional;
import org.gorizont.protocol.core.Input;
import org.gorizont.protocol.core.LinkId;
import org.gorizont.protocol.frame.Frame;
import org.gorizont.protocol.frame.Reason;
import org.gorizont.protocol.model.PublicKey;
import org.gorizont.protocol.model.Way;

/** Connections to other nodes. No method blocks or fails; what comes of it arrives as an input. */
public interface LinkPort {
    /** May lose the frame together with the link. */
    void send(LinkId link, Frame frame);

    void disconnect(LinkId link, Reason reason, String text);

    void dial(Way way, Optional<PublicKey> expected);

    /** The loop is done with this input: its link may hand in one more. */
    void taken(Input input);
}
