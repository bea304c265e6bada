// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.sync;

/**
 * How large the difference of two sets probably is, and from that how many symbols to ask for next.
 *
 * <p>Symbol i of the difference holds each differing item with probability p = 2/(i+2), and counts +1 or -1 for it.
 * About its mean, the difference of the sizes times p, that count has the variance p(1-p) times the number of differing
 * items, whatever their signs. The average over k symbols is off by a share of about sqrt(2/k).
 *
 * <p>It decides about traffic, not about results: nodes may plan differently. A peer that lies about counts makes this
 * node ask for more of that peer's own symbols, or take its whole vector, and no more.
 */
final class DifferenceEstimate {
    /** Symbols for each differing item that nearly every decoding needs; 1.35 to 1.5 is usual. */
    private static final double LEAST_OVERHEAD = 1.33;
    /** Share of batches that go further than needed: one in six at one standard deviation. */
    private static final double CAUTIOUS = 1;
    /** Chance that a decoding is given up by mistake: one in forty at two standard deviations. */
    private static final double NEARLY_SURE = 2;
    // Smallest sum of overshoot and of about 100 bytes around each batch, found by trial for 10 to 5,000 differences.
    private static final int LEAST_STEP = 8;
    private static final double STEP_PER_ROOT = 1.5;

    private final int sizeDifference;
    private double sum;
    private int observed;

    /** @param sizeDifference items there less items here */
    DifferenceEstimate(int sizeDifference) {
        this.sizeDifference = sizeDifference;
    }

    /** Takes in the count of symbol {@code index}, before any item is peeled out of it. */
    void observe(int index, int count) {
        if (index > 0) {
            double p = 2.0 / (index + 2.0);
            double deviation = count - sizeDifference * p;
            sum += deviation * deviation / (p * (1 - p));
            observed++;
        }
    }

    int nextBatch(int received) {
        int step = LEAST_STEP + (int) (STEP_PER_ROOT * Math.sqrt(items(0)));
        return Math.max(step, symbols(CAUTIOUS) - received);
    }

    /** So many symbols are needed, but for rare luck. */
    int leastSymbols() {
        return symbols(NEARLY_SURE);
    }

    private int symbols(double deviations) {
        return (int) (LEAST_OVERHEAD * items(deviations));
    }

    /** Differing items, less so many standard deviations. */
    private double items(double deviations) {
        double known = Math.abs(sizeDifference);
        if (observed == 0) {
            return known;
        }
        return Math.max(known, sum / observed * (1 - deviations * Math.sqrt(2.0 / observed)));
    }
}
