// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.frame;

import java.util.List;
import org.gorizont.protocol.model.Bytes;

/** Exact bytes of charters; each proves itself by its hash. */
public record Charters(List<Bytes> charters) implements Frame {
    public Charters {
        charters = List.copyOf(charters);
    }
}
