// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.model;

import java.util.List;

/** An identity chain as it arrived: readable, not yet verified. */
public record IdentityClaim(Bytes genesisBytes, Genesis genesis, List<Signed<Link>> links) {
    public static final int MAX_LINKS = 256;

    public IdentityClaim {
        links = List.copyOf(links);
        Checks.that(links.size() <= MAX_LINKS, "too many links: " + links.size());
    }
}
