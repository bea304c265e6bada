// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.frame;

import java.time.Instant;
import java.util.List;
import org.gorizont.protocol.model.RecordId;

/**
 * What an author agreed to show. The only frame that can name a person; it is never put into a log, a bundle or a log
 * line, and its text form shows nothing of it.
 */
public record AuthorCard(RecordId record, List<Field> fields, Instant until, boolean withdrawn) implements Frame {
    public AuthorCard {
        fields = List.copyOf(fields);
    }

    /** One field with recorded consent. */
    public record Field(String name, String text) {
        @Override
        public String toString() {
            return "Field[" + name + "]";
        }
    }
}
