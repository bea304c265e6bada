// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.web.page;

import java.util.List;
import org.gorizont.node.web.help.Guide;
import org.gorizont.node.web.help.Guides;

/** «Помощь»: one of the guides. */
public record HelpPage(Frame frame, Guides.Name name, Guide guide) {
    /** The guides, in the order in which people need them. */
    public List<Guides.Name> all() {
        return List.of(Guides.Name.values());
    }

    public String title(Guides.Name other) {
        return frame.say("help." + other.code());
    }
}
