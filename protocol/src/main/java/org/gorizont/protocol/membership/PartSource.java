// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.membership;

import java.util.Optional;
import org.gorizont.protocol.model.Entry;
import org.gorizont.protocol.model.LogId;

/** Where entries can be read that are held. */
@FunctionalInterface
public interface PartSource {
    Optional<Entry> entry(LogId log, long seq);
}
