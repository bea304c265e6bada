// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.replica;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.gorizont.protocol.core.LinkId;
import org.gorizont.protocol.model.SchoolId;
import org.jspecify.annotations.Nullable;

/** All connections of this replica. */
final class PeerLinks {
    private final TreeMap<LinkId, PeerLink> links = new TreeMap<>();

    void add(PeerLink link) {
        links.put(link.id, link);
    }

    @Nullable
    PeerLink get(LinkId id) {
        return links.get(id);
    }

    @Nullable
    PeerLink remove(LinkId id) {
        return links.remove(id);
    }

    int count() {
        return links.size();
    }

    int strangers() {
        return (int) links.values().stream().filter(PeerLink::isStranger).count();
    }

    List<PeerLink> all() {
        return new ArrayList<>(links.values());
    }

    /** Links whose school is known, one for each school: the oldest. */
    Collection<PeerLink> schools() {
        TreeMap<SchoolId, PeerLink> first = new TreeMap<>();
        links.values().forEach(link -> link.school.ifPresent(school -> first.putIfAbsent(school, link)));
        return first.values();
    }

    List<PeerLink> of(SchoolId school) {
        return links.values().stream()
                .filter(link -> link.school.equals(Optional.of(school)))
                .toList();
    }

    SortedSet<SchoolId> linkedSchools() {
        TreeSet<SchoolId> schools = new TreeSet<>();
        links.values().forEach(link -> link.school.ifPresent(schools::add));
        return schools;
    }
}
