// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.runtime;

import java.time.Instant;
import org.gorizont.protocol.core.Timer;

/** Gives timers back as inputs. Does not block. */
@FunctionalInterface
public interface TimerPort {
    void schedule(Timer timer, Instant at);
}
