// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.runtime;

import java.time.Duration;

/** How long to wait before a failed write is tried again: {@code first}, then twice as long each time, up to {@code max}. */
public record Pauses(Duration first, Duration max) {
    public static final Pauses DEFAULTS = new Pauses(Duration.ofSeconds(1), Duration.ofMinutes(1));

    Duration after(Duration before) {
        Duration next = before.multipliedBy(2);
        return next.compareTo(max) > 0 ? max : next;
    }
}
