// SPDX-License-Identifier: Apache-2.0
package org.gorizont.cli.command;

import java.util.List;
import org.gorizont.cli.client.Ids;
import org.gorizont.cli.text.Moments;
import org.gorizont.protocol.wire.v1.AdminWire.BackupState;
import org.gorizont.protocol.wire.v1.AdminWire.StatusAnswer;
import org.jspecify.annotations.Nullable;

/** The JSON form of a status; names are those of its fields. Moments are ISO 8601 in UTC. */
record StatusView(
        SchoolView self,
        boolean writing,
        String writingRefused,
        List<CircleView> circles,
        List<SchoolView> schools,
        CountersView counters,
        String program,
        int ruleVersion,
        @Nullable String startedAt,
        long uptimeMillis,
        List<String> endpoints,
        String webUrl,
        long pid,
        long peakRssBytes,
        long ownEntries,
        long heldEntries,
        List<ReaderView> readers,
        String proxy,
        String relay,
        int relayWaiting,
        String relayProblem,
        List<AdviceView> advice,
        DraftsView drafts,
        @Nullable String heldBackUntil,
        String space,
        long freeBytes,
        BackupView backup) {
    static StatusView of(StatusAnswer status) {
        List<SchoolView> schools =
                status.getSchoolsList().stream().map(SchoolView::of).toList();
        return new StatusView(
                schools.stream()
                        .filter(SchoolView::self)
                        .findFirst()
                        .orElseGet(() -> SchoolView.unnamed(Ids.hex(status.getSelf()))),
                status.getWritingRefused().isEmpty(),
                status.getWritingRefused(),
                status.getCirclesList().stream()
                        .map(c -> CircleView.of(c, status))
                        .toList(),
                schools,
                CountersView.of(status.getCounters()),
                status.getProgram(),
                status.getRuleVersion(),
                Moments.iso(status.getStartedAt()),
                status.getNow() - status.getStartedAt(),
                status.getEndpointsList().stream().toList(),
                status.getWebUrl(),
                status.getPid(),
                status.getPeakRssBytes(),
                status.getOwnEntries(),
                status.getHeldEntries(),
                status.getReadersList().stream().map(ReaderView::of).toList(),
                status.getProxy(),
                status.getRelay(),
                status.getRelayWaiting(),
                status.getRelayProblem(),
                status.getAdviceList().stream()
                        .map(advice -> new AdviceView(
                                advice.getWhat(),
                                advice.getAddressesList().stream().toList()))
                        .toList(),
                new DraftsView(
                        status.getDraftsTotal(),
                        status.getDraftsRecords(),
                        status.getDraftsList().stream().map(DraftView::of).toList()),
                Moments.iso(status.getHeldBackUntil()),
                status.getSpace(),
                status.getFreeBytes(),
                BackupView.of(status.getBackup()));
    }

    /**
     * What was refused and kept.
     *
     * @param first at most ten, oldest first
     */
    record DraftsView(int total, int records, List<DraftView> first) {}

    /**
     * Backups of this data directory.
     *
     * @param folder for one each night; empty without
     * @param failure why the last attempt did not work; empty if it did
     */
    record BackupView(
            String folder,
            @Nullable String lastAt,
            String lastFile,
            long lastBytes,
            @Nullable String failedAt,
            String failure) {
        static BackupView of(BackupState state) {
            return new BackupView(
                    state.getFolder(),
                    Moments.iso(state.getLastAt()),
                    state.getLastFile(),
                    state.getLastBytes(),
                    Moments.iso(state.getFailedAt()),
                    state.getFailure());
        }
    }

    /** What to do, since no other school is connected. */
    record AdviceView(String what, List<String> addresses) {}
}
