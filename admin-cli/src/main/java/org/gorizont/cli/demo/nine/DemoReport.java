// SPDX-License-Identifier: Apache-2.0
package org.gorizont.cli.demo.nine;

import java.util.List;
import org.gorizont.cli.demo.stage.Step;
import org.jspecify.annotations.Nullable;

/**
 * What a demonstration has shown, for programs. Schools are SchoolIds in hexadecimal digits with their names beside;
 * moments are ISO 8601 in UTC. What was not reached is null, 0 or empty.
 *
 * @param entries that every node holds
 * @param peakRssMiB of each node's process, in the order of {@code nodes}, as {@code webUrls} and {@code dataDirs} are
 */
record DemoReport(
        String network,
        int schools,
        int processes,
        boolean converged,
        long convergeMillis,
        long entries,
        long practices,
        long resources,
        List<Search> searches,
        @Nullable FreeSlot freeSlot,
        @Nullable Offline offline,
        @Nullable Stranger stranger,
        @Nullable Receipts receipts,
        List<Long> peakRssMiB,
        List<String> webUrls,
        List<String> dataDirs,
        List<Node> nodes,
        List<Step> steps) {
    /** A search from a school that does not hold the answer. */
    record Search(String query, String from, String fromName, List<Hit> hits) {}

    /** A record that was found, who says it and as of when. */
    record Hit(
            String title,
            String school,
            String schoolName,
            @Nullable String asOf) {}

    /** A resource whose owner says that it is free, and who asked. */
    record FreeSlot(
            String school,
            String schoolName,
            String resource,
            String slot,
            String zone,
            String from,
            String fromName) {}

    /**
     * A school that was off.
     *
     * @param stillFound whether its records were found without it
     * @param asOf as of when they were known to stand
     * @param publishedWhileOff entries that others published meanwhile
     */
    record Offline(
            String stopped,
            String stoppedName,
            long pid,
            boolean stillFound,
            @Nullable String asOf,
            long publishedWhileOff,
            boolean caughtUp) {
        Offline found(@Nullable String known) {
            return new Offline(stopped, stoppedName, pid, true, known, publishedWhileOff, caughtUp);
        }

        Offline published(long entries) {
            return new Offline(stopped, stoppedName, pid, stillFound, asOf, entries, caughtUp);
        }

        Offline back() {
            return new Offline(stopped, stoppedName, pid, stillFound, asOf, publishedWhileOff, true);
        }
    }

    /** A school with a code that nobody gave. */
    record Stranger(boolean refused, String reason) {}

    /**
     * Who has stated that it stores a record.
     *
     * @param stated schools, the owner not counted
     */
    record Receipts(String record, String title, String school, String schoolName, long stated) {}

    /** One school's process. */
    record Node(String school, String name, long pid, String dataDir, String webUrl) {}
}
