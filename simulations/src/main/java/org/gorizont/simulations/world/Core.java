// SPDX-License-Identifier: Apache-2.0
package org.gorizont.simulations.world;

import java.time.Instant;
import java.util.List;
import org.gorizont.protocol.core.Effect;
import org.gorizont.protocol.core.Input;

/** What a machine runs: the real replica, or one that is wrong on purpose. */
public interface Core {
    /** As {@link org.gorizont.protocol.replica.Replica#handle}. */
    List<Effect> handle(Input input, Instant now);
}
