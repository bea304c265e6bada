// SPDX-License-Identifier: Apache-2.0
package org.gorizont.cli.demo.nine;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gorizont.cli.demo.stage.DemoSchool;
import org.gorizont.cli.demo.stage.Step;
import org.gorizont.protocol.wire.v1.AdminWire.StatusAnswer;

/** What has been shown so far. */
final class Findings {
    private static final long MEBIBYTE = 1024L * 1024L;

    private final List<DemoReport.Search> searches = new ArrayList<>();
    private Agreement agreement = new Agreement(false, 0, 0, 0, 0);
    private Optional<DemoReport.FreeSlot> freeSlot = Optional.empty();
    private Optional<DemoReport.Offline> offline = Optional.empty();
    private Optional<DemoReport.Stranger> stranger = Optional.empty();
    private Optional<DemoReport.Receipts> receipts = Optional.empty();

    /**
     * All nodes know the same.
     *
     * @param millis since all had joined
     */
    record Agreement(boolean reached, long millis, long entries, long practices, long resources) {}

    void agreed(Agreement found) {
        agreement = found;
    }

    Agreement agreement() {
        return agreement;
    }

    void searched(DemoReport.Search search) {
        searches.add(search);
    }

    void free(DemoReport.FreeSlot slot) {
        freeSlot = Optional.of(slot);
    }

    void offline(DemoReport.Offline absence) {
        offline = Optional.of(absence);
    }

    DemoReport.Offline offline() {
        return offline.orElseThrow();
    }

    void stranger(DemoReport.Stranger answer) {
        stranger = Optional.of(answer);
    }

    void stated(DemoReport.Receipts stated) {
        receipts = Optional.of(stated);
    }

    /** The object for programs, with the processes as they are now. */
    DemoReport report(String network, List<DemoSchool> schools, List<Step> steps) {
        List<StatusAnswer> nodes = schools.stream().map(DemoSchool::lastStatus).toList();
        return new DemoReport(
                network,
                schools.size(),
                (int) schools.stream().filter(DemoSchool::isOn).count(),
                agreement.reached(),
                agreement.millis(),
                agreement.entries(),
                agreement.practices(),
                agreement.resources(),
                List.copyOf(searches),
                freeSlot.orElse(null),
                offline.orElse(null),
                stranger.orElse(null),
                receipts.orElse(null),
                nodes.stream().map(node -> node.getPeakRssBytes() / MEBIBYTE).toList(),
                nodes.stream().map(StatusAnswer::getWebUrl).toList(),
                schools.stream().map(school -> school.data().toString()).toList(),
                schools.stream().map(Findings::node).toList(),
                steps);
    }

    private static DemoReport.Node node(DemoSchool school) {
        return new DemoReport.Node(
                school.id(),
                school.name(),
                school.pid(),
                school.data().toString(),
                school.lastStatus().getWebUrl());
    }
}
