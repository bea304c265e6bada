// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.core;

import org.gorizont.protocol.model.CircleId;
import org.gorizont.protocol.model.SchoolId;

/** For whom a bundle is made. */
public sealed interface BundleTarget {
    /**
     * One school: what it may have, of all circles that it shares with this one.
     *
     * @param whole also what the school has stated to store already, and its own logs
     */
    record School(SchoolId school, boolean whole) implements BundleTarget {}

    /** Every member of a circle: all logs of the circle. */
    record Circle(CircleId circle) implements BundleTarget {}
}
