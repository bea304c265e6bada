// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.runtime;

import java.time.Instant;
import java.util.List;
import org.gorizont.protocol.core.Effect;
import org.gorizont.protocol.core.Input;

/** The replica, as the loop sees it. Called by the loop's thread alone. */
@FunctionalInterface
public interface Core {
    List<Effect> handle(Input input, Instant now);
}
