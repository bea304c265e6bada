// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.membership;

import java.util.Comparator;

/** Where an entry stands among all that its school has written to one channel of one circle. */
record Position(int incarnation, long seq) implements Comparable<Position> {
    static final Position NEVER = new Position(Integer.MAX_VALUE, Long.MAX_VALUE);

    private static final Comparator<Position> ORDER =
            Comparator.comparingInt(Position::incarnation).thenComparingLong(Position::seq);

    @Override
    public int compareTo(Position other) {
        return ORDER.compare(this, other);
    }

    boolean before(Position other) {
        return compareTo(other) < 0;
    }

    static Position earlier(Position a, Position b) {
        return a.before(b) ? a : b;
    }
}
