// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.log;

import org.gorizont.protocol.model.Header;
import org.gorizont.protocol.model.LogId;
import org.gorizont.protocol.model.Retention;
import org.gorizont.protocol.model.Verb;

/** One entry of a record as it is held: what {@link Superseding} decides by. */
public record Version(LogId log, long seq, Header header, Presence body) {
    /** What is here of a body. */
    public enum Presence {
        HERE,
        /** Promised, and asked for. */
        MISSING,
        /** It was dropped or erased. */
        GONE,
        /** The verb has none. */
        NONE
    }

    boolean erases() {
        return header.verb() == Verb.ERASE;
    }

    boolean isLatest() {
        return header.retention() == Retention.LATEST;
    }

    /** Whether it takes the place of those before it, by what is here of it now. */
    boolean decides() {
        return body == Presence.HERE || body == Presence.NONE;
    }

    public boolean canGo() {
        return body == Presence.HERE || body == Presence.MISSING;
    }
}
