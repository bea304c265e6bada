// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.frame;

import java.util.Optional;

/** The last frame of a side that closes. {@code text} is for a log file, English, without personal data. */
public record Goodbye(Optional<Reason> reason, String text) implements Frame {
    public static Goodbye because(Reason reason, String text) {
        return new Goodbye(Optional.of(reason), text);
    }
}
