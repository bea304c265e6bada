// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.frame;

import java.util.List;
import org.gorizont.protocol.model.IdentityClaim;

/** Identity chains, unverified. */
public record Identities(List<IdentityClaim> chains) implements Frame {
    public Identities {
        chains = List.copyOf(chains);
    }
}
