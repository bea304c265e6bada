// SPDX-License-Identifier: Apache-2.0
package org.gorizont.simulations.plan;

import java.util.List;

/**
 * What one run has shown.
 *
 * @param half {@code most}, {@code all}: nanoseconds until 50, 95 and 100 % of the others knew an entry, the median over
 *     all entries; {@link Long#MAX_VALUE} for "not within the run"
 * @param slowest the same for 100 %, of which 95 % of the entries stay below
 */
public record RunFigures(
        long half, long most, long all, long slowest, int entries, int unfinished, List<SchoolFigures> schools) {
    public RunFigures {
        schools = List.copyOf(schools);
    }

    /**
     * One school in one run.
     *
     * @param trafficYear bytes sent and received, {@code diskYear} bytes written for entries, both scaled to a year
     * @param meanDelay nanoseconds until it knew what was new, on average
     * @param offShare part of that waiting in which it was off
     * @param neighbours connections that it had on average while it was on
     * @param lacking entries that it never got to know
     */
    public record SchoolFigures(
            double trafficYear, double diskYear, long meanDelay, double offShare, double neighbours, int lacking) {}
}
