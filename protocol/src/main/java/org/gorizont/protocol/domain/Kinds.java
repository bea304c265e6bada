// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.domain;

import java.util.List;
import java.util.Optional;
import org.gorizont.protocol.model.Channel;
import org.gorizont.protocol.model.Kind;
import org.gorizont.protocol.model.RecordId;

/** The kinds of records that this version knows, and where each belongs. */
public final class Kinds {
    public static final Kind SCHOOL = new Kind("school", 1, 0);
    public static final Kind CENTRE = new Kind("centre", 1, 0);
    public static final Kind PRACTICE = new Kind("practice", 1, 0);
    public static final Kind RESOURCE = new Kind("resource", 1, 0);
    public static final Kind AVAILABILITY = new Kind("availability", 1, 0);

    /** A school has one card of itself, under this id. */
    public static final RecordId SCHOOL_RECORD = RecordId.ofHex("00000000000000000000000000000001");

    /** A school has at most one centre, under this id. */
    public static final RecordId CENTRE_RECORD = RecordId.ofHex("00000000000000000000000000000002");

    private static final List<Kind> ALL = List.of(SCHOOL, CENTRE, PRACTICE, RESOURCE, AVAILABILITY);

    private Kinds() {}

    public static List<Kind> all() {
        return ALL;
    }

    /** The version of this kind that is understood here; empty when a reader must leave its bodies unread. */
    public static Optional<Kind> understood(Kind kind) {
        return ALL.stream()
                .filter(known -> known.type().equals(kind.type()) && known.major() == kind.major())
                .findFirst();
    }

    /** Where records of a kind belong; the same record elsewhere has no effect. Empty for a kind that is not known. */
    public static Optional<Home> home(Kind kind) {
        return understood(kind)
                .map(known -> known.equals(AVAILABILITY)
                        ? new Home(Channel.CALENDAR, true)
                        : new Home(Channel.CATALOGUE, false));
    }

    /**
     * A channel and whom it is for.
     *
     * @param ofOneCircle whether the log's scope is one circle; else it is every circle of the school
     */
    public record Home(Channel channel, boolean ofOneCircle) {}
}
