// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.web;

import org.gorizont.protocol.core.Refusal;

/** Words for what the core refuses when somebody publishes or withdraws. */
final class Refused {
    private Refused() {}

    /** Key of the phrase that says why nothing was published, and what to do. */
    static String words(Refusal why) {
        return switch (why) {
            case RECOVERING, STOPPED_BY_HIGHER_HEAD, STOPPED_BY_FORK, STORE_READ_ONLY, KEYS_CHANGED -> "stopped." + why;
            default -> "stopped.other";
        };
    }
}
