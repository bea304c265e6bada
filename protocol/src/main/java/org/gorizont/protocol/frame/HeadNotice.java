// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.frame;

import java.util.List;
import org.gorizont.protocol.model.SignedHead;

/** "These logs have new heads"; small entries ride along. A hint: nothing depends on its arrival. */
public record HeadNotice(List<SignedHead> heads, List<Entries> riding) implements Frame {
    public HeadNotice {
        heads = List.copyOf(heads);
        riding = List.copyOf(riding);
    }
}
