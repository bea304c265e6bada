// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.frame;

import java.util.List;
import org.gorizont.protocol.model.Bytes;

/**
 * Exact bytes of charters; each proves itself by its hash.
 *
 * @param missingSponsors how many more members must admit the receiver, in the circle that it is joining
 */
public record Charters(List<Bytes> charters, int missingSponsors) implements Frame {
    public Charters {
        charters = List.copyOf(charters);
        if (missingSponsors < 0) {
            throw new IllegalArgumentException("number of missing sponsors is negative");
        }
    }
}
