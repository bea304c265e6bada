// SPDX-License-Identifier: Apache-2.0
package org.gorizont.simulations.plan;

/** After how long one school knew what was new, and how much of that it was off. */
final class Delays {
    private int count;
    private double delayed;
    private double off;

    void add(long delay, long offNanos) {
        count++;
        delayed += delay;
        off += offNanos;
    }

    int count() {
        return count;
    }

    /** Mean, so that a school that is late now and then shows it too. */
    long meanNanos() {
        return count == 0 ? 0 : (long) (delayed / count);
    }

    /** Part of the waiting that the school was off. */
    double offShare() {
        return delayed == 0 ? 0 : off / delayed;
    }
}
