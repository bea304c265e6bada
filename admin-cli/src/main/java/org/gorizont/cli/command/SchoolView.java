// SPDX-License-Identifier: Apache-2.0
package org.gorizont.cli.command;

import java.util.List;
import org.gorizont.cli.client.Ids;
import org.gorizont.cli.text.Moments;
import org.gorizont.protocol.wire.v1.AdminWire;
import org.jspecify.annotations.Nullable;

/** A school as this node knows it; {@code lastHeard} is null when never. */
record SchoolView(
        String id,
        String name,
        String settlement,
        boolean self,
        boolean connected,
        @Nullable String lastHeard,
        List<BehindView> behind,
        int practices,
        int resources,
        int unread,
        int centreYear,
        boolean sample,
        List<String> endpoints,
        String how,
        List<WayView> ways,
        String room) {
    static SchoolView of(AdminWire.SchoolState school) {
        return new SchoolView(
                Ids.hex(school.getSchool()),
                school.getName(),
                school.getSettlement(),
                school.getSelf(),
                school.getConnected(),
                Moments.iso(school.getLastHeard()),
                school.getBehindList().stream()
                        .map(b -> new BehindView(b.getChannel(), b.getHeld(), b.getKnown(), b.getWhy()))
                        .toList(),
                school.getPractices(),
                school.getResources(),
                school.getUnread(),
                school.getCentreYear(),
                school.getSample(),
                school.getEndpointsList().stream().toList(),
                school.getHow(),
                school.getWaysList().stream().map(WayView::of).toList(),
                school.getRoom());
    }

    static SchoolView unnamed(String id) {
        return new SchoolView(
                id,
                "",
                "",
                true,
                true,
                null,
                List.of(),
                0,
                0,
                0,
                0,
                false,
                List.of(),
                "OURSELVES",
                List.of(),
                "ENOUGH");
    }

    /** A log of which more exists than is held here, and why. */
    record BehindView(int channel, long held, long known, String why) {}
}
