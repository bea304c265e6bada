// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.circles;

import java.util.List;
import java.util.function.IntFunction;
import org.gorizont.protocol.model.Bytes;
import org.gorizont.protocol.model.Charter;
import org.gorizont.protocol.model.Fraction;
import org.gorizont.protocol.model.SchoolId;

/** Charters of networks that one school founds. */
public final class Charters {
    private static final Fraction MORE_THAN_HALF = new Fraction(1, 2);

    private Charters() {}

    /**
     * A network where more than half decides.
     *
     * @param sponsors how many schools have to admit a newcomer; at least one
     * @param fresh random bytes, by their number
     * @throws IllegalArgumentException if the name is none, or there are too many sponsors
     */
    public static Charter of(String name, SchoolId founder, int sponsors, IntFunction<Bytes> fresh) {
        return new Charter(
                name,
                List.of(founder),
                Math.max(1, sponsors),
                MORE_THAN_HALF,
                MORE_THAN_HALF,
                Charter.RULE_VERSION,
                fresh.apply(Charter.NONCE_SIZE));
    }
}
